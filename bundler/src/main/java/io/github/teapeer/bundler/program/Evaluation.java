package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Follows the evaluation of statements until a variable is used, or its value would be another. */
final class Evaluation {
  /** What is found where. */
  enum Outcome {
    /** The variable is used, and its value could be computed there. */
    USED,
    /** The value could be computed after this as well. */
    IN_ORDER,
    /** The value must be computed before. */
    TOO_LATE
  }

  /**
   * What is known of all variables of a script, by their names.
   *
   * @param changed those that get a value more than once
   * @param shared those that are used in more than one function
   * @param methods the members of classes that nothing replaces
   */
  record Names(Set<String> changed, Set<String> shared, Set<String> methods) {
    static Names of(Node root, Map<String, List<Node>> uses) {
      Names names = new Names(new HashSet<>(), new HashSet<>(), new HashSet<>());
      for (Node method : SourceTree.find(root, Node::isMemberFunctionDef)) {
        names.methods.add(method.getString());
      }
      for (Node member :
          SourceTree.find(root, node -> node.isGetProp() && NodeUtil.isLValue(node))) {
        names.methods.remove(member.getString());
      }
      uses.forEach(
          (name, nodes) -> {
            if (nodes.stream().anyMatch(Names::isAssigned)) {
              names.changed.add(name);
            }
            if (nodes.stream().map(Names::function).distinct().count() > 1) {
              names.shared.add(name);
            }
          });
      return names;
    }

    private static boolean isAssigned(Node name) {
      Node parent = name.getParent();
      boolean isDeclared =
          parent.isParamList()
              || parent.isFunction()
              || parent.isClass()
              || (NodeUtil.isNameDeclaration(parent) && name.hasChildren());
      return NodeUtil.isLValue(name) && !isDeclared;
    }

    /** The function whose variable a name may be; a parameter is one of its function. */
    private static Node function(Node name) {
      Node up = name.getParent();
      if (up.isFunction() && up.getFirstChild() == name) {
        up = up.getParent();
      }
      while (up != null && !up.isFunction()) {
        up = up.getParent();
      }
      return up;
    }
  }

  private static final Set<String> PURE_FUNCTIONS =
      Set.of("encodeURIComponent", "String", "Number", "isNaN");

  /** Of texts. */
  private static final Set<String> PURE_METHODS =
      Set.of("toLowerCase", "charCodeAt", "fromCharCode", "replace");

  private final Node use;
  private final Names names;

  /** Whether computing the value may change something. */
  private final boolean hasEffect;

  /** Whether the value may be another one once something has changed. */
  private final boolean seesEffects;

  private final Set<String> assigned = new HashSet<>();
  private final Set<String> read = new HashSet<>();

  /**
   * Follows the evaluation that comes after a value was computed.
   *
   * @param value the value
   * @param use where it is used
   * @param names what is known of the variables
   */
  Evaluation(Node value, Node use, Names names) {
    this.use = use;
    this.names = names;
    hasEffect = !find(value, Evaluation::isEffect).isEmpty();
    for (Node name : find(value, Node::isName)) {
      if (NodeUtil.isLValue(name)) {
        assigned.add(name.getString());
      } else if (names.changed.contains(name.getString())) {
        read.add(name.getString());
      }
    }
    seesEffects =
        hasEffect
            || !find(value, node -> node.isGetProp() || node.isGetElem()).isEmpty()
            || read.stream().anyMatch(names.shared::contains);
  }

  /** What is computed at once in an expression: not what functions in it do later. */
  private static List<Node> find(Node value, Predicate<Node> condition) {
    return SourceTree.find(value, condition).stream()
        .filter(
            node -> {
              for (Node up = node; up != value; up = up.getParent()) {
                if (up.getParent().isFunction()) {
                  return false;
                }
              }
              return !value.isFunction();
            })
        .toList();
  }

  private static boolean isEffect(Node node) {
    return NodeUtil.isAssignmentOp(node)
        || node.isInc()
        || node.isDec()
        || isUnknown(node)
        || (node.isCall() && !isPure(node))
        || node.isNew();
  }

  /** What gives the same for the same, and changes nothing. */
  private static boolean isPure(Node call) {
    Node callee = call.getFirstChild();
    return call.isCall()
        && (callee.isName()
            ? PURE_FUNCTIONS.contains(callee.getString())
            : callee.isGetProp()
                && (callee.getFirstChild().matchesName("Math")
                    ? !callee.getString().equals("random")
                    : PURE_METHODS.contains(callee.getString())));
  }

