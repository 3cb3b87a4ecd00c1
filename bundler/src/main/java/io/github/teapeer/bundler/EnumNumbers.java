package io.github.teapeer.bundler;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.layout.Symbol;
import io.github.teapeer.bundler.program.EnumNumber;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Numbers for the constants of enums, of which nobody but the program knows. */
final class EnumNumbers {
  private EnumNumbers() {}

  /**
   * Counts the constants in a tree that nothing will optimise any more, so that a number stands for
   * each.
   *
   * @return the constants, which may get other numbers
   */
  static List<Symbol> count(Node root) {
    Map<EnumNumber, List<Node>> uses =
        new TreeMap<>(Comparator.comparing(EnumNumber::type).thenComparing(EnumNumber::ordinal));
    for (Node node : SourceTree.find(root, Node::isNumber)) {
      EnumNumber.of(node)
          .ifPresent(number -> uses.computeIfAbsent(number, key -> new ArrayList<>()).add(node));
    }
    List<Symbol> symbols = new ArrayList<>();
    uses.forEach(
        (number, nodes) -> {
          nodes.forEach(node -> node.setDouble(number.ordinal() + 1));
          String type = "enum" + number.type();
          symbols.add(
              new Symbol(
                  type + "." + number.ordinal(),
                  Symbol.Kind.NUMBER,
                  Set.of(type),
                  Set.of(),
                  "",
                  nodes));
        });
    return symbols;
  }
}
