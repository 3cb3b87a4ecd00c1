package io.github.teapeer.client.peer;

import io.github.teapeer.jso.webrtc.RTCDataChannel;
import org.teavm.jso.JSObject;

/**
 * A serializer of an application's own: it moves the values of one {@link DataConnection} through
 * the channel in its own way, and tells the application itself what arrives. The connection does
 * the rest: it negotiates, opens, reports errors and closes.
 */
public interface CustomTransfer {
  /**
   * Says whose values it moves. Called once, before anything else, and before the negotiation
   * starts.
   *
   * @param connection the connection, which has no listener yet
   */
  void attach(DataConnection connection);

  /**
   * The name by which the other side finds its counterpart.
   *
   * @return the {@code serialization} of the OFFER
   */
  String serialization();

  /**
   * Takes over the messages of the channel. Called once, before the channel opens.
   *
   * @param channel the channel; its {@code onopen} and {@code onclose} belong to the connection
   */
  void useChannel(RTCDataChannel channel);

  /**
   * Sends a value. Called in {@link Connection.State#OPEN} only.
   *
   * @param value the value, or null
   */
  void send(JSObject value);

  /**
   * Asks the other side to close when it has received everything that was sent before. The
   * connection closes by itself where the other side does not.
   */
  void requestClose();

  /** The connection is about to close, whatever the reason: its channel can still be looked at. */
  void closing();
}
