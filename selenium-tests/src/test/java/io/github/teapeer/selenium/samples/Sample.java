package io.github.teapeer.selenium.samples;

import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.samples.Fault.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A value to send, and what becomes of it: as the serialization means it to be, and where published
 * versions of PeerJS are known to do otherwise, what they do. Immutable.
 *
 * @param sent the value
 * @param meant what becomes of it between libraries without faults
 * @param faults what becomes of it where PeerJS takes part, as far as it differs
 */
public record Sample(Value sent, Outcome meant, List<Fault> faults) {
  /** Keeps a copy of its own. */
  public Sample {
    faults = List.copyOf(faults);
  }

  /** A value that arrives as it was sent. */
  static Sample kept(Value value) {
    return becomes(value, value);
  }

  /** A value that the serialization turns into another. */
  static Sample becomes(Value sent, Value received) {
    return new Sample(sent, new Outcome.Arrives(received), List.of());
  }

  /** The same, except for what comes from these. */
  Sample from(Set<Library> libraries, Reason reason, Outcome outcome) {
    return but(new Fault(libraries, Part.SENDER, reason, outcome));
  }

  /** The same, except for what goes to these. */
  Sample to(Set<Library> libraries, Reason reason, Outcome outcome) {
    return but(new Fault(libraries, Part.RECEIVER, reason, outcome));
  }

  /** The same, except for what passes between two of one of these. */
  Sample among(Set<Library> libraries, Reason reason, Outcome outcome) {
    return but(new Fault(libraries, Part.BOTH, reason, outcome));
  }

  /** What must become of it between these two. */
  public Outcome between(Library sender, Library receiver) {
    Optional<Fault> ofBoth = sender == receiver ? fault(sender, Part.BOTH) : Optional.empty();
    return ofBoth
        .or(() -> fault(sender, Part.SENDER))
        .or(() -> fault(receiver, Part.RECEIVER))
        .map(Fault::outcome)
        .orElse(meant);
  }

  private Optional<Fault> fault(Library library, Part part) {
    return faults.stream().filter(fault -> fault.isOf(library, part)).findFirst();
  }

  private Sample but(Fault fault) {
    return new Sample(sent, meant, Stream.concat(faults.stream(), Stream.of(fault)).toList());
  }
}
