package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.Conditions;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks JavaScript whether there is an object, where what is there can be nothing but one: not a
 * string or a number, which are false where they are empty or zero.
 *
 * <pre>
 *   if (x.$channel != null) { x.$channel.close(); }
 *   if (x.$channel) { x.$channel.close(); }
 * </pre>
 *
 * <p>Java's type is seen from what is done with a variable or a field: it has members that no
 * string has.
 */
final class Truthiness {
  private static final Set<String> OF_STRINGS =
      Set.of(
          "length",
          "charCodeAt",
          "indexOf",
          "slice",
          "substring",
          "split",
          "replace",
          "exec",
          "test",
          "match",
          "trim",
          "toLowerCase",
          "toUpperCase",
          "toString");

  private final Node script;
  private final Set<String> objects = new HashSet<>();
  private final Map<Node, String> keys = new HashMap<>();
  private final Map<String, List<Node>> namesakes = new HashMap<>();

  Truthiness(Node script) {
    this.script = script;
  }

  void apply() {
    List<Node> nodes = SourceTree.find(script, node -> node.isName() || node.isGetProp());
    for (Node node : nodes) {
      keys.put(node, key(node));
      namesakes.computeIfAbsent(key(node), key -> new ArrayList<>()).add(node);
    }
    for (Node node : nodes) {
      Node parent = node.getParent();
      if (parent.isGetProp() && !OF_STRINGS.contains(parent.getString())) {
        objects.add(keys.get(node));
      }
    }
    Declarations declarations = new Declarations(script);
    boolean mayBeMore = true;
    while (mayBeMore) {
      mayBeMore = false;
      for (Node node : nodes) {
        mayBeMore |=
            (isHandedToObject(node, declarations) || (isObject(value(node)) && !others(node)))
                && objects.add(keys.get(node));
      }
    }
    objects.remove("");
    for (Node test : SourceTree.find(script, node -> node.isEQ() || node.isNE())) {
      if (test.getLastChild().isNull()
          && objects.contains(keys.get(test.getFirstChild()))
          && Conditions.isCondition(test)
          && !isScript(test)) {
        Node value = test.getFirstChild().detach();
        test.replaceWith(test.isNE() ? value : IR.not(value).srcref(test));
      }
    }
  }

  /** Whether a value goes to a parameter that is an object. */
  private boolean isHandedToObject(Node value, Declarations declarations) {
    Node call = value.getParent();
    if (!call.isCall() || !call.getFirstChild().isName() || call.getFirstChild() == value) {
      return false;
    }
    Node function =
        declarations.find(call.getFirstChild().getString()).filter(Node::isFunction).orElse(null);
    int index = call.getIndexOfChild(value) - 1;
    return function != null
        && function.getSecondChild().getChildCount() > index
        && objects.contains(keys.get(function.getSecondChild().getChildAtIndex(index)));
  }

  /** What a node is set to where it stands, or else null. */
  private static Node value(Node node) {
    Node parent = node.getParent();
    if (parent.isAssign() && parent.getFirstChild() == node) {
      return parent.getLastChild();
    }
    return node.isName() ? node.getFirstChild() : null;
  }

  private boolean isObject(Node value) {
    return value != null && (value.isNew() || objects.contains(keys.get(value)));
  }

  /** Whether the same field or variable is also set to what may be no object, or by a caller. */
  private boolean others(Node set) {
    return namesakes.get(keys.get(set)).stream()
        .anyMatch(
            node ->
                node.getParent().isParamList()
                    || node.getParent().isCatch()
                    || (value(node) == null
                        ? Conditions.isTarget(node) && !node.getParent().isLet()
                        : !value(node).isNull() && !isObject(value(node))));
  }

  /** The field, or the variable of a function, that a node stands for. */
  private static String key(Node node) {
    if (node.isGetProp()) {
      return node.getString().startsWith("$") ? node.getString() : "";
    }
    Node top = node;
    Node function = null;
    while (!top.getParent().isScript()) {
      top = top.getParent();
      function = top.isFunction() ? top : function;
    }
    return function == null ? "" : node.getString() + "@" + System.identityHashCode(function);
  }

  /** Whether a node is in a script of {@code @JSBody}, where values may be of any kind. */
  private static boolean isScript(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.isName() && up.getString().contains(NullTests.SCRIPT_FUNCTION)) {
        return true;
      }
    }
    return false;
  }
}
