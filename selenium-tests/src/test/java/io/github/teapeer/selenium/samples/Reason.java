package io.github.teapeer.selenium.samples;

/** What it is in a published PeerJS that makes something else of a value than was sent. */
public enum Reason {
  /** As a sender. */
  DOUBLE_BITS("computes the bits of a double with logarithms"),
  /** As a sender. */
  INTEGERS("packs every whole number as an integer of at most 64 bits, computed in doubles"),
  /** As a sender. */
  EMPTY_BUFFER("refuses an empty ArrayBuffer"),
  /** As a sender. */
  WHOLE_BUFFER("sends the whole buffer of a typed array, not the part that it views"),
  /** As a sender. */
  DATA_VIEW("refuses a DataView"),
  /** As a sender. */
  JSON_SIZE("refuses JSON of 16,300 bytes or more"),
  /** As a receiver. */
  DOUBLE_READING("reads neither NaN nor −0 nor subnormal numbers"),
  /** As a receiver. */
  PROTOTYPE("sets the prototype of the object where the key is `__proto__`"),
  /** As a receiver. */
  NULL_MEMBERS("looks for a member of null: an error that nothing catches"),
  /** As a receiver. */
  LOOKS_LIKE_CHUNK("takes an object with the key `__peerData` for a chunk, and waits for more"),
  /** As a receiver. */
  CHUNKED_BUFFER("hands out what came in chunks as a Uint8Array");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** A sentence without its subject, which is the version of PeerJS. */
  @Override
  public String toString() {
    return text;
  }
}
