package io.github.teapeer.bundler;

import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a module exports. They stand once, where the wrapper of the modules takes its
 * program apart: {@code const {Peer, util} = …}.
 *
 * @param names the names, one a line, each with a comma
 */
record ExportList(String names) {
  private static final Pattern LIST =
      Pattern.compile("^const \\{\\s*([^}]+?),?\\s*} = ", Pattern.MULTILINE);

  /** What stands for the names elsewhere. */
  private static final String PLACEHOLDER = "EXPORTS";

  /**
   * Reads the names.
   *
   * @throws BuildFailure if there are none
   */
  static ExportList of(SourceText wrapper) {
    Matcher list = LIST.matcher(wrapper.content());
    if (!list.find()) {
      throw new BuildFailure(wrapper.name() + " has no list of names: const {Peer, …} = …");
    }
    return new ExportList(list.group(1));
  }

  /** A text with the names in the place of {@code EXPORTS}; one without that is left alone. */
  String fill(String text) {
    return text.replace(PLACEHOLDER, names);
  }
}
