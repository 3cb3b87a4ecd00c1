package io.github.teapeer.client.transfer;

import org.teavm.jso.JSObject;

/** Is told what a {@link DataTransfer} received, how it gets on, and what went wrong. */
public interface TransferListener {
  /**
   * A value arrived.
   *
   * @param value the value, or null
   */
  void received(JSObject value);

  /**
   * Tells whether a message that is a binary is to arrive as a Blob.
   *
   * @return whether it is; asked when its first chunk has come
   */
  boolean collectsBlobs();

  /** The other side asks to close the connection, having sent everything. */
  void closeRequested();

  /**
   * A frame is malformed; it was dropped.
   *
   * @param cause tells why, or null
   */
  void badData(Throwable cause);

  /**
   * A message that was incomplete was dropped.
   *
   * @param why which limit it hit
   * @param received how many of its chunks had come
   * @param total how many it was to have
   */
  void dropped(String why, int received, int total);

  /**
   * A frame of a message of several was written or read.
   *
   * @param outgoing whether it was written
   * @param transferred bytes of the message so far
   * @param total its bytes; of an incoming message rounded up to whole chunks until it is complete
   */
  void progress(boolean outgoing, double transferred, double total);

  /** The channel had as much as it may buffer, and there is room again. */
  void drained();
}
