package io.github.teapeer.client.transfer;

import org.teavm.jso.JSObject;

/** Is told what a {@link DataTransfer} received, and what went wrong. */
public interface TransferListener {
  /**
   * A value arrived.
   *
   * @param value the value, or null
   */
  void received(JSObject value);

  /** The other side asks to close the connection, having sent everything. */
  void closeRequested();

  /** A message is larger than the other side takes; it was not sent. */
  void messageTooBig();

  /**
   * A value cannot be serialized, or a frame is malformed; it was dropped.
   *
   * @param cause tells why
   */
  void badData(Throwable cause);
}
