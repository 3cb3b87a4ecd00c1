package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;

/**
 * Leaves out what makes no difference to an int or a byte.
 *
 * <pre>
 *   i = i + n | 0; j = 2 * n | 0; c = d >>> 8 | 0; bytes[i] = x &lt;&lt; 24 >> 24;
 *   i = i + n; j = 2 * n; c = d >>> 8; bytes[i] = x;
 * </pre>
 *
 * <p>{@code | 0} makes a difference to a sum or a multiple only beyond 2³¹, where no counter and no
 * offset of the client comes: code that has to know must not rely on a sum that becomes negative.
 * The client's arrays of numbers are of bytes and of chars, which take of a number what fits.
 */
final class PlainSums {
  private final Node script;

  PlainSums(Node script) {
    this.script = script;
  }

  void apply() {
    for (Node node : Declarations.reversed(SourceTree.find(script, PlainSums::isNeedless))) {
      node.replaceWith(node.getFirstChild().detach());
    }
    for (Node access : SourceTree.find(script, Node::isGetElem)) {
      if (access.getParent().isAssign() && access.getParent().getFirstChild() == access) {
        store(access.getParent().getLastChild());
      }
    }
  }

  private static boolean isNeedless(Node node) {
    if (node.getToken() != Token.BITOR || !Program.isZero(node.getLastChild())) {
      return false;
    }
    Node value = node.getFirstChild();
    return value.isAdd()
        || value.isSub()
        || isMultiple(value)
        || isBitwise(node.getParent())
        || (value.getToken() == Token.URSH && value.getLastChild().isNumber());
  }

  /** A multiple by a whole number; nobody multiplies a fraction by one to cut it off then. */
  private static boolean isMultiple(Node value) {
    return value.getToken() == Token.MUL
        && (isWhole(value.getFirstChild()) || isWhole(value.getLastChild()));
  }

  private static boolean isWhole(Node factor) {
    return factor.isNumber() && factor.getDouble() == Math.rint(factor.getDouble());
  }

  private static boolean isBitwise(Node node) {
    return switch (node.getToken()) {
      case BITAND, BITOR, BITXOR, LSH, RSH, URSH -> true;
      default -> false;
    };
  }

  private static void store(Node value) {
    if (is(value, Token.BITAND, 0xffff)) {
      value.replaceWith(value.getFirstChild().detach());
    } else if (is(value, Token.RSH, 24) && is(value.getFirstChild(), Token.LSH, 24)) {
      value.replaceWith(value.getFirstFirstChild().detach());
    }
  }

  private static boolean is(Node node, Token operation, int number) {
    return node.getToken() == operation
        && node.getLastChild().isNumber()
        && node.getLastChild().getDouble() == number;
  }
}
