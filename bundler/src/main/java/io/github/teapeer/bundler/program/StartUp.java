package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;

/**
 * Takes out what TeaVM's program does when it starts and a library does not need: a {@code main},
 * names of classes for debuggers, initialisers of classes that have nothing to initialise.
 */
final class StartUp {
  private static final String CALL_INITIALISER = "_$callClinit";

  private final Node script;

  StartUp(Node script) {
    this.script = script;
  }

  void apply() {
    for (Node statement : Declarations.children(script)) {
      if (isAssignment(statement, "jl_Object.prototype.toString")
          || isAssignment(statement, "jl_Object.prototype.__teavm_class__")
          || isAssignment(statement, "$rt_export_main.javaException")
          || isAssignment(statement, "exports.main")
          || isChoiceOfJavaError(statement)) {
        statement.detach();
      }
    }
    removeEmptyInitialisers();
  }

  private static boolean isAssignment(Node statement, String target) {
    return statement.isExprResult()
        && statement.getFirstChild().isAssign()
        && statement.getFirstFirstChild().matchesQualifiedName(target);
  }

  /** {@code if (typeof Reflect === 'object') { JavaError = … } else { JavaError = Error; }}. */
  private static boolean isChoiceOfJavaError(Node statement) {
    return statement.isIf() && Program.mentions(statement.getLastChild(), "JavaError");
  }

  private void removeEmptyInitialisers() {
    Declarations declarations = new Declarations(script);
    for (String name : declarations.names()) {
      if (!name.endsWith(CALL_INITIALISER)) {
        continue;
      }
      String type = name.substring(0, name.length() - CALL_INITIALISER.length());
      if (isEmpty(declarations.function(type + "__clinit_"))) {
        declarations.remove(name);
        for (Node call : SourceTree.find(script, node -> Program.isCallOf(node, name))) {
          if (call.getParent().isExprResult()) {
            call.getParent().detach();
          }
        }
      }
    }
    for (Node erased : SourceTree.find(script, node -> Program.isCallOf(node, "$rt_eraseClinit"))) {
      erased.replaceWith(
          IR.arrowFunction(IR.name(""), IR.paramList(), IR.block()).srcrefTreeIfMissing(erased));
    }
  }

  private static boolean isEmpty(Node function) {
    Node body = function.getLastChild();
    return !body.hasChildren()
        || (body.getFirstChild().isReturn() && !body.getFirstChild().hasChildren());
  }

  /** Takes out the parts of TeaVM's runtime that nothing refers to any more. */
  void removeUnusedRuntime() {
    boolean removed = true;
    while (removed) {
      Declarations declarations = new Declarations(script);
      List<String> unused =
          declarations.names().stream()
              .filter(name -> name.startsWith("$rt_") || name.startsWith("$dbg_"))
              .filter(name -> uses(name) == 0)
              .toList();
      unused.forEach(declarations::remove);
      removed = !unused.isEmpty();
    }
  }

  private int uses(String name) {
    return SourceTree.find(
            script,
            node -> node.matchesName(name) && !node.hasChildren() && !node.getParent().isFunction())
        .size();
  }
}
