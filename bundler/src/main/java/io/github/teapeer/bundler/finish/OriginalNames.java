package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;

/** What things were called before the compiler gave them short names. */
final class OriginalNames {
  private OriginalNames() {}

  /** The name that a node had, or has still. */
  @SuppressWarnings("deprecation") // The compiler keeps these names for source maps alone.
  static String of(Node node) {
    String name = node.getOriginalName();
    return name == null ? node.getString() : name;
  }
}
