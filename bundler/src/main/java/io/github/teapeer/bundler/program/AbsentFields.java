package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.Conditions;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Sets no field to zero or false to begin with that is only ever asked whether it is so: JavaScript
 * says the same of a field that is not there.
 */
final class AbsentFields {
  private static final String CANCEL = "clearTimeout";

  private final Node script;
  private final Map<String, JavaClass> classes;

  /** The functions that cancel a timer, and which argument that is. */
  private final Map<String, Integer> cancelling = new HashMap<>();

  AbsentFields(Node script, Map<String, JavaClass> classes) {
    this.script = script;
    this.classes = classes;
  }

  void apply() {
    findCancelling();
    Set<String> needed = new HashSet<>();
    for (Node access : SourceTree.find(script, Node::isGetProp)) {
      if (!(access.getParent().isAssign() && Conditions.isTarget(access)) && !isAsked(access)) {
        needed.add(access.getString());
      }
    }
    for (JavaClass type : classes.values()) {
      type.fields()
          .replaceAll(
              (field, value) ->
                  Program.isZero(value) && !needed.contains(field)
                      ? IR.nullNode().srcref(value)
                      : value);
    }
  }

  /** Finds the methods that cancel the timer which they are given. */
  private void findCancelling() {
    Declarations declarations = new Declarations(script);
    for (String name : declarations.names()) {
      Node function = declarations.find(name).orElseThrow();
      if (function.isFunction()
          && SourceTree.find(function, node -> Program.isCallOf(node, CANCEL)).stream()
              .map(Node::getLastChild)
              .anyMatch(timer -> timer.isName() && isOnlyParameter(timer, function))) {
        cancelling.put(name, function.getSecondChild().getChildCount());
      }
    }
  }

  /** Whether a name is the last parameter of a function, and used there only. */
  private static boolean isOnlyParameter(Node use, Node function) {
    Node last = function.getSecondChild().getLastChild();
    return last != null
        && last.matchesName(use.getString())
        && SourceTree.find(function, node -> node.matchesName(use.getString())).size() == 2;
  }

  private boolean isAsked(Node value) {
    Node parent = value.getParent();
    return Conditions.isCondition(value)
        || parent.getToken() == Token.BITOR
        || parent.getToken() == Token.BITAND
        || Program.isCallOf(parent, CANCEL)
        || isCancelled(value)
        || isVariableAsked(parent);
  }

  private boolean isCancelled(Node value) {
    Node call = value.getParent();
    return call.isCall()
        && call.getFirstChild().isName()
        && Integer.valueOf(call.getIndexOfChild(value))
            .equals(cancelling.get(call.getFirstChild().getString()));
  }

  /** Whether a value goes to a variable that is only asked, too. */
  private boolean isVariableAsked(Node name) {
    return name.isName()
        && name.getParent().isLet()
        && SourceTree.find(function(name), node -> node.matchesName(name.getString())).stream()
            .allMatch(use -> use == name || (!Conditions.isTarget(use) && isAsked(use)));
  }

  private static Node function(Node node) {
    Node up = node;
    while (!up.isFunction()) {
      up = up.getParent();
    }
    return up;
  }
}
