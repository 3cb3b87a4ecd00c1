package io.github.teapeer.client.transfer;

import org.teavm.jso.JSObject;

/** A message on its way into a channel, in frames. */
interface OutgoingMessage {
  /**
   * Whether its first frame can be made.
   *
   * @return false while the bytes of a Blob are being read
   */
  boolean isReady();

  /**
   * Makes the next frame.
   *
   * @return what the channel sends; valid until the next call
   */
  JSObject nextFrame();

  /**
   * Whether all frames have been made.
   *
   * @return whether {@link #nextFrame} must not be called any more
   */
  boolean isSent();

  /**
   * How much of it has not been made into frames.
   *
   * @return bytes; 0 while they are not known
   */
  int remaining();
}
