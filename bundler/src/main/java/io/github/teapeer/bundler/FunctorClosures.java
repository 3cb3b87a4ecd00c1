package io.github.teapeer.bundler;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.CompilerPass;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes functions of the lambdas that Java hands to JavaScript.
 *
 * <p>TeaVM makes a class of each: a constructor, metadata, an exported method on the prototype, and
 * at every use a function that calls that method. Here the method itself becomes the function, and
 * the captured variables its properties:
 *
 * <pre>
 *   x = new Lambda; x.$captured = y; f(otji_JS_function(x, "handleEvent"))
 *   x = functor(Lambda_handleEvent); x.$captured = y; f(x)
 * </pre>
 */
final class FunctorClosures implements CompilerPass {
  private static final String WRAPPER = "$rt_callWithReceiver";

  /** The elements of a class's metadata where it has neither a name nor virtual methods. */
  private static final int METADATA_SIZE = 8;

  private final AbstractCompiler compiler;

  FunctorClosures(AbstractCompiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public void process(Node externs, Node root) {
    if (!SourceTree.find(root, node -> isCallOf(node, "otji_JSWrapper_wrap")).isEmpty()) {
      throw new BuildFailure(
          "A JSObject meets java.lang.Object or a generic type, and TeaVM wraps it."
              + " Declare precise JSO types.");
    }
    Map<String, String> methods = methods(root);
    methods.keySet().removeIf(name -> !isPlain(root, name));
    if (methods.isEmpty()) {
      throw new BuildFailure("TeaVM's program exports no lambda the way it used to");
    }
    removeExports(root, methods);
    for (Map.Entry<String, String> lambda : methods.entrySet()) {
      removeMetadata(root, lambda.getKey());
      removeConstructor(root, lambda.getKey());
      replaceCreations(root, lambda.getKey(), lambda.getValue());
    }
    unwrap(root, "otji_JS_function");
    unwrap(root, "otji_JSWrapper_unwrap");
    compiler.reportChangeToChangeScope(root.getLastChild());
  }

  /** {@code c = Lambda.prototype; c.method = $rt_callWithReceiver(function);} by the class. */
  private static Map<String, String> methods(Node root) {
    Map<String, String> methods = new LinkedHashMap<>();
    for (Node statement : prototypes(root)) {
      Node exported = statement.getNext();
      Node following = exported == null ? null : exported.getNext();
      if (isExport(exported) && !isExport(following)) {
        Node assignment = exported.getFirstChild();
        methods.put(classOf(statement), assignment.getLastChild().getSecondChild().getString());
      }
    }
    methods.keySet().removeIf(name -> !name.contains("$lambda$"));
    return methods;
  }

  private static List<Node> prototypes(Node root) {
    return SourceTree.find(
        root,
        node ->
            node.isExprResult()
                && node.getFirstChild().isAssign()
                && node.getFirstFirstChild().matchesName("c")
                && node.getFirstChild().getLastChild().isGetProp()
                && node.getFirstChild().getLastChild().getString().equals("prototype"));
  }

  private static String classOf(Node statement) {
    return statement.getFirstChild().getLastChild().getFirstChild().getString();
  }

  private static boolean isExport(Node statement) {
    return statement != null
        && statement.isExprResult()
        && statement.getFirstChild().isAssign()
        && statement.getFirstFirstChild().isGetProp()
        && isCallOf(statement.getFirstChild().getLastChild(), WRAPPER);
  }

  private static boolean isCallOf(Node node, String function) {
    return node.isCall() && node.getFirstChild().matchesName(function);
  }

  private static void removeExports(Node root, Map<String, String> methods) {
    for (Node statement : prototypes(root)) {
      if (methods.containsKey(classOf(statement))) {
        statement.getNext().detach();
        statement.detach();
      }
    }
  }

  /** Whether nothing but being a function is asked of a class: no name, no virtual methods. */
  private static boolean isPlain(Node root, String name) {
    Node entry = metadata(root, name);
    Node last = entry;
    for (int i = 1; i < METADATA_SIZE && last != null; i++) {
      last = last.getNext();
    }
    return last != null && isZero(entry.getNext()) && isZero(last);
  }

  private static boolean isZero(Node node) {
    return node.isNumber() && node.getDouble() == 0;
  }

  private static Node metadata(Node root, String name) {
    List<Node> entries =
        SourceTree.find(
            root,
            node ->
                node.matchesName(name)
                    && node.getParent().isArrayLit()
                    && isCallOf(node.getParent().getParent(), "$rt_metadata"));
    if (entries.size() != 1) {
      throw new BuildFailure("TeaVM's metadata of " + name + " is not where it used to be");
    }
    return entries.get(0);
  }

  private static void removeMetadata(Node root, String name) {
    List<Node> elements = new ArrayList<>();
    for (Node node = metadata(root, name); elements.size() < METADATA_SIZE; node = node.getNext()) {
      elements.add(node);
    }
    elements.forEach(Node::detach);
  }

  private static void removeConstructor(Node root, String name) {
    List<Node> functions =
        SourceTree.find(root, node -> node.isFunction() && node.getFirstChild().matchesName(name));
    if (functions.size() == 1) {
      functions.get(0).detach();
      return;
    }
    for (Node declarator :
        SourceTree.find(root, node -> node.matchesName(name) && node.hasChildren())) {
      Node declaration = declarator.getParent();
      declarator.detach();
      if (!declaration.hasChildren()) {
        declaration.detach();
      }
    }
  }

  private static void replaceCreations(Node root, String name, String method) {
    for (Node creation :
        SourceTree.find(root, node -> node.isNew() && node.getFirstChild().matchesName(name))) {
      Node call = IR.call(IR.name("functor"), IR.name(method));
      call.putBooleanProp(Node.FREE_CALL, true);
      creation.replaceWith(call.srcrefTree(creation));
    }
    if (!SourceTree.find(root, node -> node.matchesName(name)).isEmpty()) {
      throw new BuildFailure(name + " is used in a way that is not known");
    }
  }

  /** Replaces a call by its first argument. */
  private static void unwrap(Node root, String function) {
    List<Node> calls = SourceTree.find(root, node -> isCallOf(node, function));
    for (int i = calls.size() - 1; i >= 0; i--) {
      calls.get(i).replaceWith(calls.get(i).getSecondChild().detach());
    }
  }
}
