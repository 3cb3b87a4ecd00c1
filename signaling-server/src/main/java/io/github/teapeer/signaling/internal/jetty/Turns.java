package io.github.teapeer.signaling.internal.jetty;

/**
 * Ends the turn of a socket that always has more to read. Jetty goes on with one socket as long as
 * it has something, and the others of the same thread would wait.
 *
 * <p>Safe for use by several threads.
 */
final class Turns {
  /** How many frames of one socket a thread handles before it turns to others. */
  static final int LENGTH = 32;

  private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);

  /** Whose turn it is in a thread, and how long it has been. */
  private static final class Turn {
    private Object whose;
    private int length;
  }

  /**
   * Counts a frame that this thread has handled.
   *
   * @param whose the socket that it came from
   * @return whether others are to have their turn now
   */
  boolean isOver(Object whose) {
    Turn turn = turns.get();
    if (turn.whose != whose) {
      turn.whose = whose;
      turn.length = 0;
    }
    turn.length++;
    if (turn.length < LENGTH) {
      return false;
    }
    turn.whose = null;
    return true;
  }
}
