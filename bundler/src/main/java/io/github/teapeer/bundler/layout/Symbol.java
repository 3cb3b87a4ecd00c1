package io.github.teapeer.bundler.layout;

import com.google.javascript.rhino.Node;
import java.util.List;

/**
 * Something with a name that nobody else knows.
 *
 * @param key what it was called before its name was made short
 * @param group of which each other must have another name
 * @param prefix what its name begins with
 * @param isMember whether it is a member, which may have any name, and not a variable, which may
 *     have the name of another
 * @param nodes the nodes with its name
 */
public record Symbol(String key, String group, String prefix, boolean isMember, List<Node> nodes) {

  /** Makes the list its own. */
  public Symbol {
    nodes = List.copyOf(nodes);
  }

  /** Its name, without what it begins with. */
  String name() {
    return nodes.get(0).getString().substring(prefix.length());
  }

  /** Gives it another name, without what it begins with. */
  void rename(String name) {
    nodes.forEach(node -> node.setString(prefix + name));
  }
}
