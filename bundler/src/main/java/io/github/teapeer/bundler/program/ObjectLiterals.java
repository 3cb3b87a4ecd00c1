package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes object literals of objects that nothing but their fields is asked of. A field that is null
 * is not there, see {@link NullTests}.
 *
 * <pre>
 *   x = new Type(); x.$a = 1; x.$b = y;    becomes    x = { $a: 1, $b: y };
 * </pre>
 */
final class ObjectLiterals {
  private final Node script;
  private final Map<String, JavaClass> classes;

  ObjectLiterals(Node script, Map<String, JavaClass> classes) {
    this.script = script;
    this.classes = classes;
  }

  void apply() {
    Set<String> tested = new HashSet<>();
    for (Node test : SourceTree.find(script, Node::isInstanceOf)) {
      if (test.getLastChild().isName()) {
        tested.add(test.getLastChild().getString());
      }
    }
    Set<String> globals = Creation.globals(script);
    for (Node expression : creations(script, classes)) {
      JavaClass type = classes.get(expression.getFirstChild().getString());
      if (!type.hasMembers() && !isTested(type, tested)) {
        Creation creation = Creation.collect(expression, type, globals);
        Node literal = IR.objectlit();
        creation
            .values()
            .forEach(
                (name, value) -> {
                  if (!value.isNull()) {
                    literal.addChildToBack(IR.stringKey(name, value));
                  }
                });
        creation.replaceWith(literal);
      }
    }
  }

  private static boolean isTested(JavaClass type, Set<String> tested) {
    return type.name().equals(NativeErrors.THROWABLE)
        || tested.contains(type.name())
        || (type.parent() != null && isTested(type.parent(), tested));
  }

  /** All {@code new} expressions of these classes. */
  static List<Node> creations(Node script, Map<String, JavaClass> classes) {
    return new ArrayList<>(
        SourceTree.find(
            script,
            node ->
                node.isNew()
                    && node.getFirstChild().isName()
                    && classes.containsKey(node.getFirstChild().getString())));
  }
}
