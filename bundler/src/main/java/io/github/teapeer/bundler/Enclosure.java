package io.github.teapeer.bundler;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.List;

/**
 * The function of the wrapper around the program, which is taken away while Closure optimises:
 * several of its optimisations look at nothing but what stands at the top level of a script.
 *
 * <pre>
 *   const { Peer } = (() =&gt; { …; return { Peer }; })();     …; teapeer$result = { Peer };
 * </pre>
 */
final class Enclosure {
  /** What the function returns, as a variable that Closure must take for someone else's. */
  private static final String RESULT = "teapeer$result";

  private final Node statement;
  private final Node body;

  private Enclosure(Node statement, Node body) {
    this.statement = statement;
    this.body = body;
  }

  /**
   * Moves the statements of the function to the top level.
   *
   * @param wrapper the script, whose one statement calls the function
   */
  static Enclosure open(Node wrapper) {
    List<Node> bodies =
        SourceTree.find(
            wrapper, node -> node.isBlock() && node.isUseStrict() && node.getParent().isFunction());
    if (!wrapper.hasOneChild() || bodies.isEmpty()) {
      throw new BuildFailure(
          "The wrapper "
              + wrapper.getSourceFileName()
              + " must be one statement with a function that uses strict");
    }
    Node body = bodies.get(0);
    Node statement = wrapper.removeFirstChild();
    while (body.hasChildren()) {
      Node moved = body.removeFirstChild();
      if (moved.isReturn()) {
        Node result = IR.assign(IR.name(RESULT), moved.removeFirstChild());
        moved = IR.exprResult(result).srcrefTreeIfMissing(moved);
      }
      wrapper.addChildToBack(moved);
    }
    return new Enclosure(statement, body);
  }

  /**
   * Tells Closure who else knows the program: which names it must keep. Only TeaVM's members, which
   * start with a dollar sign, are all ours.
   *
   * @param externs the script of what is declared elsewhere
   * @param wrapper the complete program
   */
  static void declareForeignNames(AbstractCompiler compiler, Node externs, Node wrapper) {
    externs.addChildToBack(IR.var(IR.name(RESULT)).srcrefTree(externs));
    SourceTree.find(wrapper, node -> isProperty(node) && !MemberNames.isOurs(node.getString()))
        .stream()
        .map(Node::getString)
        .distinct()
        .forEach(
            name ->
                externs.addChildToBack(
                    IR.exprResult(IR.getprop(IR.name(RESULT), name)).srcrefTree(externs)));
    compiler.reportChangeToChangeScope(externs);
  }

  private static boolean isProperty(Node node) {
    return MemberNames.isProperty(node) && !node.isQuotedStringKey();
  }

  /** The body of the function, once it is closed. */
  Node body() {
    return body;
  }

  /**
   * Puts the function around the program again.
   *
   * @param wrapper the script, which nothing will optimise any more
   */
  void close(Node wrapper) {
    while (wrapper.hasChildren()) {
      body.addChildToBack(wrapper.removeFirstChild());
    }
    wrapper.addChildToBack(statement);
    for (Node name : SourceTree.find(body, node -> node.matchesName(RESULT))) {
      Node assignment = name.getParent();
      Node moved = assignment.getParent();
      if (!moved.isExprResult() || moved.getNext() != null || moved.getParent() != body) {
        throw new BuildFailure("What the program returns is not its last statement any more");
      }
      moved.replaceWith(IR.returnNode(assignment.getLastChild().detach()).srcref(moved));
    }
  }
}
