package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the fields of a program's objects are declared, and where they are read or set. */
final class FieldUses {
  private final Map<String, List<Node>> keys = new HashMap<>();
  private final Map<String, List<Node>> accesses = new HashMap<>();

  FieldUses(Node root) {
    for (Node node : SourceTree.find(root, FieldUses::isField)) {
      (node.isGetProp() ? accesses : keys)
          .computeIfAbsent(node.getString(), name -> new ArrayList<>())
          .add(node);
    }
  }

  /** A member of the program's, whose names nobody else has. */
  static boolean isField(Node node) {
    return (node.isGetProp() || node.isStringKey() || node.isMemberFunctionDef())
        && node.getString().startsWith("$");
  }

  /** The names of the fields that objects are made with. */
  List<String> names() {
    return List.copyOf(keys.keySet());
  }

  /** What objects are made with: the entries of literals, and methods. */
  List<Node> keys(String name) {
    return keys.get(name);
  }

  /** Where a field is read or set. */
  List<Node> accesses(String name) {
    return accesses.getOrDefault(name, List.of());
  }
}
