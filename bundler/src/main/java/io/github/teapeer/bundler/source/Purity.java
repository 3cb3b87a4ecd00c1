package io.github.teapeer.bundler.source;

import com.google.javascript.rhino.Node;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be computed sooner or later all the same. */
public final class Purity {
  private static final Pattern MEMBER = Pattern.compile("Q\\d+Q");

  private Purity() {}

  /** Whether computing a value changes nothing. */
  public static boolean isPure(Node value) {
    return switch (value.getToken()) {
      case NAME, THIS, NULL, TRUE, FALSE, NUMBER, STRINGLIT, FUNCTION, MEMBER_FUNCTION_DEF -> true;
      case STRING_KEY, GETPROP, GETELEM, VOID, BITNOT, OBJECTLIT, ARRAYLIT -> areAllPure(value);
      default -> isOperation(value) && areAllPure(value);
    };
  }

  private static boolean areAllPure(Node value) {
    return SourceTree.children(value).stream().allMatch(Purity::isPure);
  }

  /** Whether a value is computed of others, of which the first is always computed, and first. */
  public static boolean isOperation(Node value) {
    return switch (value.getToken()) {
      case NOT,
          NEG,
          TYPEOF,
          ADD,
          SUB,
          MUL,
          DIV,
          MOD,
          EXPONENT,
          BITAND,
          BITOR,
          BITXOR,
          LSH,
          RSH,
          URSH,
          EQ,
          NE,
          SHEQ,
          SHNE,
          LT,
          GT,
          LE,
          GE,
          AND,
          OR,
          COALESCE,
          HOOK ->
          true;
      default -> false;
    };
  }

  /** Whether a value is pure, and all that it is made of is computed. */
  public static boolean isSingle(Node value) {
    return isPure(value)
        && SourceTree.find(
                value,
                node ->
                    node.isAnd()
                        || node.isOr()
                        || node.isHook()
                        || node.isNullishCoalesce()
                        || node.isFunction()
                        || node.isGetElem())
            .isEmpty();
  }

  /** The objects of which a value has members, which must not be null. */
  public static Set<String> objects(Node value) {
    Set<String> objects = new HashSet<>();
    for (Node member : SourceTree.find(value, Node::isGetProp)) {
      objects.add(String.valueOf(member.getFirstChild().getQualifiedName()));
    }
    return objects;
  }

  /** Whether a value is the same at any time. */
  public static boolean isConstant(Node value) {
    return switch (value.getToken()) {
      case THIS, NULL, TRUE, FALSE, NUMBER, STRINGLIT -> true;
      case NEG, VOID, EXPONENT, SUB, LSH ->
          SourceTree.children(value).stream().allMatch(Purity::isConstant);
      default -> false;
    };
  }

  /** Whether two values can be computed in any order. */
  public static boolean areFree(Node one, Node other) {
    return (isPure(one) && isPure(other)) || isConstant(one) || isConstant(other);
  }

  /**
   * Whether a name is that of a member of the program's own objects, while names are looked for.
   */
  public static boolean isMember(String name) {
    return MEMBER.matcher(name).matches();
  }
}
