package io.github.teapeer.bundler.layout;

import com.google.javascript.rhino.Node;
import java.util.Comparator;
import java.util.List;

/**
 * A list of variables whose order means nothing: it is always in that of the alphabet, so that the
 * lists resemble each other. What has the same name is listed once.
 *
 * @param variables what is listed
 * @param passed what is listed already, whose names are not listed again
 * @param nodes what is listed now, one node after the other
 */
public record Listing(List<Symbol> variables, List<Symbol> passed, List<Node> nodes) {
  /** What names are made of, in their order. */
  public static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** The order: short names first, capital letters last. */
  public static final Comparator<String> ORDER =
      Comparator.comparing(String::length)
          .thenComparing(name -> LETTERS.indexOf(name.charAt(0)))
          .thenComparing(Comparator.naturalOrder());

  /** Makes the lists its own. */
  public Listing {
    variables = List.copyOf(variables);
    passed = List.copyOf(passed);
    nodes = List.copyOf(nodes);
  }
}
