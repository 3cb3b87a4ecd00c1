package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import java.util.List;

/**
 * Leaves out objects that have nothing but another object, which is there for as long as they are.
 *
 * <pre>
 *   x = { $list: [] }; y = { $outer: z }; x.$list.push(a); y.$outer.$state = 1;
 *   x = []; y = z; x.push(a); y.$state = 1;
 * </pre>
 */
public final class Wrappers {
  private final AbstractCompiler compiler;
  private final FieldUses fields;

  private Wrappers(AbstractCompiler compiler, Node root) {
    this.compiler = compiler;
    fields = new FieldUses(root);
  }

  /**
   * Changes what is at or below a node.
   *
   * @param compiler the compiler that is told what has changed
   * @param root a tree in which objects of the program are literals
   */
  public static void remove(AbstractCompiler compiler, Node root) {
    Wrappers wrappers = new Wrappers(compiler, root);
    wrappers.fields.names().stream().filter(wrappers::isWrapper).toList().forEach(wrappers::remove);
  }

  private boolean isWrapper(String name) {
    List<Node> reads = fields.accesses(name);
    boolean dereferenced =
        reads.stream()
            .allMatch(
                read -> read.getParent().isGetProp() && read.getParent().getFirstChild() == read);
    return reads.stream().noneMatch(NodeUtil::isLValue)
        && fields.keys(name).stream()
            .allMatch(
                key ->
                    key.isStringKey()
                        && key.getParent().hasOneChild()
                        && isObject(key.getFirstChild(), dereferenced || isOuter(name)));
  }

  /** Whether a field has the object that an inner class of Java's belongs to. */
  private static boolean isOuter(String name) {
    return name.startsWith("$this$");
  }

  /** Whether a value is an object, and not null, which nothing has to tell of a variable. */
  private static boolean isObject(Node value, boolean named) {
    return value.isThis()
        || value.isArrayLit()
        || value.isObjectLit()
        || value.isNew()
        || (value.isName() && named);
  }

  private void remove(String name) {
    for (Node access : fields.accesses(name)) {
      compiler.reportChangeToEnclosingScope(access);
      access.replaceWith(access.removeFirstChild());
    }
    for (Node key : fields.keys(name)) {
      Node literal = key.getParent();
      compiler.reportChangeToEnclosingScope(literal);
      literal.replaceWith(key.removeFirstChild());
    }
  }
}
