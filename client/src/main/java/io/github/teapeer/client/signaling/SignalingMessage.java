package io.github.teapeer.client.signaling;

import io.github.teapeer.jso.value.Dictionary;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** A message from the signalling server. */
public final class SignalingMessage {
  /** What a message is for JavaScript, which pages are shown. */
  public interface Json extends JSObject {
    /**
     * Makes a message.
     *
     * @param type one of {@link MessageType}, or anything else that a server may send
     * @param source the peer that it comes from, or null
     * @param payload what it carries, or null
     * @return the message
     */
    @JSBody(
        params = {"type", "source", "payload"},
        script = "return {type: type, src: source, payload: payload};")
    static Json of(String type, String source, JSObject payload) {
      Json json = Dictionary.create(Json.class);
      Values.set(json, "type", type);
      Values.set(json, "src", source);
      Values.set(json, "payload", payload);
      return json;
    }

    /**
     * What it is.
     *
     * @return the type
     */
    @JSProperty
    String getType();

    /**
     * Whom it comes from.
     *
     * @return the peer's id, or null
     */
    @JSProperty
    String getSrc();

    /**
     * What it carries.
     *
     * @return the payload, or null
     */
    @JSProperty
    JSObject getPayload();
  }

  private final Json json;

  /**
   * Makes a message.
   *
   * @param type one of {@link MessageType}, or anything else that a server may send
   * @param source the peer that it comes from, or null
   * @param payload what it carries, or null
   */
  public SignalingMessage(String type, String source, JSObject payload) {
    json = Json.of(type, source, payload);
  }

  /**
   * What it is.
   *
   * @return one of {@link MessageType}, or anything else that a server may send
   */
  public String type() {
    return json.getType();
  }

  /**
   * Whom it comes from.
   *
   * @return the peer's id, or null
   */
  public String source() {
    return json.getSrc();
  }

  /**
   * What it carries.
   *
   * @return the payload, or null
   */
  public JSObject payload() {
    return json.getPayload();
  }

  /**
   * The message as serializers written against PeerJS 1.5 know it.
   *
   * @return {@code {type, src, payload}}
   */
  public JSObject json() {
    return json;
  }
}
