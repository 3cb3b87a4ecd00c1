package io.github.teapeer.bundler;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.CompilerPass;
import com.google.javascript.jscomp.parsing.parser.FeatureSet;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;

/**
 * Puts TeaVM's program and the glue where the wrapper names them.
 *
 * <p>The wrapper is a script with one statement {@code TEAVM;} and one {@code GLUE;}. The
 * statements of the two files take their places. Whatever TeaVM's program assigned to {@code
 * exports.name} becomes a constant {@code exports$name} of the wrapper's function, and so does
 * every {@code exports.name} that the glue reads: nothing is left of the {@code exports} object,
 * and what nobody asks for can be dropped.
 */
final class Assembly implements CompilerPass {
  private final AbstractCompiler compiler;
  private final String program;
  private final String glue;
  private final String wrapper;

  Assembly(AbstractCompiler compiler, String program, String glue, String wrapper) {
    this.compiler = compiler;
    this.program = program;
    this.glue = glue;
    this.wrapper = wrapper;
  }

  @Override
  public void process(Node externs, Node root) {
    Node wrapperScript = script(root, wrapper);
    move(script(root, program), placeholder(wrapperScript, "TEAVM"), wrapperScript);
    move(script(root, glue), placeholder(wrapperScript, "GLUE"), wrapperScript);
    makeExportsConstants(wrapperScript);
    compiler.reportChangeToChangeScope(wrapperScript);
    SourceTree.find(wrapperScript, Node::isFunction).forEach(compiler::reportChangeToChangeScope);
  }

  /** The script of a file. */
  static Node script(Node root, String name) {
    for (Node child = root.getFirstChild(); child != null; child = child.getNext()) {
      if (name.equals(child.getSourceFileName())) {
        return child;
      }
    }
    throw new IllegalStateException("No script " + name);
  }

  private static Node placeholder(Node wrapperScript, String name) {
    List<Node> found =
        SourceTree.find(
            wrapperScript, node -> node.isExprResult() && node.getFirstChild().matchesName(name));
    if (found.size() != 1) {
      throw new BuildFailure(
          "The wrapper "
              + wrapperScript.getSourceFileName()
              + " must have one statement '"
              + name
              + ";', but has "
              + found.size());
    }
    return found.get(0);
  }

  private void move(Node from, Node placeholder, Node wrapperScript) {
    Node previous = placeholder;
    while (from.hasChildren()) {
      Node statement = from.removeFirstChild();
      statement.insertAfter(previous);
      previous = statement;
    }
    placeholder.detach();
    FeatureSet features = (FeatureSet) wrapperScript.getProp(Node.FEATURE_SET);
    wrapperScript.putProp(
        Node.FEATURE_SET, features.union((FeatureSet) from.getProp(Node.FEATURE_SET)));
    compiler.reportChangeToChangeScope(from);
  }

  private static void makeExportsConstants(Node wrapperScript) {
    for (Node access : SourceTree.find(wrapperScript, Assembly::isExport)) {
      Node name = IR.name("exports$" + access.getString()).srcrefTree(access);
      Node parent = access.getParent();
      if (parent.isAssign()
          && parent.getFirstChild() == access
          && parent.getParent().isExprResult()) {
        Node value = parent.getLastChild().detach();
        parent.getParent().replaceWith(IR.constNode(name, value).srcref(parent));
      } else {
        access.replaceWith(name);
      }
    }
  }

  private static boolean isExport(Node node) {
    return node.isGetProp() && node.getFirstChild().matchesName("exports");
  }
}
