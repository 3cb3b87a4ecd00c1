package io.github.teapeer.signaling.internal.jetty;

import java.util.List;
import java.util.Optional;

/**
 * The messages of a stream on their way to the network: decides what is to be written next, and
 * when. To be used by one thread at a time.
 */
interface Lines {
  /**
   * What to write next.
   *
   * @param text what it is; not empty
   * @param at when to write it, in the realm's milliseconds; may have passed
   * @param messages those it takes from the ones that are waiting
   */
  record Write(String text, long at, List<String> messages) {}

  /** Adds a message. */
  void add(String message);

  /**
   * What to write next; nothing until a message is added if there is none. Asking changes nothing:
   * it counts as written when {@link #written} says so.
   *
   * @param now the realm's time in milliseconds
   */
  Optional<Write> next(long now);

  /** Takes note that what was next at that time is being written. */
  void written(Write write, long now);

  /** Takes out the messages that have not been written. */
  List<String> takeUnwritten();

  /** Whether the reader loses what has come but not been looked at when it gets another stream. */
  boolean isForgetful();

  /** Gives up whatever is done for the reader's sake alone, as there is no time left for it. */
  void hurry();
}
