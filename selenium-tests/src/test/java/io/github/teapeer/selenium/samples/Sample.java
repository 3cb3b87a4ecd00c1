package io.github.teapeer.selenium.samples;

import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.Value;
import java.util.Optional;

/**
 * A value to send, and what becomes of it: as the serialization means it to be, and where PeerJS
 * 1.5.5 is known to do otherwise, what it does. Immutable.
 *
 * @param sent the value
 * @param meant what becomes of it between libraries without faults
 * @param senderFault what becomes of it when 1.5.5 sends it
 * @param receiverFault what becomes of it when 1.5.5 receives it from a sender without that fault
 */
public record Sample(
    Value sent, Outcome meant, Optional<Outcome> senderFault, Optional<Outcome> receiverFault) {

  /** A value that arrives as it was sent. */
  static Sample kept(Value value) {
    return becomes(value, value);
  }

  /** A value that the serialization turns into another. */
  static Sample becomes(Value sent, Value received) {
    return new Sample(sent, new Outcome.Arrives(received), Optional.empty(), Optional.empty());
  }

  /** The same, except that 1.5.5 sends another value. */
  Sample butStockSends(Value wrong) {
    return new Sample(sent, meant, Optional.of(new Outcome.Arrives(wrong)), receiverFault);
  }

  /** The same, except that 1.5.5 throws when it is to send it. */
  Sample butStockRefuses(String message) {
    return new Sample(sent, meant, Optional.of(new Outcome.IsRefused(message)), receiverFault);
  }

  /** The same, except that 1.5.5 understands another value. */
  Sample butStockReceives(Value wrong) {
    return new Sample(sent, meant, senderFault, Optional.of(new Outcome.Arrives(wrong)));
  }

  /** The same, except that 1.5.5 throws when it receives it. */
  Sample butBreaksStock(String message) {
    return new Sample(sent, meant, senderFault, Optional.of(new Outcome.BreaksReceiver(message)));
  }

  /** The same, except that 1.5.5 takes it for a message of its own and swallows it. */
  Sample butStockSwallowsIt() {
    return new Sample(sent, meant, senderFault, Optional.of(new Outcome.Vanishes()));
  }

  /** What must become of it between these two. */
  public Outcome between(Library sender, Library receiver) {
    if (sender.isStock() && senderFault.isPresent()) {
      return senderFault.get();
    }
    if (receiver.isStock() && receiverFault.isPresent()) {
      return receiverFault.get();
    }
    return meant;
  }
}
