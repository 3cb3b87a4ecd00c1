package io.github.teapeer.bundler;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;
import java.util.Set;

/**
 * Refuses a script that a strict Content-Security-Policy would stop: no {@code eval}, no {@code
 * Function} constructor, no timer that takes its code as a string.
 */
final class ForbiddenCode {
  private static final Set<String> COMPILERS = Set.of("eval", "Function", "execScript");
  private static final Set<String> TIMERS = Set.of("setTimeout", "setInterval");

  private ForbiddenCode() {}

  /**
   * Checks a syntax tree.
   *
   * @param file the script's name, for the message
   * @param root the tree
   * @throws BuildFailure naming what was found
   */
  static void check(String file, Node root) {
    List<Node> found = SourceTree.find(root, ForbiddenCode::isForbidden);
    if (!found.isEmpty()) {
      Node first = found.get(0);
      throw new BuildFailure(
          file
              + " would compile code at run time, which a Content-Security-Policy without 'unsafe-eval' stops: "
              + first.getQualifiedName()
              + " from "
              + first.getSourceFileName()
              + ":"
              + first.getLineno());
    }
  }

  private static boolean isForbidden(Node node) {
    if (node.isName()) {
      return COMPILERS.contains(node.getString()) || isTimerOfText(node, node.getString());
    }
    return node.isGetProp()
        && node.isQualifiedName()
        && (node.getString().equals("eval")
            || (node.getString().equals("Function") && isGlobal(node.getFirstChild()))
            || isTimerOfText(node, node.getString()));
  }

  private static boolean isGlobal(Node node) {
    return node.matchesName("globalThis") || node.matchesName("window") || node.matchesName("self");
  }

  private static boolean isTimerOfText(Node callee, String name) {
    Node call = callee.getParent();
    return TIMERS.contains(name)
        && call.isCall()
        && call.getFirstChild() == callee
        && callee.getNext() != null
        && (callee.getNext().isStringLit() || callee.getNext().isTemplateLit());
  }
}
