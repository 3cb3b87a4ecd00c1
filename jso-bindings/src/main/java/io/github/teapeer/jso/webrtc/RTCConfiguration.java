package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.value.Dictionary;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How a peer connection is made.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcconfiguration-dictionary">WebRTC,
 *     RTCConfiguration</a>
 */
public interface RTCConfiguration extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static RTCConfiguration create() {
    return Dictionary.create(RTCConfiguration.class);
  }

  /** {@return the servers, or null where none are set} */
  @SuppressWarnings("unchecked") // as the specification types it
  default Sequence<RTCIceServer> getIceServers() {
    return (Sequence<RTCIceServer>) Values.get(this, "iceServers");
  }

  /**
   * Sets the STUN and TURN servers.
   *
   * @param servers the servers
   */
  @JSProperty
  void setIceServers(Sequence<RTCIceServer> servers);

  /** {@return {@code all} or {@code relay}, or null where it is not set} */
  default String getIceTransportPolicy() {
    return Values.getString(this, "iceTransportPolicy");
  }

  /**
   * Says which candidates are used.
   *
   * @param policy {@code all}, the default, or {@code relay}
   */
  @JSProperty
  void setIceTransportPolicy(String policy);

  /**
   * {@return {@code balanced}, {@code max-compat} or {@code max-bundle}, or null where it is not
   * set}
   */
  default String getBundlePolicy() {
    return Values.getString(this, "bundlePolicy");
  }

  /**
   * Says what happens with a peer that knows no bundling.
   *
   * @param policy {@code balanced}, the default, {@code max-compat} or {@code max-bundle}
   */
  @JSProperty
  void setBundlePolicy(String policy);

  /** {@return {@code require}, or null where it is not set} */
  default String getRtcpMuxPolicy() {
    return Values.getString(this, "rtcpMuxPolicy");
  }

  /**
   * Says whether RTCP shares the transport of RTP.
   *
   * @param policy {@code require}
   */
  @JSProperty
  void setRtcpMuxPolicy(String policy);

  /**
   * Sets the certificates that the connection authenticates itself with; it makes its own by
   * default.
   *
   * @param certificates the certificates
   */
  @JSProperty
  void setCertificates(Sequence<RTCCertificate> certificates);

  /**
   * Sets how many candidates are gathered in advance.
   *
   * @param size 0, the default, to 255
   */
  @JSProperty
  void setIceCandidatePoolSize(int size);
}
