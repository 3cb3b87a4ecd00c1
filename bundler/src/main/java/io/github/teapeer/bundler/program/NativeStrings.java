package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;
import java.util.Set;

/**
 * Makes Java's strings JavaScript's own. TeaVM wraps each in an object, and keeps literals in a
 * pool.
 *
 * <p>What the project uses of {@code java.lang.String} is translated; anything else, a {@code
 * switch} over strings too, fails the build.
 */
final class NativeStrings {
  private static final String CLASS = "jl_String";
  private static final Set<String> CONVERSIONS = Set.of("$rt_str", "$rt_ustr", "$rt_intern");
  private static final String POOL = "$rt_stringPool";

  private final Node script;

  NativeStrings(Node script) {
    this.script = script;
  }

  void apply() {
    removeClass();
    replaceLiterals();
    // From the inside out: an argument may be a call itself.
    List<Node> nodes = SourceTree.find(script, node -> true);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      replace(nodes.get(i));
    }
    check();
  }

  private void removeClass() {
    Declarations declarations = new Declarations(script);
    for (String name : declarations.names()) {
      if (name.equals(CLASS)
          || name.startsWith(CLASS + "_")
          || name.startsWith(CLASS + "$")
          || CONVERSIONS.contains(name)
          || name.equals("$rt_stringClassInit")
          || name.equals("$rt_charArrayToString")) {
        declarations.remove(name);
      }
    }
    for (Node statement : Declarations.children(script)) {
      if (statement.isExprResult()
          && statement.getFirstChild().isAssign()
          && statement.getFirstFirstChild().isQualifiedName()
          && statement.getFirstFirstChild().getQualifiedName().startsWith(CLASS + ".prototype.")) {
        statement.detach();
      }
    }
  }

  private void replaceLiterals() {
    Node pool =
        Program.one(
            script, node -> node.isExprResult() && Program.isCallOf(node.getFirstChild(), POOL));
    List<Node> literals = Declarations.children(pool.getFirstChild().getLastChild());
    for (Node use : SourceTree.find(script, node -> Program.isCallOf(node, "$rt_s"))) {
      int index = (int) use.getLastChild().getDouble();
      use.replaceWith(literals.get(index).cloneNode().srcref(use));
    }
    pool.detach();
    Declarations declarations = new Declarations(script);
    declarations.remove(POOL);
    declarations.remove("$rt_s");
  }

  private static void replace(Node node) {
    if (node.isGetProp() && node.getString().equals("$nativeString")) {
      node.replaceWith(node.getFirstChild().detach());
    } else if (node.isCall() && node.getFirstChild().isName()) {
      String function = node.getFirstChild().getString();
      Node first = node.getSecondChild();
      if (CONVERSIONS.contains(function)) {
        node.replaceWith(first.detach());
      } else if (function.equals("$rt_createArray") && first.matchesName(CLASS)) {
        // An array of strings is one of anything.
        first.replaceWith(IR.nullNode());
      } else if (function.equals("jl_String_charAt")) {
        Node index = node.getLastChild().detach();
        Node method = IR.getprop(first.detach(), "charCodeAt");
        node.replaceWith(IR.call(method, index).srcrefTreeIfMissing(node));
      } else if (function.equals("jl_String_isEmpty")) {
        Node text = first.detach();
        node.replaceWith(IR.hook(text, IR.number(0), IR.number(1)).srcrefTreeIfMissing(node));
      } else if (function.equals("jl_String_equals")) {
        Node other = node.getLastChild().detach();
        node.replaceWith(
            IR.hook(IR.sheq(first.detach(), other), IR.number(1), IR.number(0))
                .srcrefTreeIfMissing(node));
      }
    }
  }

  private void check() {
    for (Node node : SourceTree.find(script, NativeStrings::isOfJava)) {
      throw new BuildFailure(
          "Java's strings are JavaScript's in peer.js, which has no "
              + node.getString()
              + " (a method of java.lang.String, or a switch over strings) at "
              + node.getSourceFileName()
              + ":"
              + node.getLineno());
    }
  }

  private static boolean isOfJava(Node node) {
    if (node.isName()) {
      return node.getString().equals(CLASS) || node.getString().startsWith(CLASS + "_");
    }
    return node.isGetProp() && node.getString().equals("$hashCode");
  }
}
