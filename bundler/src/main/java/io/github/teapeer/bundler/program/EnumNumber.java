package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import java.util.Optional;

/**
 * A constant of an enum, for which some number is to stand: any, if no other constant of the enum
 * has it, and not 0, which would not be true where there is a constant.
 *
 * @param type the number of the enum
 * @param ordinal the number of the constant in it
 */
public record EnumNumber(int type, int ordinal) {
  /** No program has numbers like these. */
  private static final double FIRST = 5_318_008_000_000.0;

  private static final int MOST_CONSTANTS = 1000;

  /** What stands in the program until the number is chosen. */
  double placeholder() {
    return FIRST + type * MOST_CONSTANTS + ordinal;
  }

  /** What a node stands for, if that is such a constant. */
  public static Optional<EnumNumber> of(Node node) {
    if (!node.isNumber()) {
      return Optional.empty();
    }
    double number = node.getDouble() - FIRST;
    return number >= 0 && number < MOST_CONSTANTS * MOST_CONSTANTS
        ? Optional.of(new EnumNumber((int) number / MOST_CONSTANTS, (int) number % MOST_CONSTANTS))
        : Optional.empty();
  }
}
