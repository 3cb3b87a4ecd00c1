package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which names of a script stand for the same variable, whatever it is called. */
public final class Bindings {
  private final Set<Set<Node>> variables;

  private Bindings(Set<Set<Node>> variables) {
    this.variables = variables;
  }

  /**
   * Finds what the names of a tree stand for.
   *
   * @param root a tree
   * @param ignored names that do not matter
   */
  public static Bindings of(Node root, Set<Node> ignored) {
    Map<Node, Object> meanings = new HashMap<>();
    for (Variable variable : new Scopes(root).variables()) {
      variable.nodes().forEach(node -> meanings.put(node, variable));
    }
    Map<Object, Set<Node>> variables = new HashMap<>();
    for (Node name : SourceTree.find(root, node -> node.isName() && !ignored.contains(node))) {
      variables
          .computeIfAbsent(meanings.getOrDefault(name, name.getString()), key -> new HashSet<>())
          .add(name);
    }
    return new Bindings(new HashSet<>(variables.values()));
  }

  /**
   * Compares what names stand for with what they stand for once they have changed.
   *
   * @param changed that of the same tree
   * @throws BuildFailure when two names have come to stand for the same, or no longer do
   */
  public void checkSame(Bindings changed) {
    if (!variables.equals(changed.variables)) {
      throw new BuildFailure("Names stand for other variables than before");
    }
  }
}
