package io.github.teapeer.bundler;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.CompilerPass;
import com.google.javascript.rhino.Node;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives TeaVM's members short names, the most frequent ones the shortest.
 *
 * <p>Pages decorate the objects they get ({@code conn.name = 'Ann'}), so a Java field must never be
 * called what a page may think of. TeaVM, told not to minify, calls every member {@code $name};
 * here {@code $name} becomes a dollar sign and a letter, or a dollar sign, a letter and a digit.
 */
final class MemberNames implements CompilerPass {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";

  private final AbstractCompiler compiler;

  MemberNames(AbstractCompiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public void process(Node externs, Node root) {
    Map<String, Integer> uses = new TreeMap<>();
    SourceTree.visit(
        root,
        node -> {
          if (isMember(node)) {
            uses.merge(node.getString(), 1, Integer::sum);
          }
        });
    Map<String, String> names = shortNames(uses);
    SourceTree.visit(
        root,
        node -> {
          if (isMember(node)) {
            node.setString(names.get(node.getString()));
            compiler.reportChangeToEnclosingScope(node);
          }
        });
  }

  private static boolean isMember(Node node) {
    return (node.isGetProp()
            || node.isStringKey()
            || node.isStringLit()
            || node.isMemberFunctionDef()
            || node.isGetterDef()
            || node.isSetterDef()
            || node.isOptChainGetProp())
        && node.getString().startsWith("$")
        && node.getString().length() > 1;
  }

  private static Map<String, String> shortNames(Map<String, Integer> uses) {
    Map<String, String> names = new HashMap<>();
    int[] next = {0};
    uses.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> names.put(entry.getKey(), shortName(next[0]++)));
    Set<String> distinct = new HashSet<>(names.values());
    if (distinct.size() != names.size()) {
      throw new IllegalStateException("Two members got the same name");
    }
    return names;
  }

  /** The short name of the member with this rank: $a…$Z, then $a0…$Z9, and so on. */
  static String shortName(int rank) {
    StringBuilder name = new StringBuilder("$");
    int rest = rank;
    int block = LETTERS.length();
    int digits = 0;
    while (rest >= block) {
      rest -= block;
      block *= DIGITS.length();
      digits++;
    }
    name.append(LETTERS.charAt(rest % LETTERS.length()));
    rest /= LETTERS.length();
    for (int i = 0; i < digits; i++) {
      name.append(DIGITS.charAt(rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return name.toString();
  }
}
