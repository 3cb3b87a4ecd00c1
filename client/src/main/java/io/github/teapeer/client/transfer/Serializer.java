package io.github.teapeer.client.transfer;

import org.teavm.jso.JSObject;

/** Turns the values of one connection into frames and back. */
interface Serializer {
  /**
   * Sends a value.
   *
   * @param value the value, or null
   * @throws RuntimeException where it cannot be serialized
   */
  void send(JSObject value);

  /**
   * Receives a frame; a malformed one is reported to the listener.
   *
   * @param frame what the channel delivered
   */
  void receive(JSObject frame);
}
