package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashSet;
import java.util.Set;

/**
 * Calls functions of the page as such. TeaVM makes objects of them, whose one method is that of the
 * Java interface.
 *
 * <pre>
 *   x = functionAsObject(f, "transform"); x.transform(y);
 *   x = f; x(y);
 * </pre>
 */
final class NativeFunctions {
  private static final String CONVERSION = "otji_JS_functionAsObject";

  private final Node script;

  NativeFunctions(Node script) {
    this.script = script;
  }

  void apply() {
    Set<String> methods = new HashSet<>();
    for (Node conversion :
        Declarations.reversed(
            SourceTree.find(script, node -> Program.isCallOf(node, CONVERSION)))) {
      methods.add(conversion.getLastChild().getString());
      conversion.replaceWith(conversion.getSecondChild().detach());
    }
    for (Node method :
        SourceTree.find(script, node -> node.isGetProp() && methods.contains(node.getString()))) {
      Node call = method.getParent();
      if (!call.isCall() || call.getFirstChild() != method) {
        throw new BuildFailure("A function is used as more than one: " + method);
      }
      method.replaceWith(method.getFirstChild().detach());
      call.putBooleanProp(Node.FREE_CALL, true);
    }
    if (!methods.isEmpty()) {
      new Declarations(script).remove(CONVERSION);
    }
  }
}
