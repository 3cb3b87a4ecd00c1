package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.JsAst;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes arrays of the client's {@code CompactList}: what it does, JavaScript's own arrays do. */
final class NativeLists {
  private static final String CLASS = "_CompactList";

  /** What takes the place of its methods; one that is not here keeps its own code. */
  private static final Map<String, String> METHODS =
      Map.of(
          "_init_", "() => []",
          "get", "(list, index) => list[index]",
          "add", "(list, item) => { list.push(item); }",
          // What is not there has the index −1, which is beyond the end without its sign.
          "remove", "(list, item) => list.splice(list.indexOf(item) >>> 0, 1).length",
          "removeFirst", "(list, count) => { list.splice(0, count); }",
          "removeAt", "(list, index) => { list.splice(index, 1); }",
          "drain", "(list) => list.splice(0)",
          "copy", "(list) => list.slice()",
          // Lambdas become functions; what is not found is undefined, which counts as null.
          "find", "(list, wanted) => list.find(wanted)",
          "filter", "(list, wanted) => list.filter(wanted)");

  private final AbstractCompiler compiler;
  private final Node script;
  private final Map<String, JavaClass> classes;

  NativeLists(AbstractCompiler compiler, Node script, Map<String, JavaClass> classes) {
    this.compiler = compiler;
    this.script = script;
    this.classes = classes;
  }

  void apply() {
    for (JavaClass type : new LinkedHashMap<>(classes).values()) {
      if (type.name().endsWith(CLASS)) {
        replace(type);
        classes.remove(type.name());
      }
    }
  }

  private void replace(JavaClass type) {
    Declarations declarations = new Declarations(script);
    for (String name : declarations.names()) {
      if (name.equals(type.name() + "_get")) {
        SourceTree.find(script, node -> Program.isCallOf(node, name)).forEach(NativeLists::index);
      }
      String code =
          name.startsWith(type.name() + "_")
              ? METHODS.get(name.substring(type.name().length() + 1))
              : null;
      if (code != null) {
        Node method = declarations.function(name);
        method.replaceWith(parse(name, code).srcrefTree(method));
      } else if (name.startsWith(type.name() + "__init_")) {
        declarations.remove(name);
      }
    }
    for (Node access :
        SourceTree.find(
            script, node -> node.isGetProp() && type.fields().containsKey(node.getString()))) {
      readOfArray(access, Program.isZero(type.fields().get(access.getString())));
    }
  }

  private static void index(Node call) {
    Node index = call.getLastChild().detach();
    call.replaceWith(IR.getelem(call.getLastChild().detach(), index).srcrefTreeIfMissing(call));
  }

  private static void readOfArray(Node access, boolean isSize) {
    if (access.getParent().isAssign() && access.getParent().getFirstChild() == access) {
      throw new BuildFailure("A list is changed in a way that is not known: " + access);
    }
    if (isSize) {
      access.setString("length");
    } else {
      access.replaceWith(access.getFirstChild().detach());
    }
  }

  private Node parse(String name, String code) {
    Node root = new JsAst(SourceFile.fromCode(name, code)).getAstRoot(compiler);
    return root.getFirstFirstChild().detach();
  }
}
