package io.github.teapeer.bundler;

import io.github.teapeer.bundler.source.SourceText;
import java.util.Map;

/**
 * The TypeScript declarations.
 *
 * <p>TypeScript tells the format of a module by the name of its declarations, so that there is one
 * file for {@code import} and one for {@code require}. {@code peer.d.ts} is for scripts: it
 * declares the globals as well, which a program that imports the module must not see.
 */
final class Typings {
  private Typings() {}

  /**
   * The files.
   *
   * @param banner their first line
   * @param module what the module exports
   * @param globals what {@code peer.js} defines, in terms of the module
   * @return the contents by name
   */
  static Map<String, String> files(String banner, String module, SourceText globals) {
    String exported = banner + module;
    return Map.of(
        "peer.d.mts", exported,
        "peer.d.cts", exported,
        "peer.d.ts", exported + globals.content());
  }
}
