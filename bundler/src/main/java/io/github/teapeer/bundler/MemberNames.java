package io.github.teapeer.bundler;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.layout.Listing;
import io.github.teapeer.bundler.layout.Symbol;
import io.github.teapeer.bundler.program.MemberOwners;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives TeaVM's members short names, the most frequent ones the shortest. Objects that have nothing
 * in common may have members of the same name.
 *
 * <p>Pages decorate the objects they get ({@code conn.name = 'Ann'}), so a field of those must
 * never be called what a page may think of: their names start with a dollar sign.
 */
final class MemberNames {
  private static final String DIGITS = "0123456789";

  private final MemberOwners owners;

  MemberNames(MemberOwners owners) {
    this.owners = owners;
  }

  /**
   * Renames the members in a tree that nothing will optimise any more.
   *
   * @return the members, by their names from now on
   */
  List<Symbol> shorten(Node root) {
    Map<String, Integer> uses = new TreeMap<>();
    for (Node member : SourceTree.find(root, MemberNames::isMember)) {
      uses.merge(member.getString(), 1, Integer::sum);
    }
    Map<String, Integer> next = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    uses.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(
            entry -> {
              String family = owners.family(entry.getKey());
              String name = shortName(next.merge(family, 1, Integer::sum) - 1);
              names.put(entry.getKey(), owners.isShown(family) ? "$" + name : name);
            });
    Map<String, List<Node>> nodes = new TreeMap<>();
    for (Node member : SourceTree.find(root, MemberNames::isMember)) {
      nodes.computeIfAbsent(member.getString(), key -> new ArrayList<>()).add(member);
      member.setString(names.get(member.getString()));
    }
    List<Symbol> symbols = new ArrayList<>();
    nodes.forEach((member, named) -> symbols.add(symbol(member, named)));
    return symbols;
  }

  private Symbol symbol(String member, List<Node> nodes) {
    String family = owners.family(member);
    return new Symbol(
        member,
        Symbol.Kind.MEMBER,
        Set.of("." + family),
        Set.of(),
        owners.isShown(family) ? "$" : "",
        nodes);
  }

  private static boolean isMember(Node node) {
    return isProperty(node) && isOurs(node.getString());
  }

  /** Whether a node names a property. */
  static boolean isProperty(Node node) {
    return node.isGetProp()
        || node.isStringKey()
        || node.isMemberFunctionDef()
        || node.isMemberFieldDef()
        || node.isGetterDef()
        || node.isSetterDef()
        || node.isOptChainGetProp();
  }

  /** Whether a property is a member of TeaVM's program, and not what a page or a browser knows. */
  static boolean isOurs(String property) {
    return property.startsWith("$") && property.length() > 1;
  }

  /** The short name of the member with this rank: a…Z, then a0…Z9, and so on. */
  static String shortName(int rank) {
    StringBuilder name = new StringBuilder();
    int rest = rank;
    int block = Listing.LETTERS.length();
    int digits = 0;
    while (rest >= block) {
      rest -= block;
      block *= DIGITS.length();
      digits++;
    }
    name.append(Listing.LETTERS.charAt(rest % Listing.LETTERS.length()));
    rest /= Listing.LETTERS.length();
    for (int i = 0; i < digits; i++) {
      name.append(DIGITS.charAt(rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return name.toString();
  }
}
