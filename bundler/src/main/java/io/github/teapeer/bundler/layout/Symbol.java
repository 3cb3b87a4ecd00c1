package io.github.teapeer.bundler.layout;

import com.google.javascript.rhino.Node;
import java.util.List;
import java.util.Set;

/**
 * Something with a name that nobody else knows.
 *
 * @param key what it was called before its name was made short
 * @param kind what it is
 * @param places where it is known: what is known in the same place must have another name
 * @param taken names that it must not get, since something that keeps its name has them there
 * @param prefix what its name begins with
 * @param nodes the nodes with its name
 */
public record Symbol(
    String key, Kind kind, Set<String> places, Set<String> taken, String prefix, List<Node> nodes) {

  /** The words of two letters that are no names in JavaScript. */
  public static final Set<String> RESERVED = Set.of("do", "if", "in");

  /** What a symbol is, which says what it may be called. */
  public enum Kind {
    /** A member of objects, which may have any name. */
    MEMBER,
    /** What a whole script knows, which may be called as another one is, or any two letters. */
    GLOBAL,
    /** A variable of a function, which may be called as any of any function is. */
    LOCAL,
    /** A constant, for which any digit may stand but 0. */
    NUMBER
  }

  /** Makes the collections its own. */
  public Symbol {
    places = Set.copyOf(places);
    taken = Set.copyOf(taken);
    nodes = List.copyOf(nodes);
  }

  /** Its name, without what it begins with. */
  String name() {
    return kind == Kind.NUMBER
        ? Integer.toString((int) nodes.get(0).getDouble())
        : nodes.get(0).getString().substring(prefix.length());
  }

  /** Gives it another name, without what it begins with. */
  void rename(String name) {
    for (Node node : nodes) {
      if (kind == Kind.NUMBER) {
        node.setDouble(Double.parseDouble(name));
      } else {
        node.setString(prefix + name);
      }
    }
  }
}
