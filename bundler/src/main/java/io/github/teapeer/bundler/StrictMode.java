package io.github.teapeer.bundler;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;

/** Writes back the {@code "use strict"} of functions, which Closure reads but does not print. */
final class StrictMode {
  private StrictMode() {}

  /**
   * Puts the directive into every function body that had one. Nothing may optimise the tree
   * afterwards.
   */
  static void restore(Node root) {
    for (Node body : SourceTree.find(root, node -> node.isBlock() && node.isUseStrict())) {
      body.addChildToFront(IR.exprResult(IR.string("use strict")).srcrefTree(body));
    }
  }
}
