package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.value.PropertyBag;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;
import org.teavm.jso.JSObject;

/** A description, which the page may change before it applies it. */
final class SimulatedSessionDescription implements RTCSessionDescription, PropertyBag {
  private String type;
  private String sdp;

  SimulatedSessionDescription(String type, String sdp) {
    this.type = type;
    this.sdp = sdp;
  }

  /**
   * Reads an RTCSessionDescriptionInit.
   *
   * @throws DomException TypeError, if it is none
   */
  static SimulatedSessionDescription from(JSObject init) {
    if (!(init instanceof PropertyBag bag)) {
      throw DomException.typeError("The description is not of type RTCSessionDescriptionInit");
    }
    Object type = bag.property("type");
    Object sdp = bag.property("sdp");
    if (!(type instanceof String name)
        || !name.matches("offer|answer|pranswer|rollback")
        || !(sdp == null || sdp instanceof String)) {
      throw DomException.typeError("'" + type + "' is not a valid RTCSdpType");
    }
    return new SimulatedSessionDescription(name, sdp == null ? "" : (String) sdp);
  }

  @Override
  public String getType() {
    return type;
  }

  @Override
  public String getSdp() {
    return sdp;
  }

  @Override
  public Object property(String key) {
    return switch (key) {
      case "type" -> type;
      case "sdp" -> sdp;
      default -> null;
    };
  }

  @Override
  public void setProperty(String key, Object value) {
    if (key.equals("type")) {
      type = (String) value;
    } else if (key.equals("sdp")) {
      sdp = (String) value;
    } else {
      throw new UnsupportedOperationException("A description has no property " + key);
    }
  }
}
