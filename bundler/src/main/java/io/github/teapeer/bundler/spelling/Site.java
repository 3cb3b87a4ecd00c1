package io.github.teapeer.bundler.spelling;

import java.util.Random;

/**
 * A place in a script that can be written in several ways. What is chosen is some small numbers.
 */
interface Site {
  /** How many numbers say how it is written. */
  int size();

  /** Sets the numbers to what is there now. */
  void read(int[] choice, int from);

  /** Whether the numbers say something, which those for another script may not. */
  boolean isAllowed(int[] choice, int from);

  /** Chooses something else. */
  void change(int[] choice, int from, Random random);

  /** Writes it so, once all sites before it are written. */
  void apply(int[] choice, int from);
}
