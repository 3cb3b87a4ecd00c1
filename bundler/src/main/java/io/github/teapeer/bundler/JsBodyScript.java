package io.github.teapeer.bundler;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The script of one {@code @JSBody}, and what TeaVM does wrong with it.
 *
 * <p>TeaVM 0.16 prints template literals, rest parameters and generators as something else, without
 * a word. It renames parameters but not what the script itself declares, so that a local called
 * {@code a} may capture a parameter that became {@code a}: names that a script declares need three
 * letters. And {@code .data} is what {@code NativeArrays} takes for the content of a Java array.
 *
 * @param method the class and name of the method
 * @param parameters the names of the script's parameters
 * @param script the text
 */
record JsBodyScript(String method, List<String> parameters, String script) {
  private static final int SHORTEST_LOCAL = 3;

  JsBodyScript {
    parameters = List.copyOf(parameters);
  }

  /** What is wrong with the script, one sentence each; empty if nothing is. */
  List<String> offences() {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    Compiler compiler = new Compiler(new PrintStream(errors, true, StandardCharsets.UTF_8));
    CompilerOptions options = new CompilerOptions();
    options.setLanguageIn(LanguageMode.ECMASCRIPT_NEXT);
    compiler.initOptions(options);
    String source = "function body(" + String.join(",", parameters) + "){" + script + "\n}";
    Node tree = compiler.parse(SourceFile.fromCode(method, source));
    if (compiler.hasErrors() || tree == null) {
      return List.of(method + ": not JavaScript: " + errors.toString(StandardCharsets.UTF_8));
    }
    Node body = tree.getFirstChild().getLastChild();
    List<String> offences = new ArrayList<>();
    SourceTree.visit(body, node -> construct(node).forEach(offences::add));
    SourceTree.visit(
        body,
        node ->
            declaredNames(node)
                .filter(name -> name.length() < SHORTEST_LOCAL)
                .map(
                    name ->
                        method + ": the local name '" + name + "' is shorter than three letters")
                .forEach(offences::add));
    return offences;
  }

  private Stream<String> construct(Node node) {
    if (node.isTemplateLit()) {
      return Stream.of(method + ": a template literal");
    }
    if (node.isRest() && node.getParent().isParamList()) {
      return Stream.of(method + ": a rest parameter");
    }
    if (node.isGetProp() && node.getString().equals("data")) {
      return Stream.of(method + ": '.data', which is how arrays of Java look: write ['data']");
    }
    if (node.isGeneratorFunction()) {
      return Stream.of(method + ": a generator");
    }
    return Stream.empty();
  }

  private static Stream<String> declaredNames(Node node) {
    if (node.isFunction()) {
      String name = node.getFirstChild().getString();
      return name.isEmpty() ? Stream.empty() : Stream.of(name);
    }
    if (node.isVar() || node.isLet() || node.isConst() || node.isParamList()) {
      return children(node).flatMap(JsBodyScript::bindings);
    }
    return node.isCatch() ? bindings(node.getFirstChild()) : Stream.empty();
  }

  private static Stream<String> bindings(Node target) {
    if (target.isName()) {
      return Stream.of(target.getString());
    }
    if (target.isDestructuringPattern()) {
      return children(target)
          .flatMap(child -> bindings(child.isStringKey() ? child.getFirstChild() : child));
    }
    if (target.isComputedProp()) {
      return bindings(target.getSecondChild());
    }
    return target.hasChildren() ? bindings(target.getFirstChild()) : Stream.empty();
  }

  private static Stream<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children.stream();
  }
}
