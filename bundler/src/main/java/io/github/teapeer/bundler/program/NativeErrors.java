package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes Java's exceptions JavaScript errors: {@code Throwable} extends {@code Error}, and what is
 * thrown is what is caught. A native error counts as a RuntimeException, as in TeaVM.
 */
final class NativeErrors {
  /** The class that extends {@code Error}. */
  static final String THROWABLE = "jl_Throwable";

  private static final Set<String> CAUGHT_ALWAYS =
      Set.of(THROWABLE, "jl_Exception", "jl_RuntimeException");
  private static final Set<String> CONVERSIONS = Set.of("$rt_wrapException", "$rt_jsException");

  private final Node script;
  private final JavaClass throwable;

  NativeErrors(Node script, Map<String, JavaClass> classes) {
    this.script = script;
    throwable = classes.get(THROWABLE);
  }

  void apply() {
    Declarations declarations = new Declarations(script);
    for (String name : declarations.names()) {
      if (CONVERSIONS.contains(name)
          || Set.of("$rt_throw", "$rt_createException", "$rt_exception", "$rt_javaException")
              .contains(name)) {
        declarations.remove(name);
      }
    }
    List<Node> nodes = SourceTree.find(script, node -> true);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      replace(nodes.get(i));
    }
  }

  private void replace(Node node) {
    if (node.isGetProp() && throwable.fields().containsKey(node.getString())) {
      // Error has both, and under these names.
      node.setString(node.getString().startsWith("$message") ? "message" : "cause");
      return;
    }
    if (node.isExprResult() && Program.isCallOf(node.getFirstChild(), "$rt_throw")) {
      Node thrown = node.getFirstChild().getLastChild().detach();
      node.replaceWith(IR.throwNode(thrown).srcref(node));
    } else if (node.isCall()
        && node.getFirstChild().isName()
        && CONVERSIONS.contains(node.getFirstChild().getString())) {
      node.replaceWith(node.getLastChild().detach());
    } else if (node.isInstanceOf()
        && node.getLastChild().isName()
        && CAUGHT_ALWAYS.contains(node.getLastChild().getString())) {
      node.replaceWith(IR.trueNode().srcref(node));
    }
  }
}
