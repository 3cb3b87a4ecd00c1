package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Takes names out of {@code let}, {@code const} and {@code var}, and leaves what they are set to.
 */
final class LocalDeclarations {
  private LocalDeclarations() {}

  /**
   * Makes assignments of declarations.
   *
   * @param names the names whose variables are declared elsewhere now
   */
  static void makeAssignments(Set<Node> names) {
    Set<Node> statements = new LinkedHashSet<>();
    names.forEach(name -> statements.add(name.getParent()));
    for (Node statement : statements) {
      if (NodeUtil.isLoopStructure(statement.getParent())) {
        inHead(statement);
      } else {
        inBlock(statement, names);
      }
    }
  }

  private static void inHead(Node statement) {
    Node name = statement.removeFirstChild();
    statement.replaceWith(name.hasChildren() ? assignment(name) : name);
  }

  private static void inBlock(Node statement, Set<Node> names) {
    Node declaration = null;
    Node assignments = null;
    while (statement.hasChildren()) {
      Node name = statement.removeFirstChild();
      if (!names.contains(name)) {
        if (declaration == null) {
          declaration = new Node(statement.getToken()).srcref(statement);
          declaration.insertBefore(statement);
        }
        declaration.addChildToBack(name);
        assignments = null;
      } else if (name.hasChildren()) {
        Node assignment = assignment(name);
        if (assignments == null) {
          assignments = IR.exprResult(assignment).srcref(assignment);
          assignments.insertBefore(statement);
        } else {
          Node before = assignments.removeFirstChild();
          assignments.addChildToFront(IR.comma(before, assignment).srcref(assignment));
        }
        declaration = null;
      }
    }
    statement.detach();
  }

  private static Node assignment(Node name) {
    Node value = name.removeFirstChild();
    return IR.assign(name, value).srcref(name);
  }
}
