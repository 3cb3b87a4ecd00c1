package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which names of a script stand for the same value, whatever variable it is in. */
public final class Bindings {
  private final Set<Set<Node>> variables;

  private Bindings(Set<Set<Node>> variables) {
    this.variables = variables;
  }

  /**
   * Finds what the names of a tree stand for.
   *
   * @param root a tree
   * @param passed the parameters that callers pass; others only declare a variable
   */
  public static Bindings of(Node root, Set<Node> passed) {
    Set<Node> ignored = parameters(root);
    ignored.removeAll(passed);
    Map<Node, Object> meanings = new HashMap<>();
    List<Variable> all = new Scopes(root).variables();
    for (Variable variable : all) {
      variable.nodes().forEach(node -> meanings.put(node, variable));
    }
    for (Node function : SourceTree.find(root, Node::isFunction)) {
      Webs.all(function, all)
          .forEach(
              (variable, values) ->
                  values.forEach(
                      value ->
                          Webs.nodes(variable, value).forEach(node -> meanings.put(node, value))));
    }
    Map<Object, Set<Node>> variables = new HashMap<>();
    for (Node name : SourceTree.find(root, node -> node.isName() && !ignored.contains(node))) {
      variables
          .computeIfAbsent(meanings.getOrDefault(name, name.getString()), key -> new HashSet<>())
          .add(name);
    }
    return new Bindings(new HashSet<>(variables.values()));
  }

  /** The parameters of all functions, as far as each is a name alone. */
  public static Set<Node> parameters(Node root) {
    return new HashSet<>(
        SourceTree.find(root, node -> node.isName() && node.getParent().isParamList()));
  }

  /**
   * Compares what names stand for with what they stand for once they have changed, and some of them
   * may be gone.
   *
   * @param changed that of the same tree
   * @throws BuildFailure when two names have come to stand for the same, or no longer do
   */
  public void checkSame(Bindings changed) {
    Set<Node> left = changed.names();
    left.retainAll(names());
    if (!of(left).equals(changed.of(left))) {
      throw new BuildFailure("Names stand for other values than before");
    }
  }

  private Set<Node> names() {
    Set<Node> names = new HashSet<>();
    variables.forEach(names::addAll);
    return names;
  }

  /** What some of the names stand for. */
  private Set<Set<Node>> of(Set<Node> some) {
    Set<Set<Node>> left = new HashSet<>();
    for (Set<Node> variable : variables) {
      Set<Node> names = new HashSet<>(variable);
      names.retainAll(some);
      if (!names.isEmpty()) {
        left.add(names);
      }
    }
    return left;
  }
}
