package io.github.teapeer.client.negotiation;

import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCTrackEvent;
import org.teavm.jso.JSObject;

/** Is told what a {@link Negotiator} needs sent and what came of it. */
public interface NegotiationListener {
  /**
   * A local description is to be sent to the other side.
   *
   * @param messageType OFFER or ANSWER
   * @param description an RTCSessionDescriptionInit
   * @param round 0 for the first offer of the connection and its answer; otherwise the number of
   *     the offer among those by which its side renegotiates
   */
  void localDescription(String messageType, JSObject description, int round);

  /**
   * A local candidate is to be sent to the other side; never before the description.
   *
   * @param candidate an RTCIceCandidateInit
   */
  void localCandidate(JSObject candidate);

  /**
   * The other side opened a data channel.
   *
   * @param channel the channel
   */
  void remoteChannel(RTCDataChannel channel);

  /**
   * The other side sends a track.
   *
   * @param event the platform's event
   */
  void remoteTrack(RTCTrackEvent event);

  /** Everything that {@link Negotiator#renegotiate} was called for has been agreed. */
  void renegotiated();

  /**
   * The state of the ICE transports changed.
   *
   * @param state an RTCIceConnectionState
   */
  void iceStateChanged(String state);

  /** The other side has closed its peer connection. */
  void remoteClosed();

  /** The transports failed for good. */
  void connectionFailed();

  /**
   * The platform refused a step of the negotiation.
   *
   * @param cause its error
   */
  void negotiationFailed(JSObject cause);

  /**
   * The application's {@link SdpTransform} failed.
   *
   * @param thrown what it threw
   */
  void transformFailed(RuntimeException thrown);
}
