package io.github.teapeer.bundler;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.CompilerPass;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes out of TeaVM's runtime what a library does not need: starting a {@code main} (what that
 * would initialise is initialised when the script loads), naming the classes of objects for
 * debuggers, and stack traces of Java. How a Java exception looks to a page is the glue's to say,
 * in {@code runtime.js}.
 */
final class RuntimeDiet implements CompilerPass {
  private final AbstractCompiler compiler;

  RuntimeDiet(AbstractCompiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public void process(Node externs, Node root) {
    assignment(root, "jl_Object.prototype.toString").detach();
    assignment(root, "jl_Object.prototype.__teavm_class__").detach();
    initialise(root, assignment(root, "$rt_export_main.javaException"));
    redirect(root, "$rt_fillStack", "fillStack");
    redirect(root, "$rt_fillNativeException", "fillNativeException");
    removeJavaError(root);
    makeConfigurable(root);
    compiler.reportChangeToChangeScope(root.getLastChild());
  }

  private static Node assignment(Node root, String target) {
    return one(
        root,
        node ->
            node.isExprResult()
                && node.getFirstChild().isAssign()
                && node.getFirstFirstChild().matchesQualifiedName(target),
        "an assignment to " + target);
  }

  /**
   * Calls, instead of a statement after all declarations, the initialisers that nothing calls:
   * those of classes marked as StaticInit, which TeaVM leaves to the start of a {@code main}.
   */
  private static void initialise(Node root, Node statement) {
    for (Node initialiser :
        SourceTree.find(
            root,
            node ->
                node.isName()
                    && node.hasChildren()
                    && node.getString().endsWith("__clinit_")
                    && SourceTree.find(root, use -> use.matchesName(node.getString())).size()
                        == 1)) {
      Node call = IR.call(IR.name(initialiser.getString()));
      call.putBooleanProp(Node.FREE_CALL, true);
      IR.exprResult(call).srcrefTree(statement).insertBefore(statement);
    }
    statement.detach();
  }

  /** Makes everything that uses a function of the runtime use one of the glue. */
  private static void redirect(Node root, String name, String replacement) {
    one(root, node -> node.matchesName(name) && node.hasChildren(), name).detach();
    for (Node use : SourceTree.find(root, node -> node.matchesName(name))) {
      use.setString(replacement);
    }
  }

  /** {@code if (typeof Reflect === 'object') { JavaError = … } else { JavaError = Error; }}. */
  private static void removeJavaError(Node root) {
    one(
            root,
            node ->
                node.isIf()
                    && !SourceTree.find(
                            node.getLastChild(), inner -> inner.matchesName("JavaError"))
                        .isEmpty(),
            "the choice of JavaError")
        .detach();
  }

  /** Lets pages redefine exported properties, as they can those of a JavaScript class. */
  private static void makeConfigurable(Node root) {
    for (Node call :
        SourceTree.find(
            root,
            node ->
                node.isCall()
                    && node.getFirstChild().matchesQualifiedName("Object.defineProperty")
                    && node.getSecondChild().matchesName("c"))) {
      Node descriptor = call.getLastChild();
      descriptor.addChildToBack(IR.stringKey("configurable", IR.trueNode()).srcrefTree(descriptor));
    }
  }

  private static Node one(Node root, Predicate<Node> condition, String what) {
    List<Node> found = SourceTree.find(root, condition);
    if (found.size() != 1) {
      throw new BuildFailure(
          "TeaVM's program has " + what + " " + found.size() + " times instead of once");
    }
    return found.get(0);
  }
}
