package io.github.teapeer.bundler.spelling;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.Purity;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which statements can be done sooner or later than their neighbours. */
final class Statements {
  private Statements() {}

  /** The statements of a block that do something simple, as far as they follow each other. */
  static List<List<Node>> runs(Node block) {
    List<List<Node>> runs = new ArrayList<>();
    List<Node> run = new ArrayList<>();
    for (Node statement : SourceTree.children(block)) {
      if (!isSimple(statement)) {
        run = new ArrayList<>();
      } else {
        run.add(statement);
        if (run.size() == 2) {
          runs.add(run);
        }
      }
    }
    return runs;
  }

  /** Whether a statement only sets members of the program's objects, or stops a timer. */
  private static boolean isSimple(Node statement) {
    if (!statement.isExprResult()) {
      return false;
    }
    Node value = statement.getFirstChild();
    if (isStop(value)) {
      return Purity.isPure(value.getLastChild());
    }
    if (!value.isAssign()) {
      return false;
    }
    while (value.isAssign()) {
      Node target = value.getFirstChild();
      if (!target.isGetProp()
          || !Purity.isMember(target.getString())
          || !Purity.isPure(target.getFirstChild())) {
        return false;
      }
      value = value.getLastChild();
    }
    return Purity.isPure(value);
  }

  private static boolean isStop(Node value) {
    return value.isCall()
        && value.hasTwoChildren()
        && value.getFirstChild().matchesName("clearTimeout");
  }

  /** Whether neither of two simple statements reads or sets what the other sets. */
  static boolean areFree(Node one, Node other) {
    return !touches(one, set(other)) && !touches(other, set(one));
  }

  private static Set<String> set(Node statement) {
    Set<String> members = new HashSet<>();
    for (Node value = statement.getFirstChild(); value.isAssign(); value = value.getLastChild()) {
      members.add(value.getFirstChild().getString());
    }
    return members;
  }

  private static boolean touches(Node statement, Set<String> members) {
    return !SourceTree.find(
            statement, node -> node.isGetProp() && members.contains(node.getString()))
        .isEmpty();
  }
}
