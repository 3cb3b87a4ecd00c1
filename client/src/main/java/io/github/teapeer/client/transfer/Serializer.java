package io.github.teapeer.client.transfer;

import org.teavm.jso.JSObject;

/** Turns the values of one connection into frames and back. */
interface Serializer {
  /**
   * Serializes a value.
   *
   * @param value the value, or null
   * @return the message, to be queued before the next one is made; null where it went along with
   *     another one
   * @throws RuntimeException where it cannot be serialized
   */
  OutgoingMessage message(JSObject value);

  /**
   * Makes the frame of a {@link Control}.
   *
   * @param control what {@link Control#of} made
   * @return the frame; null where there is none that could be told from data
   */
  default JSObject controlFrame(JSObject control) {
    return null;
  }

  /**
   * Receives a frame; a malformed one is reported to the listener.
   *
   * @param frame what the channel delivered
   */
  void receive(JSObject frame);

  /**
   * Says whether the other side was asked to send nothing: then nothing that it sends is late.
   *
   * @param held whether it was
   */
  default void setHeld(boolean held) {}

  /** Forgets what is incomplete. */
  default void stop() {}
}
