package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Passes no {@code null} and no {@code undefined} where nothing follows it.
 *
 * <pre>
 *   fail("closed", "It is closed", null); done.resolve(void 0);
 *   fail("closed", "It is closed"); done.resolve();
 * </pre>
 */
public final class TrailingArguments {
  private static final String RESOLVE = "resolve";

  private final Predicate<Node> isNullUndefined;
  private final Map<String, Node> functions = new HashMap<>();

  /**
   * A pass.
   *
   * @param isNullUndefined whether a function makes no difference between the two
   */
  public TrailingArguments(Predicate<Node> isNullUndefined) {
    this.isNullUndefined = isNullUndefined;
  }

  /**
   * Changes the calls of the functions that a block declares, and of the {@code resolve} of
   * promises.
   *
   * @param block the body of a function that nothing will optimise any more
   */
  public void leaveOut(Node block) {
    for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
      if (child.isFunction()) {
        functions.put(child.getFirstChild().getString(), child);
      }
    }
    SourceTree.find(block, Node::isCall).forEach(this::shorten);
  }

  private void shorten(Node call) {
    Node callee = call.getFirstChild();
    Node function = callee.isName() ? functions.get(callee.getString()) : null;
    boolean isResolve = callee.isGetProp() && callee.getString().equals(RESOLVE);
    while (call.hasMoreThanOneChild()
        && (isUndefined(call.getLastChild())
            ? function != null || isResolve
            : call.getLastChild().isNull() && function != null && isNullUndefined.test(function))) {
      call.getLastChild().detach();
    }
  }

  private static boolean isUndefined(Node node) {
    return NodeUtil.isUndefined(node) && !node.isName();
  }
}
