package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;

/**
 * The ICE and DTLS transports; type {@code transport}.
 *
 * @see <a href="https://www.w3.org/TR/webrtc-stats/#dom-rtctransportstats">WebRTC Statistics,
 *     RTCTransportStats</a>
 */
public interface RTCTransportStats extends RTCStats {
  /** {@return the packets that were sent; NaN where it is not known} */
  default double getPacketsSent() {
    return Values.getDouble(this, "packetsSent");
  }

  /** {@return the packets that were received; NaN where it is not known} */
  default double getPacketsReceived() {
    return Values.getDouble(this, "packetsReceived");
  }

  /** {@return the bytes of payload that were sent; NaN where it is not known} */
  default double getBytesSent() {
    return Values.getDouble(this, "bytesSent");
  }

  /** {@return the bytes of payload that were received; NaN where it is not known} */
  default double getBytesReceived() {
    return Values.getDouble(this, "bytesReceived");
  }

  /**
   * {@return {@code controlling}, {@code controlled} or {@code unknown}, or null where it is not
   * known}
   */
  default String getIceRole() {
    return Values.getString(this, "iceRole");
  }

  /** {@return the local ICE user name fragment, or null where it is not known} */
  default String getIceLocalUsernameFragment() {
    return Values.getString(this, "iceLocalUsernameFragment");
  }

  /** {@return the state of DTLS, or null where it is not known} */
  default String getDtlsState() {
    return Values.getString(this, "dtlsState");
  }

  /** {@return the state of ICE, or null where it is not known} */
  default String getIceState() {
    return Values.getString(this, "iceState");
  }

  /**
   * {@return the identifier of the {@link RTCIceCandidatePairStats} in use, or null where it is not
   * known}
   */
  default String getSelectedCandidatePairId() {
    return Values.getString(this, "selectedCandidatePairId");
  }

  /** {@return the identifier of the certificate here, or null where it is not known} */
  default String getLocalCertificateId() {
    return Values.getString(this, "localCertificateId");
  }

  /**
   * {@return the identifier of the certificate of the other side, or null where it is not known}
   */
  default String getRemoteCertificateId() {
    return Values.getString(this, "remoteCertificateId");
  }

  /** {@return the version of DTLS, such as {@code FEFD} for 1.2, or null where it is not known} */
  default String getTlsVersion() {
    return Values.getString(this, "tlsVersion");
  }

  /** {@return the cipher suite of DTLS, or null where it is not known} */
  default String getDtlsCipher() {
    return Values.getString(this, "dtlsCipher");
  }

  /** {@return {@code client}, {@code server} or {@code unknown}, or null where it is not known} */
  default String getDtlsRole() {
    return Values.getString(this, "dtlsRole");
  }

  /** {@return the cipher of SRTP, or null where it is not known} */
  default String getSrtpCipher() {
    return Values.getString(this, "srtpCipher");
  }

  /** {@return how often the way changed; NaN where it is not known} */
  default double getSelectedCandidatePairChanges() {
    return Values.getDouble(this, "selectedCandidatePairChanges");
  }
}
