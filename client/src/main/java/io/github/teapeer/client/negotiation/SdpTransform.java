package io.github.teapeer.client.negotiation;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Changes a local description before it is applied and sent: the {@code sdpTransform} option. */
@JSFunctor
@FunctionalInterface
public interface SdpTransform extends JSObject {
  /**
   * Changes a description.
   *
   * @param sdp the SDP as the platform made it
   * @return the SDP to use; what is not a string means {@code sdp} itself
   */
  JSObject transform(String sdp);
}
