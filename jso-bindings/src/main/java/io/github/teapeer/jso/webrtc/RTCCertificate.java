package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Sequence;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What a connection authenticates itself with.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtccertificate-interface">WebRTC, RTCCertificate</a>
 */
public interface RTCCertificate extends JSObject {
  /** {@return when it expires, in milliseconds since 1970} */
  @JSProperty
  double getExpires();

  /**
   * The hashes of the certificate.
   *
   * @return the fingerprints
   */
  Sequence<RTCDtlsFingerprint> getFingerprints();
}
