package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.JsAst;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.program.JavaClass.Export;
import io.github.teapeer.bundler.program.JavaClass.Kind;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Declares the classes that are left as JavaScript classes: those on which something is called, and
 * those that {@code instanceof} tells apart.
 */
final class ClassDefinitions {
  private final AbstractCompiler compiler;
  private final Node script;
  private final Map<String, JavaClass> classes;
  private final Declarations declarations;
  private final Set<JavaClass> needed = new LinkedHashSet<>();

  ClassDefinitions(AbstractCompiler compiler, Node script, Map<String, JavaClass> classes) {
    this.compiler = compiler;
    this.script = script;
    this.classes = classes;
    declarations = new Declarations(script);
  }

  void apply() {
    for (Node name : SourceTree.find(script, Node::isName)) {
      if (classes.containsKey(name.getString())) {
        need(classes.get(name.getString()));
      }
    }
    Node previous = null;
    for (JavaClass type : needed) {
      Node definition = define(type);
      if (previous == null) {
        script.addChildToFront(definition);
      } else {
        definition.insertAfter(previous);
      }
      previous = definition;
    }
  }

  private Node define(JavaClass type) {
    SourceFile file = SourceFile.fromCode(type.name(), text(type));
    return new JsAst(file).getAstRoot(compiler).getFirstChild().detach().srcrefTree(type.origin());
  }

  private void need(JavaClass type) {
    if (type.parent() != null) {
      need(type.parent());
    }
    needed.add(type);
  }

  private String text(JavaClass type) {
    StringBuilder text = new StringBuilder("class " + type.name());
    if (type.name().equals(NativeErrors.THROWABLE)) {
      text.append(" extends Error {\n");
    } else {
      text.append(type.parent() == null ? "" : " extends " + type.parent().name())
          .append(" {\n")
          .append(constructor(type));
    }
    type.methods().forEach((name, function) -> text.append(method("", name, function)));
    for (Map.Entry<Export, String> export : type.exports().entrySet()) {
      Kind kind = export.getKey().kind();
      String prefix = kind == Kind.METHOD ? "" : kind == Kind.GETTER ? "get " : "set ";
      text.append(method(prefix, export.getKey().name(), export.getValue()));
    }
    return text.append("}").toString();
  }

  private String constructor(JavaClass type) {
    if (type.fields().values().stream().allMatch(Node::isNull)) {
      return "";
    }
    return "constructor() {\n"
        + (type.parent() == null ? "" : "super();\n")
        + type.fields().entrySet().stream()
            .filter(field -> !field.getValue().isNull())
            .map(
                field ->
                    "this."
                        + field.getKey()
                        + " = "
                        + compiler.toSource(field.getValue().cloneTree())
                        + ";\n")
            .collect(Collectors.joining())
        + "}\n";
  }

  /** A method that hands {@code this} to a function as its first argument. */
  private String method(String prefix, String name, String function) {
    int parameters = declarations.function(function).getSecondChild().getChildCount() - 1;
    String list =
        IntStream.range(0, parameters).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
    return prefix
        + name
        + "("
        + list
        + ") { return "
        + function
        + "(this"
        + (list.isEmpty() ? "" : ", " + list)
        + "); }\n";
  }
}
