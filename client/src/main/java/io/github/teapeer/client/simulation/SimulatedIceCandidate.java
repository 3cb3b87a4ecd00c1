package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.PropertyBag;
import io.github.teapeer.jso.webrtc.RTCIceCandidate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teavm.jso.JSObject;

/**
 * A candidate.
 *
 * @param candidate the attribute, empty for the end of candidates
 * @param sdpMid the media section, or null
 * @param sdpMLineIndex the number of the media section, or null
 * @param usernameFragment the ICE generation, or null
 */
record SimulatedIceCandidate(
    String candidate, String sdpMid, Integer sdpMLineIndex, String usernameFragment)
    implements RTCIceCandidate, PropertyBag {
  /**
   * Reads an RTCIceCandidateInit.
   *
   * @throws DomException TypeError, if it is none
   */
  static SimulatedIceCandidate from(JSObject init) {
    if (init == null) {
      return new SimulatedIceCandidate("", null, null, null);
    }
    if (!(init instanceof PropertyBag bag)) {
      throw DomException.typeError("The candidate is not of type RTCIceCandidateInit");
    }
    String text = bag.property("candidate") instanceof String given ? given : "";
    String mid = bag.property("sdpMid") instanceof String given ? given : null;
    Integer index = bag.property("sdpMLineIndex") instanceof Number given ? given.intValue() : null;
    if (!text.isEmpty() && mid == null && index == null) {
      throw DomException.typeError("sdpMid and sdpMLineIndex are both null");
    }
    String ufrag = bag.property("usernameFragment") instanceof String given ? given : null;
    return new SimulatedIceCandidate(text, mid, index, ufrag);
  }

  @Override
  public String getCandidate() {
    return candidate;
  }

  @Override
  public String getSdpMid() {
    return sdpMid;
  }

  @Override
  public JSObject toJSON() {
    Map<String, Object> init = new LinkedHashMap<>();
    init.put("candidate", candidate);
    init.put("sdpMid", sdpMid);
    init.put("sdpMLineIndex", sdpMLineIndex == null ? null : (Object) sdpMLineIndex.doubleValue());
    init.put("usernameFragment", usernameFragment);
    return JavaValue.of(init);
  }

  @Override
  public Object property(String key) {
    return ((PropertyBag) toJSON()).property(key);
  }

  @Override
  public void setProperty(String key, Object value) {
    throw new UnsupportedOperationException("An RTCIceCandidate cannot be changed");
  }
}