  /** What nobody looks into. */
  private static boolean isUnknown(Node node) {
    return node.isDelProp()
        || node.isYield()
        || node.isAwait()
        || node.isSpread()
        || node.isTaggedTemplateLit()
        || node.isTemplateLit()
        || node.isOptChainCall()
        || node.isOptChainGetProp()
        || node.isOptChainGetElem()
        || node.isClass()
        || node.isDestructuringPattern()
        || node.isDestructuringLhs()
        || node.isComputedProp();
  }

  /** Follows a statement, as far as it is one expression. */
  Outcome ofStatement(Node statement) {
    if (statement.isExprResult()) {
      return of(statement.getFirstChild());
    }
    if (statement.isReturn() || statement.isThrow() || statement.isIf() || statement.isSwitch()) {
      return statement.hasChildren() && of(statement.getFirstChild()) == Outcome.USED
          ? Outcome.USED
          : Outcome.TOO_LATE;
    }
    if (statement.isForOf()) {
      return of(statement.getSecondChild()) == Outcome.USED ? Outcome.USED : Outcome.TOO_LATE;
    }
    if (NodeUtil.isNameDeclaration(statement)) {
      for (Node name = statement.getFirstChild(); name != null; name = name.getNext()) {
        Outcome outcome =
            !name.isName()
                ? Outcome.TOO_LATE
                : name.hasChildren() ? of(name.getFirstChild()) : Outcome.IN_ORDER;
        if (outcome != Outcome.IN_ORDER) {
          return outcome;
        }
      }
      return Outcome.IN_ORDER;
    }
    return Outcome.TOO_LATE;
  }

  private Outcome of(Node node) {
    if (node == use) {
      return Outcome.USED;
    }
    if (node.isFunction()) {
      return Outcome.IN_ORDER;
    }
    if (isUnknown(node)) {
      return Outcome.TOO_LATE;
    }
    if (node.isName()) {
      return isSame(node.getString()) ? Outcome.IN_ORDER : Outcome.TOO_LATE;
    }
    if (node.isAnd() || node.isOr() || node.isNullishCoalesce() || node.isHook()) {
      return ofConditional(node);
    }
    if (NodeUtil.isAssignmentOp(node) || node.isInc() || node.isDec()) {
      return ofAssignment(node);
    }
    Outcome outcome = ofChildren(node);
    if (outcome != Outcome.IN_ORDER) {
      return outcome;
    }
    if ((node.isCall() && !isPure(node)) || node.isNew()) {
      return seesEffects ? Outcome.TOO_LATE : Outcome.IN_ORDER;
    }
    boolean isRead = node.isGetProp() || node.isGetElem();
    boolean isMethod =
        node.isGetProp()
            && node.getParent().isCall()
            && node.getParent().getFirstChild() == node
            && (names.methods.contains(node.getString()) || !node.getString().startsWith("$"));
    return isRead && hasEffect && !isMethod ? Outcome.TOO_LATE : Outcome.IN_ORDER;
  }

  private Outcome ofChildren(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      Outcome outcome = of(child);
      if (outcome != Outcome.IN_ORDER) {
        return outcome;
      }
    }
    return Outcome.IN_ORDER;
  }

  /** What is not always computed may be left out, unless it has an effect. */
  private Outcome ofConditional(Node node) {
    Outcome outcome = of(node.getFirstChild());
    for (Node child = node.getSecondChild();
        child != null && outcome == Outcome.IN_ORDER;
        child = child.getNext()) {
      outcome = of(child);
      if (outcome == Outcome.USED && hasEffect) {
        return Outcome.TOO_LATE;
      }
    }
    return outcome;
  }

  private Outcome ofAssignment(Node node) {
    Node target = node.getFirstChild();
    boolean isPlain = node.isAssign();
    Outcome outcome =
        target.isName()
            ? isPlain || isSame(target.getString()) ? Outcome.IN_ORDER : Outcome.TOO_LATE
            : ofChildren(target);
    if (outcome != Outcome.IN_ORDER) {
      return outcome;
    }
    if (!target.isName() && !isPlain && hasEffect) {
      return Outcome.TOO_LATE;
    }
    if (target.getNext() != null) {
      outcome = of(target.getNext());
    }
    if (outcome != Outcome.IN_ORDER) {
      return outcome;
    }
    boolean isSeen =
        target.isName()
            ? read.contains(target.getString()) || !isSame(target.getString())
            : seesEffects;
    return isSeen ? Outcome.TOO_LATE : Outcome.IN_ORDER;
  }

  /** Whether computing the value leaves a variable as it is. */
  private boolean isSame(String name) {
    return !assigned.contains(name)
        && !(hasEffect && names.changed.contains(name) && names.shared.contains(name));
  }
}
