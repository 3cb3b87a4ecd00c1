package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;
import java.util.Map;

/**
 * Makes Java's arrays JavaScript's own: typed arrays, and arrays for objects. TeaVM wraps each in
 * an object with its {@code data}.
 *
 * <p>A native property called {@code data} must therefore be read as {@code ['data']} in scripts.
 */
final class NativeArrays {
  private static final Map<String, String> TYPED_ARRAYS =
      Map.of(
          "$rt_createBooleanArray", "Int8Array",
          "$rt_createByteArray", "Int8Array",
          "$rt_createCharArray", "Uint16Array",
          "$rt_createShortArray", "Int16Array",
          "$rt_createIntArray", "Int32Array",
          "$rt_createFloatArray", "Float32Array",
          "$rt_createDoubleArray", "Float64Array");

  private final Node script;

  NativeArrays(Node script) {
    this.script = script;
  }

  void apply() {
    Declarations declarations = new Declarations(script);
    for (String name : declarations.names()) {
      if (TYPED_ARRAYS.containsKey(name)
          || name.equals("$rt_createArray")
          || name.equals("$rt_wrapArray")
          || name.equals("$rt_arraycls")
          || name.equals("$rt_mainStarter")
          || name.endsWith("ArrayCls")
          || name.equals("$rt_createPrimitiveCls")
          || isCallOfPrimitive(declarations, name)) {
        declarations.remove(name);
      }
    }
    List<Node> nodes = SourceTree.find(script, node -> true);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      replace(nodes.get(i));
    }
    for (Node left :
        SourceTree.find(
            script,
            node -> node.isName() && node.getString().matches("\\$rt_(create|wrap)\\w*Array.*"))) {
      throw new BuildFailure(
          "Java's arrays are JavaScript's in peer.js, which has no " + left.getString());
    }
  }

  private static boolean isCallOfPrimitive(Declarations declarations, String name) {
    return declarations
        .find(name)
        .filter(value -> Program.isCallOf(value, "$rt_createPrimitiveCls"))
        .isPresent();
  }

  private static void replace(Node node) {
    if (node.isGetProp() && node.getString().equals("data")) {
      node.replaceWith(node.getFirstChild().detach());
      return;
    }
    if (!node.isCall() || !node.getFirstChild().isName()) {
      return;
    }
    String function = node.getFirstChild().getString();
    Node last = node.getLastChild();
    if (TYPED_ARRAYS.containsKey(function)) {
      node.replaceWith(
          IR.newNode(IR.name(TYPED_ARRAYS.get(function)), last.detach()).srcrefTreeIfMissing(node));
    } else if (function.equals("$rt_createArray")) {
      Node array = IR.newNode(IR.name("Array"), last.detach());
      node.replaceWith(IR.call(IR.getprop(array, "fill"), IR.nullNode()).srcrefTreeIfMissing(node));
    } else if (function.equals("$rt_wrapArray")) {
      node.replaceWith(last.detach());
    }
  }
}
