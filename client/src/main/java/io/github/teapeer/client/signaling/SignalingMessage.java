package io.github.teapeer.client.signaling;

import org.teavm.jso.JSObject;

/** A message from the signalling server. */
public final class SignalingMessage {
  private final String type;
  private final String source;
  private final JSObject payload;

  /**
   * Makes a message.
   *
   * @param type one of {@link MessageType}, or anything else that a server may send
   * @param source the peer that it comes from, or null
   * @param payload what it carries, or null
   */
  public SignalingMessage(String type, String source, JSObject payload) {
    this.type = type;
    this.source = source;
    this.payload = payload;
  }

  /**
   * What it is.
   *
   * @return one of {@link MessageType}, or anything else that a server may send
   */
  public String type() {
    return type;
  }

  /**
   * Whom it comes from.
   *
   * @return the peer's id, or null
   */
  public String source() {
    return source;
  }

  /**
   * What it carries.
   *
   * @return the payload, or null
   */
  public JSObject payload() {
    return payload;
  }
}
