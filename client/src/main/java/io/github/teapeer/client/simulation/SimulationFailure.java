package io.github.teapeer.client.simulation;

/**
 * Something happened in a simulated world that must not: an exception escaped from a callback, a
 * rejected promise was not handled, a condition was not met in time, or the world does not come to
 * rest. The message names the seed, which replays it.
 */
public final class SimulationFailure extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final long seed;

  SimulationFailure(long seed, String message, Throwable cause) {
    super(message, cause);
    this.seed = seed;
  }

  /**
   * The seed of the world.
   *
   * @return what to give to {@link Simulation#Simulation(long)} to see the same again
   */
  public long seed() {
    return seed;
  }
}
