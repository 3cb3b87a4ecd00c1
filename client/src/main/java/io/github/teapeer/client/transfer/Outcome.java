package io.github.teapeer.client.transfer;

/** What came of sending a value. */
public enum Outcome {
  /** All of it is in the channel's buffer. */
  SENT,
  /** It is larger than the other side takes. */
  TOO_BIG,
  /** It cannot be serialized, or a Blob of it not be read, or the channel refuses it. */
  BAD_DATA,
  /** Its signal was aborted before all of it was sent. */
  ABORTED,
  /** The connection ended before all of it was sent. */
  CLOSED
}
