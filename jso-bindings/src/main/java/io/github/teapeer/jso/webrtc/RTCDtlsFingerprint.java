package io.github.teapeer.jso.webrtc;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The hash of a certificate.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcdtlsfingerprint">WebRTC,
 *     RTCDtlsFingerprint</a>
 */
public interface RTCDtlsFingerprint extends JSObject {
  /** {@return the hash function, such as {@code sha-256}} */
  @JSProperty
  String getAlgorithm();

  /** {@return the hash in hexadecimal, with colons} */
  @JSProperty
  String getValue();
}
