package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.Conditions;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out fields that nothing reads, other than to set more of them. What a field of an
 * implementation refers to is often not needed any more once its methods are called directly.
 *
 * <pre>
 *   x.$platform = p; y.$platform2 = x.$platform;
 * </pre>
 */
final class UnreadFields {
  private final Node script;
  private final Map<String, JavaClass> classes;
  private final Declarations declarations;
  private final Set<String> escaping = new HashSet<>();

  UnreadFields(Node script, Map<String, JavaClass> classes) {
    this.script = script;
    this.classes = classes;
    declarations = new Declarations(script);
  }

  void apply() {
    findEscaping();
    Map<String, Set<String>> sources = new HashMap<>();
    Deque<String> found = new ArrayDeque<>();
    for (Node node : SourceTree.find(script, UnreadFields::isRead)) {
      String target = target(node);
      if (target == null) {
        found.add(key(node));
      } else {
        sources.computeIfAbsent(target, key -> new HashSet<>()).add(key(node));
      }
    }
    Set<String> read = new HashSet<>();
    while (!found.isEmpty()) {
      String key = found.remove();
      if (read.add(key)) {
        found.addAll(sources.getOrDefault(key, Set.of()));
      }
    }
    for (JavaClass type : classes.values()) {
      for (String field : List.copyOf(type.fields().keySet())) {
        if (!read.contains(field)) {
          remove(field);
          type.fields().remove(field);
        }
      }
    }
  }

  /** Finds the functions that are more than called, whose parameters anything may be. */
  private void findEscaping() {
    for (Node name : SourceTree.find(script, Node::isName)) {
      Node parent = name.getParent();
      if (!(parent.isCall() && parent.getFirstChild() == name) && !Conditions.isTarget(name)) {
        escaping.add(name.getString());
      }
    }
  }

  private static boolean isRead(Node node) {
    return node.isName()
        ? !Conditions.isTarget(node) && !node.hasChildren()
        : node.isGetProp() && !(node.getParent().isAssign() && Conditions.isTarget(node));
  }

  /** The one thing that a value goes to, or null when it is used. */
  private String target(Node value) {
    Node parent = value.getParent();
    if (parent.isName()) {
      return key(parent);
    }
    if (parent.isAssign() && parent.getParent().isExprResult()) {
      Node left = parent.getFirstChild();
      return left.isName() || left.isGetProp() ? key(left) : null;
    }
    if (parent.isCall() && parent.getFirstChild().isName() && parent.getFirstChild() != value) {
      return parameter(parent.getFirstChild().getString(), parent.getIndexOfChild(value) - 1);
    }
    return null;
  }

  private String parameter(String function, int index) {
    Node value = declarations.find(function).filter(Node::isFunction).orElse(null);
    if (value == null
        || escaping.contains(function)
        || value.getSecondChild().getChildCount() <= index
        || !value.getSecondChild().getChildAtIndex(index).isName()) {
      return null;
    }
    return key(value.getSecondChild().getChildAtIndex(index));
  }

  /** A field by its name, a variable with the function at the top that it is in. */
  private static String key(Node node) {
    if (node.isGetProp()) {
      return node.getString();
    }
    Node function = null;
    for (Node up = node; !up.isScript(); up = up.getParent()) {
      function = up.isFunction() ? up : function;
    }
    return node.getString() + "@" + System.identityHashCode(function);
  }

  private void remove(String field) {
    for (Node access :
        SourceTree.find(script, node -> node.isGetProp() && node.getString().equals(field))) {
      Node assignment = access.getParent();
      if (assignment.isAssign() && assignment.getParent().isExprResult() && !isRead(access)) {
        Node value = assignment.getLastChild();
        if (isWithoutEffect(value)) {
          assignment.getParent().detach();
        } else {
          assignment.replaceWith(value.detach());
        }
      }
    }
  }

  private static boolean isWithoutEffect(Node value) {
    return value.isName()
        || value.isThis()
        || value.isNull()
        || value.isNumber()
        || value.isStringLit()
        || (value.isGetProp() && isWithoutEffect(value.getFirstChild()));
  }
}
