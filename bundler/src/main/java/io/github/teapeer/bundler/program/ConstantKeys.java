package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.Collections;
import java.util.List;

/**
 * Reads properties in JavaScript's own way, without asking whether there is such a property, and
 * sets those whose names are known without asking whether the name is {@code __proto__}.
 *
 * <pre>
 *   set(x, "type", get(y, "type"));
 *   x.type = y.type;
 *
 *   get = (object, key) => { let value = object[key]; return value === undefined ? null : value; }
 *   set = (object, key, value) => { if (key === "__proto__") { … } else { object[key] = value; } }
 * </pre>
 */
final class ConstantKeys {
  private static final String PROTOTYPE = "__proto__";

  private final Node script;

  ConstantKeys(Node script) {
    this.script = script;
  }

  void apply() {
    Declarations declarations = new Declarations(script);
    for (String name : declarations.names()) {
      if (declarations.find(name).filter(ConstantKeys::isCarefulSetter).isPresent()) {
        calls(name).forEach(ConstantKeys::assign);
      } else if (declarations.find(name).filter(ConstantKeys::isCarefulGetter).isPresent()) {
        calls(name).forEach(ConstantKeys::read);
      }
    }
  }

  /** The calls of a function, the inner ones first. */
  private List<Node> calls(String function) {
    List<Node> calls = SourceTree.find(script, node -> Program.isCallOf(node, function));
    Collections.reverse(calls);
    return calls;
  }

  private static boolean isCarefulGetter(Node value) {
    if (!value.isFunction()
        || !value.getLastChild().isBlock()
        || value.getLastChild().getChildCount() != 2
        || value.getSecondChild().getChildCount() != 2) {
      return false;
    }
    Node read = value.getLastChild().getFirstChild();
    Node result = value.getLastChild().getLastChild();
    Node element = read.isVar() ? read.getFirstFirstChild() : null;
    Node choice = result.isReturn() ? result.getFirstChild() : null;
    return element != null
        && element.isGetElem()
        && isSame(element.getFirstChild(), value.getSecondChild().getFirstChild())
        && isSame(element.getLastChild(), value.getSecondChild().getLastChild())
        && choice != null
        && choice.isHook()
        && choice.getSecondChild().isNull()
        && isSame(choice.getLastChild(), read.getFirstChild())
        && Program.mentions(choice.getFirstChild(), "undefined");
  }

  private static boolean isCarefulSetter(Node value) {
    if (!value.isFunction() || !value.getLastChild().isBlock()) {
      return false;
    }
    Node choice = value.getLastChild().getFirstChild();
    return value.getLastChild().hasOneChild()
        && choice.isIf()
        && choice.getChildCount() == 3
        && !SourceTree.find(
                choice.getFirstChild(),
                node -> node.isStringLit() && node.getString().equals(PROTOTYPE))
            .isEmpty()
        && isPlainAssignment(choice.getLastChild(), value.getSecondChild());
  }

  /** {@code object[key] = value;} of the three parameters in this order. */
  private static boolean isPlainAssignment(Node block, Node parameters) {
    if (!block.hasOneChild() || !block.getFirstChild().isExprResult()) {
      return false;
    }
    Node assignment = block.getFirstFirstChild();
    return parameters.getChildCount() == 3
        && assignment.isAssign()
        && assignment.getFirstChild().isGetElem()
        && isSame(assignment.getFirstFirstChild(), parameters.getFirstChild())
        && isSame(assignment.getFirstChild().getLastChild(), parameters.getSecondChild())
        && isSame(assignment.getLastChild(), parameters.getLastChild());
  }

  private static boolean isSame(Node use, Node parameter) {
    return use.matchesName(parameter.getString());
  }

  private static void read(Node call) {
    Node object = call.getSecondChild();
    Node key = object.getNext();
    object.detach();
    Node read =
        key.isStringLit() ? IR.getprop(object, key.getString()) : IR.getelem(object, key.detach());
    call.replaceWith(read.srcrefTreeIfMissing(call));
  }

  private static void assign(Node call) {
    Node object = call.getSecondChild();
    Node key = object.getNext();
    if (!call.getParent().isExprResult()
        || !key.isStringLit()
        || key.getString().equals(PROTOTYPE)) {
      return;
    }
    Node value = key.getNext().detach();
    Node target = IR.getprop(object.detach(), key.getString());
    call.replaceWith(IR.assign(target, value).srcrefTreeIfMissing(call));
  }
}
