package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts values where they are used once, instead of in a variable first.
 *
 * <pre>
 *   let a = b.c; let d = e(f); g(a, d);
 *   g(b.c, e(f));
 * </pre>
 *
 * <p>Nothing changes its place among what may have an effect, or may see one.
 */
public final class Temporaries {
  private final AbstractCompiler compiler;
  private final Map<String, List<Node>> uses = new HashMap<>();
  private final Evaluation.Names names;

  private Temporaries(AbstractCompiler compiler, Node root) {
    this.compiler = compiler;
    for (Node name : SourceTree.find(root, Node::isName)) {
      uses.computeIfAbsent(name.getString(), key -> new ArrayList<>()).add(name);
    }
    names = Evaluation.Names.of(root, uses);
  }

  /**
   * Changes what is at or below a node.
   *
   * @param compiler the compiler that is told what has changed
   * @param root a tree in which no two variables have the same name
   */
  public static void inline(AbstractCompiler compiler, Node root) {
    Temporaries temporaries = new Temporaries(compiler, root);
    List<Node> declarations = SourceTree.find(root, Temporaries::isDeclarationOfOne);
    // From the last one on: what is used in the next value may move along with it.
    Collections.reverse(declarations);
    declarations.forEach(temporaries::inline);
  }

  private static boolean isDeclarationOfOne(Node node) {
    return (node.isLet() || node.isConst() || node.isVar())
        && node.hasOneChild()
        && node.getFirstChild().isName()
        && node.getFirstChild().hasChildren()
        && NodeUtil.isStatement(node)
        && !NodeUtil.isLoopStructure(node.getParent());
  }

  private void inline(Node declaration) {
    Node name = declaration.getFirstChild();
    List<Node> named = uses.get(name.getString());
    if (named.size() != 2) {
      return;
    }
    Node use = named.get(0) == name ? named.get(1) : named.get(0);
    if (NodeUtil.isLValue(use)) {
      return;
    }
    Evaluation evaluation = new Evaluation(name.getFirstChild(), use, names);
    for (Node next = declaration.getNext(); next != null; next = next.getNext()) {
      switch (evaluation.ofStatement(next)) {
        case USED -> {
          compiler.reportChangeToEnclosingScope(use);
          use.replaceWith(name.removeFirstChild());
          declaration.detach();
          return;
        }
        case IN_ORDER -> {
          continue;
        }
        default -> {
          return;
        }
      }
    }
  }
}
