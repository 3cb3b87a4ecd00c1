package io.github.teapeer.client.negotiation;

import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** Makes of a session description what can be sent. */
final class Descriptions {
  private Descriptions() {}

  /** As an RTCSessionDescriptionInit that an application's transform, or null, has changed. */
  static JSObject transformed(RTCSessionDescription description, SdpTransform transform) {
    JSObject init = plain(description);
    if (isFunction(transform)) {
      Values.set(init, "sdp", transform.transform(description.getSdp()));
    }
    return Values.getBoolean(init, "sdp") ? init : plain(description);
  }

  /** What a page gives as a transform may be anything. */
  @JSBody(params = "transform", script = "return typeof transform === 'function';")
  private static boolean isFunction(SdpTransform transform) {
    return transform != null;
  }

  /** As an RTCSessionDescriptionInit. */
  static JSObject plain(RTCSessionDescription description) {
    JSObject init = Values.newObject();
    Values.set(init, "type", description.getType());
    Values.set(init, "sdp", description.getSdp());
    return init;
  }
}
