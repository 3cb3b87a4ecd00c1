package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the constants of enums numbers, or strings where a string is all that an enum adds to them.
 * They can be compared, and that string can be read; nothing else is known of them.
 */
final class EnumConstants {
  private static final String ENUM = "jl_Enum";

  private final Node script;
  private final Map<String, JavaClass> classes;

  EnumConstants(Node script, Map<String, JavaClass> classes) {
    this.script = script;
    this.classes = classes;
  }

  void apply() {
    Map<String, Node> constants = new HashMap<>();
    int enums = 0;
    for (JavaClass type : List.copyOf(classes.values())) {
      if (type.parent() != null && type.parent().name().equals(ENUM)) {
        constants.putAll(constantsOf(type, enums++));
        classes.remove(type.name());
      }
    }
    Declarations declarations = new Declarations(script);
    constants.keySet().forEach(declarations::remove);
    for (Node use : SourceTree.find(script, node -> node.isName())) {
      Node constant = constants.get(use.getString());
      if (constant != null) {
        use.replaceWith(constant.cloneNode().srcref(use));
      }
    }
    check();
  }

  private Map<String, Node> constantsOf(JavaClass type, int number) {
    String initialiser = type.name() + "__clinit_";
    Declarations declarations = new Declarations(script);
    Map<String, Node> constants = new HashMap<>();
    for (Node assignment :
        SourceTree.find(
            declarations.function(initialiser),
            node ->
                node.isAssign()
                    && node.getFirstChild().isName()
                    && node.getFirstChild().getString().startsWith(type.name() + "_"))) {
      constants.put(
          assignment.getFirstChild().getString(),
          type.fields().isEmpty()
              ? IR.number(new EnumNumber(number, constants.size()).placeholder())
              : text(type, assignment.getLastChild()));
    }
    if (!type.fields().isEmpty()) {
      readThrough(type.fields().keySet().iterator().next());
    }
    declarations.remove(initialiser);
    for (String name : declarations.names()) {
      if (name.startsWith(type.name() + "__init_")) {
        declarations.remove(name);
      }
    }
    for (Node call : SourceTree.find(script, node -> Program.isCallOf(node, initialiser))) {
      call.getParent().detach();
    }
    return constants;
  }

  private static Node text(JavaClass type, Node creation) {
    List<Node> texts =
        SourceTree.find(creation, node -> node.isStringLit() && !node.getString().isEmpty());
    if (type.fields().size() != 1 || texts.size() != 1) {
      throw new BuildFailure(
          "Of the enum " + type.name() + " more than one string would have to be known");
    }
    return texts.get(0);
  }

  /** {@code constant.field} is the constant itself. */
  private void readThrough(String field) {
    for (Node access :
        SourceTree.find(script, node -> node.isGetProp() && node.getString().equals(field))) {
      if (!access.getParent().isAssign() || access.getParent().getFirstChild() != access) {
        access.replaceWith(access.getFirstChild().detach());
      }
    }
  }

  private void check() {
    for (Node node :
        SourceTree.find(script, node -> node.isGetProp() && node.getString().equals("$ordinal"))) {
      if (!node.getParent().isAssign()) {
        throw new BuildFailure(
            "Constants of enums can only be compared in peer.js, not be switched over: "
                + node.getSourceFileName()
                + ":"
                + node.getLineno());
      }
    }
  }
}
