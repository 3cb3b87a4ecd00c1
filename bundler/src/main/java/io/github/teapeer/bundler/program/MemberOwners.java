package io.github.teapeer.bundler.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which objects have which members: what MemberNames must know to give two members the same name.
 *
 * <p>A family is a class with its relatives, by inheritance or by a method with the same name.
 * Objects of different families have nothing in common.
 */
public final class MemberOwners {
  private final Map<String, String> familyOf = new HashMap<>();
  private final Map<String, String> relatives = new HashMap<>();
  private final Set<String> shown = new HashSet<>();

  private MemberOwners() {}

  static MemberOwners of(Map<String, JavaClass> classes) {
    MemberOwners owners = new MemberOwners();
    Map<String, String> implementer = new HashMap<>();
    for (JavaClass type : classes.values()) {
      if (type.parent() != null) {
        owners.unite(type.name(), type.parent().name());
      }
      for (String method : type.methods().keySet()) {
        String other = implementer.putIfAbsent(method, type.name());
        if (other != null) {
          owners.unite(type.name(), other);
        }
      }
    }
    for (JavaClass type : classes.values()) {
      String family = owners.root(type.name());
      type.fields().keySet().forEach(field -> owners.familyOf.put(field, family));
      type.methods().keySet().forEach(method -> owners.familyOf.put(method, family));
      if (!type.exports().isEmpty() && !type.isLambda()) {
        owners.shown.add(family);
      }
    }
    return owners;
  }

  /**
   * The family of the objects that have a member.
   *
   * @param member the member's name in TeaVM's program
   * @return an opaque name, or the empty string where the owner is not known
   */
  public String family(String member) {
    return familyOf.getOrDefault(member, "");
  }

  /**
   * Whether pages get objects of a family, and may add properties of their own to them.
   *
   * @param family as {@link #family} tells it
   * @return true also where the owner is not known
   */
  public boolean isShown(String family) {
    return family.isEmpty() || shown.contains(family);
  }

  private void unite(String left, String right) {
    relatives.put(root(left), root(right));
  }

  private String root(String name) {
    String root = name;
    while (!relatives.getOrDefault(root, root).equals(root)) {
      root = relatives.get(root);
    }
    return root;
  }
}
