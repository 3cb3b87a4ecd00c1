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
   * @return the SDP to use; null, and what else JavaScript calls falsy, means {@code sdp} itself.
   *     What the platform does not take for a description fails the connection, as does what is
   *     thrown
   */
  JSObject transform(String sdp);
}
