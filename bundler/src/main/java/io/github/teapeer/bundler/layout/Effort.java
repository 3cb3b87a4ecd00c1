package io.github.teapeer.bundler.layout;

import java.util.Random;

/**
 * How long a better layout is looked for.
 *
 * @param trials how many changes are tried
 * @param heat how many bytes worse than before the layout may become, or a few times as many, in
 *     the first trials; by and by it is less. What is only ever made better comes to an end where
 *     no single change helps
 */
public record Effort(int trials, double heat) {
  /** How much cooler the last trials are. */
  private static final double COOLING = 0.03;

  /** Trials of which each is kept if it makes the layout no worse. */
  public Effort(int trials) {
    this(trials, 0);
  }

  /** Whether a change is kept that makes the layout so many bytes larger. */
  boolean accepts(double more, int trial, Random random) {
    return more <= 0
        || random.nextDouble()
            < Math.exp(-more / (heat * Math.pow(COOLING, (double) trial / trials)));
  }
}
