package io.github.teapeer.selenium.samples;

import java.util.List;

/** The serializations of a data connection, with what each must carry. */
public enum Serialization {
  /** PeerJS's own binary format, and the default. */
  BINARY("binary"),

  /** Another name of the same. */
  BINARY_UTF8("binary-utf8"),

  /** JSON text. */
  JSON("json"),

  /** Whatever {@code RTCDataChannel.send} takes, as it is. */
  RAW("raw"),

  /** The documentation's name of {@link #RAW}, which 1.5.5 does not know. */
  NONE("none");

  private final String option;

  Serialization(String option) {
    this.option = option;
  }

  /** The value of {@code connect}'s option {@code serialization}. */
  public String option() {
    return option;
  }

  /** What to send through it, in groups of which each may be sent without waiting. */
  public List<List<Sample>> samples() {
    return switch (this) {
      case BINARY, BINARY_UTF8 -> BinarySamples.GROUPS;
      case JSON -> JsonSamples.GROUPS;
      case RAW, NONE -> RawSamples.GROUPS;
    };
  }
}
