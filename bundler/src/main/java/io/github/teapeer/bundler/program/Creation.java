package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An expression {@code new Type()}, and the values that the statements after it give to the fields.
 *
 * <pre>
 *   x = new Type(); x.$a = 1; x.$b = y;
 * </pre>
 */
final class Creation {
  private final Node expression;
  private final Map<String, Node> declared;
  private final Set<String> globals;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Creation(Node expression, JavaClass type, Set<String> globals) {
    this.expression = expression;
    this.globals = globals;
    declared = type.allFields();
  }

  /**
   * Takes the assignments out of the program and moves the creation to where the last of them was.
   *
   * @param expression the {@code new} expression
   * @param type its class
   * @param globals the variables that any call may change
   */
  static Creation collect(Node expression, JavaClass type, Set<String> globals) {
    Creation creation = new Creation(expression, type, globals);
    Node parent = expression.getParent();
    if (parent.isName() && parent.getGrandparent().isBlock()) {
      creation.fold(separate(parent), parent.getString());
    } else if (parent.isAssign()
        && parent.getFirstChild().isName()
        && parent.getParent().isExprResult()) {
      creation.fold(parent.getParent(), parent.getFirstChild().getString());
    }
    for (Map.Entry<String, Node> field : creation.declared.entrySet()) {
      creation.values.computeIfAbsent(field.getKey(), name -> field.getValue().cloneTree());
    }
    return creation;
  }

  /** The values of all fields, in the order in which they are computed. */
  Map<String, Node> values() {
    return values;
  }

  /** Puts another expression in the place of {@code new}. */
  void replaceWith(Node replacement) {
    expression.replaceWith(replacement.srcrefTreeIfMissing(expression));
  }

  /** Gives a variable that is declared together with others a declaration of its own. */
  private static Node separate(Node name) {
    Node declaration = name.getParent();
    List<Node> names = Declarations.children(declaration);
    Node result = declaration;
    for (Node each : names.subList(1, names.size())) {
      Node own = new Node(declaration.getToken()).srcref(declaration);
      each.detach();
      own.addChildToBack(each);
      own.insertAfter(result);
      result = own;
    }
    return name.getParent();
  }

  private void fold(Node statement, String variable) {
    boolean mayMove = !isInTry(statement);
    Node last = null;
    Node next = statement.getNext();
    while (next != null) {
      Node following = next.getNext();
      if (setsField(next, variable)) {
        Node target = next.getFirstFirstChild();
        values.put(target.getString(), target.getNext().detach());
        last = next.getPrevious();
        next.detach();
      } else if (!mayMove || !isIndependent(next, variable)) {
        break;
      }
      next = following;
    }
    if (last != null && last != statement) {
      statement.detach();
      statement.insertAfter(last);
    }
  }

  private boolean setsField(Node statement, String variable) {
    if (!statement.isExprResult()
        || !statement.getFirstChild().isAssign()
        || !statement.getFirstFirstChild().isGetProp()) {
      return false;
    }
    Node target = statement.getFirstFirstChild();
    return target.getFirstChild().matchesName(variable)
        && declared.containsKey(target.getString())
        && !values.containsKey(target.getString())
        && !Program.mentions(target.getNext(), variable);
  }

  /** Whether the creation, with the values so far, may as well happen after a statement. */
  private boolean isIndependent(Node statement, String variable) {
    if (Program.mentions(statement, variable)
        || !SourceTree.find(statement, Creation::leaves).isEmpty()) {
      return false;
    }
    return isInert(statement)
        ? values.values().stream()
            .noneMatch(value -> Program.mentions(value, assigned(statement).getString()))
        : values.values().stream().allMatch(value -> isUnaffected(value, statement));
  }

  /** Whether control may go elsewhere, where the object is expected to be there. */
  private static boolean leaves(Node node) {
    return node.isBreak()
        || node.isContinue()
        || node.isReturn()
        || node.isThrow()
        || node.isFunction();
  }

  /** Whether a statement does nothing but to create an object, so that nothing can notice when. */
  private static boolean isInert(Node statement) {
    Node name = assigned(statement);
    Node value = name == null ? null : name.hasChildren() ? name.getFirstChild() : name.getNext();
    return value != null
        && (value.isNew() || value.isObjectLit())
        && SourceTree.find(
                value,
                node ->
                    !node.isNew()
                        && !node.isObjectLit()
                        && !node.isStringKey()
                        && !node.isNumber()
                        && !node.isNull()
                        && !(node.isName() && node.getParent().isNew()))
            .isEmpty();
  }

  /** The variable that a statement assigns, or null where it does something else. */
  private static Node assigned(Node statement) {
    if (statement.isLet() && statement.hasOneChild() && statement.getFirstChild().hasChildren()) {
      return statement.getFirstChild();
    }
    return statement.isExprResult()
            && statement.getFirstChild().isAssign()
            && statement.getFirstFirstChild().isName()
        ? statement.getFirstFirstChild()
        : null;
  }

  private boolean isUnaffected(Node value, Node statement) {
    if (value.isNumber() || value.isStringLit() || value.isNull()) {
      return true;
    }
    return value.isName()
        && !globals.contains(value.getString())
        && SourceTree.find(
                statement,
                node ->
                    (node.isAssign() || node.isInc() || node.isDec() || node.isLet())
                        && node.getFirstChild().matchesName(value.getString()))
            .isEmpty();
  }

  private static boolean isInTry(Node statement) {
    for (Node node = statement; node != null && !node.isFunction(); node = node.getParent()) {
      if (node.isTry()) {
        return true;
      }
    }
    return false;
  }

  /** The variables at the top level of a program, which any call may change. */
  static Set<String> globals(Node script) {
    List<String> names = new ArrayList<>();
    for (Node statement : Declarations.children(script)) {
      if (statement.isLet() || statement.isVar()) {
        for (Node name : Declarations.children(statement)) {
          if (!name.hasChildren() || !name.getFirstChild().isFunction()) {
            names.add(name.getString());
          }
        }
      }
    }
    return Set.copyOf(names);
  }
}
