package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one function of the two that a constructor becomes, so that what it assigns stands where
 * the object is created.
 *
 * <pre>
 *   make = (a) => { let x = new Type(); init(x, a); return x; };    init = (self, b) => { self.$b = b; };
 *   make = (b) => { let self = new Type(); self.$b = b; return self; };
 * </pre>
 */
final class Constructors {
  private final Node script;

  Constructors(Node script) {
    this.script = script;
  }

  void apply() {
    Map<String, Integer> uses = new HashMap<>();
    for (Node name : SourceTree.find(script, Node::isName)) {
      uses.merge(name.getString(), 1, Integer::sum);
    }
    Declarations declarations = new Declarations(script);
    for (String name : declarations.names()) {
      Node maker = declarations.find(name).filter(Node::isFunction).orElse(null);
      Node call = maker == null ? null : initialisation(maker);
      if (call == null) {
        continue;
      }
      String initialiser = call.getFirstChild().getString();
      // Once where it is declared, and once here.
      Node function = declarations.find(initialiser).filter(Node::isFunction).orElse(null);
      if (function != null && uses.get(initialiser) == 2 && !leavesEarly(function)) {
        merge(maker, function);
        declarations.remove(initialiser);
      }
    }
  }

  /** The call {@code init(x, a)} of a function that only creates, initialises and returns. */
  private static Node initialisation(Node maker) {
    List<Node> statements = Declarations.children(maker.getLastChild());
    if (!maker.getLastChild().isBlock() || statements.size() != 3) {
      return null;
    }
    Node created = statements.get(0).isLet() ? statements.get(0).getFirstChild() : null;
    Node call = statements.get(1).isExprResult() ? statements.get(1).getFirstChild() : null;
    Node result = statements.get(2).isReturn() ? statements.get(2).getFirstChild() : null;
    if (created == null
        || !created.hasChildren()
        || !created.getFirstChild().isNew()
        || call == null
        || !call.isCall()
        || !call.getFirstChild().isName()
        || result == null
        || !result.matchesName(created.getString())) {
      return null;
    }
    List<Node> arguments = Declarations.children(call);
    List<Node> parameters = Declarations.children(maker.getSecondChild());
    if (arguments.size() != parameters.size() + 2
        || !arguments.get(1).matchesName(created.getString())) {
      return null;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!arguments.get(i + 2).matchesName(parameters.get(i).getString())) {
        return null;
      }
    }
    return call;
  }

  private static boolean leavesEarly(Node function) {
    return !SourceTree.find(function.getLastChild(), Node::isReturn).isEmpty();
  }

  private static void merge(Node maker, Node initialiser) {
    Node body = initialiser.getLastChild();
    Node parameters = initialiser.getSecondChild().detach();
    String self = parameters.removeFirstChild().getString();
    Node creation = maker.getLastChild().getFirstFirstChild().getFirstChild().detach();
    maker.getSecondChild().replaceWith(parameters);
    body.detach();
    body.addChildToFront(IR.let(IR.name(self), creation).srcrefTreeIfMissing(maker));
    body.addChildToBack(IR.returnNode(IR.name(self)).srcrefTreeIfMissing(maker));
    maker.getLastChild().replaceWith(body);
  }
}
