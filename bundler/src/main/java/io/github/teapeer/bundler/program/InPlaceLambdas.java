package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves lambdas to the one place where each is created, where the variables that they capture never
 * change.
 *
 * <pre>
 *   Lambda_run = captured => a => g(captured, a);    f(Lambda_run(y));
 *   f(a => g(y, a));
 * </pre>
 */
final class InPlaceLambdas {
  private final Node script;
  private final Map<String, List<Node>> uses = new HashMap<>();
  private int moved;

  InPlaceLambdas(Node script) {
    this.script = script;
  }

  void apply() {
    for (Node name : SourceTree.find(script, Node::isName)) {
      uses.computeIfAbsent(name.getString(), key -> new ArrayList<>()).add(name);
    }
    Declarations declarations = new Declarations(script);
    for (String name : declarations.names()) {
      Node factory = declarations.find(name).orElseThrow();
      Node creation = isFactory(factory) ? onlyCall(name) : null;
      if (creation != null && canMove(factory, creation)) {
        move(factory, creation);
        declarations.remove(name);
      }
    }
  }

  /** Whether this is a function that does nothing but to create another. */
  private static boolean isFactory(Node value) {
    return value.isArrowFunction()
        && value.getLastChild().isArrowFunction()
        && Declarations.children(value.getSecondChild()).stream().allMatch(Node::isName);
  }

  /** The one call of a function that is not used in another way, or else null. */
  private Node onlyCall(String function) {
    // Once where it is declared, and once here.
    List<Node> names = uses.get(function);
    if (names.size() != 2) {
      return null;
    }
    Node call =
        names.get(1).getParent().isCall() ? names.get(1).getParent() : names.get(0).getParent();
    return Program.isCallOf(call, function) ? call : null;
  }

  private static boolean canMove(Node factory, Node creation) {
    List<Node> arguments = Declarations.children(creation).subList(1, creation.getChildCount());
    Node top = creation;
    while (!top.getParent().isScript()) {
      top = top.getParent();
    }
    Node around = top;
    return factory.getSecondChild().getChildCount() == arguments.size()
        && arguments.stream().allMatch(argument -> isUnchanging(argument, around));
  }

  /** Whether an argument has the same value whenever it is computed after its variable was set. */
  private static boolean isUnchanging(Node argument, Node around) {
    if (argument.isNumber() || argument.isNull() || argument.isStringLit()) {
      return true;
    }
    if (!argument.isName()) {
      return false;
    }
    List<Node> bindings =
        SourceTree.find(
            around,
            node -> node.matchesName(argument.getString()) && (isBound(node) || isSet(node)));
    return bindings.size() == 1
        && !(isSet(bindings.get(0)) && SourceTree.isRepeated(bindings.get(0)));
  }

  /** Whether a variable gets its value where it is declared. */
  private static boolean isBound(Node name) {
    Node parent = name.getParent();
    return parent.isParamList()
        || parent.isCatch()
        || (NodeUtil.isNameDeclaration(parent) && name.hasChildren());
  }

  private static boolean isSet(Node name) {
    Node parent = name.getParent();
    return (NodeUtil.isAssignmentOp(parent) || parent.isInc() || parent.isDec())
        && parent.getFirstChild() == name;
  }

  private void move(Node factory, Node creation) {
    Map<String, Node> values = new HashMap<>();
    Node argument = creation.getSecondChild();
    for (Node parameter : Declarations.children(factory.getSecondChild())) {
      values.put(parameter.getString(), argument);
      argument = argument.getNext();
    }
    Node lambda = factory.getLastChild().detach();
    makeOwnNames(lambda);
    for (Node name :
        SourceTree.find(lambda, node -> node.isName() && values.containsKey(node.getString()))) {
      Node copy = values.get(name.getString()).cloneTree();
      uses.computeIfAbsent(copy.isName() ? copy.getString() : "", key -> new ArrayList<>())
          .add(copy);
      name.replaceWith(copy);
    }
    creation.replaceWith(lambda);
  }

  /** Gives the variables of a function names that nothing around it has. */
  private void makeOwnNames(Node lambda) {
    moved++;
    Set<String> own = new HashSet<>();
    for (Node name : SourceTree.find(lambda, Node::isName)) {
      Node parent = name.getParent();
      if (NodeUtil.isNameDeclaration(parent) || parent.isParamList() || parent.isCatch()) {
        own.add(name.getString());
      }
    }
    for (Node name :
        SourceTree.find(lambda, node -> node.isName() && own.contains(node.getString()))) {
      name.setString(name.getString() + "$in" + moved);
    }
  }
}
