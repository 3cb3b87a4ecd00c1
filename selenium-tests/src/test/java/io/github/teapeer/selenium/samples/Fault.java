package io.github.teapeer.selenium.samples;

import io.github.teapeer.selenium.page.Library;
import java.util.Set;

/**
 * What published versions of PeerJS are known to make of a value.
 *
 * @param libraries the versions
 * @param part the part that they take in the transfer
 * @param reason why
 * @param outcome what becomes of the value
 */
public record Fault(Set<Library> libraries, Part part, Reason reason, Outcome outcome) {

  /** The part that a PeerJS takes in a transfer. */
  public enum Part {
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
  public Fault {
    libraries = Set.copyOf(libraries);
  }

  boolean isOf(Library library, Part role) {
    return part == role && libraries.contains(library);
  }
}
