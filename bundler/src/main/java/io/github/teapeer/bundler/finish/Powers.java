package io.github.teapeer.bundler.finish;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;

/**
 * Writes large numbers by the power of two that they are near to, or a few times as large as; what
 * reads a script computes them once.
 *
 * <pre>
 *   1048576; 2147483647; 1342177280
 *   2**20; 2**31-1; 5&lt;&lt;28
 * </pre>
 */
final class Powers {
  /** The digits from which on a power is shorter. */
  private static final double LEAST = 65_536;

  private static final int LARGEST_DIGIT = 9;

  private Powers() {}

  /** Changes what is at or below a node. */
  static void use(Node root) {
    for (Node number :
        SourceTree.find(root, node -> node.isNumber() && node.getDouble() >= LEAST)) {
      Node shorter = shorter(number.getDouble());
      if (shorter != null) {
        number.replaceWith(shorter.srcrefTree(number));
      }
    }
  }

  /** A shorter way to write a number, or null. */
  private static Node shorter(double number) {
    int exponent = Math.getExponent(number);
    if (number == Math.scalb(1.0, exponent)) {
      return power(exponent);
    }
    double missing = Math.scalb(1.0, exponent + 1) - number;
    if (missing <= LARGEST_DIGIT && number > LEAST * 100) {
      return new Node(Token.SUB, power(exponent + 1), IR.number(missing));
    }
    int shift = Long.numberOfTrailingZeros((long) number);
    double factor = Math.scalb(number, -shift);
    return factor <= LARGEST_DIGIT && number <= Integer.MAX_VALUE
        ? new Node(Token.LSH, IR.number(factor), IR.number(shift))
        : null;
  }

  private static Node power(int exponent) {
    return new Node(Token.EXPONENT, IR.number(2), IR.number(exponent));
  }
}
