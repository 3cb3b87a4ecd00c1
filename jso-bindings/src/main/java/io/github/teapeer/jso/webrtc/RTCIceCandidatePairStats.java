package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;

/**
 * A way between two peers; type {@code candidate-pair}.
 *
 * @see <a href="https://www.w3.org/TR/webrtc-stats/#dom-rtcicecandidatepairstats">WebRTC
 *     Statistics, RTCIceCandidatePairStats</a>
 */
public interface RTCIceCandidatePairStats extends RTCStats {
  /** {@return the identifier of the {@link RTCTransportStats}, or null where it is not known} */
  default String getTransportId() {
    return Values.getString(this, "transportId");
  }

  /**
   * {@return the identifier of the local {@link RTCIceCandidateStats}, or null where it is not
   * known}
   */
  default String getLocalCandidateId() {
    return Values.getString(this, "localCandidateId");
  }

  /**
   * {@return the identifier of the remote {@link RTCIceCandidateStats}, or null where it is not
   * known}
   */
  default String getRemoteCandidateId() {
    return Values.getString(this, "remoteCandidateId");
  }

  /**
   * {@return {@code frozen}, {@code waiting}, {@code in-progress}, {@code failed} or {@code
   * succeeded}, or null where it is not known}
   */
  default String getState() {
    return Values.getString(this, "state");
  }

  /** {@return whether the pair was nominated} */
  default boolean isNominated() {
    return Values.getBoolean(this, "nominated");
  }

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
   * {@return when the last packet was sent, in milliseconds since 1970; NaN where it is not known}
   */
  default double getLastPacketSentTimestamp() {
    return Values.getDouble(this, "lastPacketSentTimestamp");
  }

  /**
   * {@return when the last packet was received, in milliseconds since 1970; NaN where it is not
   * known}
   */
  default double getLastPacketReceivedTimestamp() {
    return Values.getDouble(this, "lastPacketReceivedTimestamp");
  }

  /** {@return the sum of all round trips, in seconds; NaN where it is not known} */
  default double getTotalRoundTripTime() {
    return Values.getDouble(this, "totalRoundTripTime");
  }

  /** {@return the last round trip, in seconds; NaN where it is not known} */
  default double getCurrentRoundTripTime() {
    return Values.getDouble(this, "currentRoundTripTime");
  }

  /** {@return the bits a second that congestion control allows; NaN where it is not known} */
  default double getAvailableOutgoingBitrate() {
    return Values.getDouble(this, "availableOutgoingBitrate");
  }

  /** {@return the connectivity checks that were received; NaN where it is not known} */
  default double getRequestsReceived() {
    return Values.getDouble(this, "requestsReceived");
  }

  /** {@return the connectivity checks that were sent; NaN where it is not known} */
  default double getRequestsSent() {
    return Values.getDouble(this, "requestsSent");
  }

  /** {@return the answers to checks that were received; NaN where it is not known} */
  default double getResponsesReceived() {
    return Values.getDouble(this, "responsesReceived");
  }

  /** {@return the answers to checks that were sent; NaN where it is not known} */
  default double getResponsesSent() {
    return Values.getDouble(this, "responsesSent");
  }

  /** {@return the consent checks that were sent; NaN where it is not known} */
  default double getConsentRequestsSent() {
    return Values.getDouble(this, "consentRequestsSent");
  }

  /** {@return the packets that a socket did not take; NaN where it is not known} */
  default double getPacketsDiscardedOnSend() {
    return Values.getDouble(this, "packetsDiscardedOnSend");
  }

  /** {@return the bytes that a socket did not take; NaN where it is not known} */
  default double getBytesDiscardedOnSend() {
    return Values.getDouble(this, "bytesDiscardedOnSend");
  }
}
