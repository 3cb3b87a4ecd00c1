package io.github.teapeer.selenium.samples;

import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.Value;
import java.util.EnumMap;
import java.util.Map;

/**
 * A value to send, and what becomes of it: as the serialization means it to be, and where PeerJS
 * 1.5.5 is known to do otherwise, what it does. Immutable.
 *
 * @param sent the value
 * @param meant what becomes of it between libraries without faults
 * @param faults what becomes of it where 1.5.5 takes part, as far as it differs
 */
public record Sample(Value sent, Outcome meant, Map<Part, Outcome> faults) {

  /** The part that PeerJS 1.5.5 takes in a transfer. */
  enum Part {
    /** It sends, and a library without faults receives. */
    SENDER,
    /** It receives, and a library without faults sends. */
    RECEIVER,
    /**
     * It does both; where nothing is said of this, its faults as a sender show, then the others.
     */
    BOTH
  }

  /** Keeps a copy of its own. */
  public Sample {
    faults = Map.copyOf(faults);
  }

  /** A value that arrives as it was sent. */
  static Sample kept(Value value) {
    return becomes(value, value);
  }

  /** A value that the serialization turns into another. */
  static Sample becomes(Value sent, Value received) {
    return new Sample(sent, new Outcome.Arrives(received), Map.of());
  }

  /** The same, except that 1.5.5 makes another value of it in that part. */
  Sample butStock(Part part, Value wrong) {
    return but(part, new Outcome.Arrives(wrong));
  }

  /** The same, except that 1.5.5 throws when it is to send it. */
  Sample butStockRefuses(String message) {
    return but(Part.SENDER, new Outcome.IsRefused(message));
  }

  /** The same, except that 1.5.5 throws when it receives it. */
  Sample butBreaksStock(String message) {
    return but(Part.RECEIVER, new Outcome.BreaksReceiver(message));
  }

  /** The same, except that 1.5.5 takes it for a message of its own and swallows it. */
  Sample butStockSwallowsIt() {
    return but(Part.RECEIVER, new Outcome.Vanishes());
  }

  /** What must become of it between these two. */
  public Outcome between(Library sender, Library receiver) {
    if (sender.isStock() && receiver.isStock() && faults.containsKey(Part.BOTH)) {
      return faults.get(Part.BOTH);
    }
    if (sender.isStock() && faults.containsKey(Part.SENDER)) {
      return faults.get(Part.SENDER);
    }
    if (receiver.isStock() && faults.containsKey(Part.RECEIVER)) {
      return faults.get(Part.RECEIVER);
    }
    return meant;
  }

  private Sample but(Part part, Outcome fault) {
    Map<Part, Outcome> more = new EnumMap<>(Part.class);
    more.putAll(faults);
    more.put(part, fault);
    return new Sample(sent, meant, more);
  }
}
