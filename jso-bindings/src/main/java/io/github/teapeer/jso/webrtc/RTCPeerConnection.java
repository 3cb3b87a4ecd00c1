package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import io.github.teapeer.jso.dom.NativeMember;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A connection to another peer.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcpeerconnection-interface">WebRTC,
 *     RTCPeerConnection</a>
 */
public interface RTCPeerConnection extends EventTarget {
  /**
   * Makes a certificate, to be used by several connections; browsers only.
   *
   * @param keygenAlgorithm an algorithm of Web Cryptography, such as {@code {name: "ECDSA",
   *     namedCurve: "P-256"}}
   * @return a promise of the certificate
   */
  @JSBody(
      params = "keygenAlgorithm",
      script = "return RTCPeerConnection.generateCertificate(keygenAlgorithm);")
  static Promise<RTCCertificate> generateCertificate(JSObject keygenAlgorithm) {
    throw new UnsupportedOperationException("An RTCCertificate is made by the browser");
  }

  /**
   * Makes a peer connection; browsers only.
   *
   * @param configuration an {@link RTCConfiguration}, or null
   * @return the connection
   */
  @JSBody(
      params = "configuration",
      script = "return new RTCPeerConnection(configuration || undefined);")
  static RTCPeerConnection create(JSObject configuration) {
    throw new UnsupportedOperationException("An RTCPeerConnection is made by the browser");
  }

  /**
   * Creates an offer.
   *
   * @param options an {@link RTCOfferOptions}, or null
   * @return a promise of the offer
   */
  Promise<RTCSessionDescription> createOffer(JSObject options);

  /**
   * Creates an answer to the remote offer.
   *
   * @return a promise of the answer
   */
  Promise<RTCSessionDescription> createAnswer();

  /**
   * Applies a local description.
   *
   * @param description an {@link RTCSessionDescriptionInit}
   * @return a promise that is fulfilled when it is applied
   */
  Promise<JSObject> setLocalDescription(JSObject description);

  /**
   * Applies a remote description.
   *
   * @param description an {@link RTCSessionDescriptionInit}
   * @return a promise that is fulfilled when it is applied
   */
  Promise<JSObject> setRemoteDescription(JSObject description);

  /**
   * Adds a remote candidate; the remote description must have been applied.
   *
   * @param candidate an {@link RTCIceCandidateInit}
   * @return a promise that is fulfilled when it is added
   */
  Promise<JSObject> addIceCandidate(JSObject candidate);

  /** Makes the next offer restart ICE. */
  void restartIce();

  /**
   * Replaces the configuration.
   *
   * @param configuration an {@link RTCConfiguration}
   */
  void setConfiguration(JSObject configuration);

  /**
   * Opens a data channel.
   *
   * @param label its label, at most 65,535 bytes of UTF-8
   * @param options its parameters
   * @return the channel, connecting
   */
  RTCDataChannel createDataChannel(String label, RTCDataChannelInit options);

  /**
   * Sends a track to the other side.
   *
   * @param track the track
   * @param stream the stream that the track shall be part of there
   * @return the track's sender
   */
  RTCRtpSender addTrack(MediaStreamTrack track, MediaStream stream);

  /**
   * Stops sending a track.
   *
   * @param sender the track's sender
   */
  void removeTrack(RTCRtpSender sender);

  /**
   * Adds a transceiver.
   *
   * @param kind "audio" or "video"
   * @param init an {@link RTCRtpTransceiverInit}
   * @return the transceiver
   */
  RTCRtpTransceiver addTransceiver(String kind, JSObject init);

  /**
   * The senders.
   *
   * @return one for each transceiver
   */
  Sequence<RTCRtpSender> getSenders();

  /**
   * The receivers.
   *
   * @return one for each transceiver
   */
  Sequence<RTCRtpReceiver> getReceivers();

  /**
   * The transceivers.
   *
   * @return all of them, in the order in which they were added
   */
  Sequence<RTCRtpTransceiver> getTransceivers();

  /**
   * Statistics of the whole connection.
   *
   * @return a promise of the report
   */
  Promise<RTCStatsReport> getStats();

  /** Closes the connection and everything that belongs to it; no event is fired here. */
  void close();

  /**
   * The signalling state.
   *
   * @return {@code stable}, {@code have-local-offer}, {@code have-remote-offer}, {@code
   *     have-local-pranswer}, {@code have-remote-pranswer} or {@code closed}
   */
  @JSProperty
  String getSignalingState();

  /**
   * The state of the ICE transports.
   *
   * @return {@code new}, {@code checking}, {@code connected}, {@code completed}, {@code
   *     disconnected}, {@code failed} or {@code closed}
   */
  @JSProperty
  String getIceConnectionState();

  /**
   * The state of gathering.
   *
   * @return {@code new}, {@code gathering} or {@code complete}
   */
  @JSProperty
  String getIceGatheringState();

  /**
   * The state of the ICE and DTLS transports.
   *
   * @return {@code new}, {@code connecting}, {@code connected}, {@code disconnected}, {@code
   *     failed} or {@code closed}
   */
  @JSProperty
  String getConnectionState();

  /**
   * The local description.
   *
   * @return the description, or null before there is one
   */
  @JSProperty
  RTCSessionDescription getLocalDescription();

  /**
   * The remote description.
   *
   * @return the description, or null before there is one
   */
  @JSProperty
  RTCSessionDescription getRemoteDescription();

  /**
   * The transport of the data channels.
   *
   * @return the transport, or null before it is negotiated
   */
  @JSProperty
  RTCSctpTransport getSctp();

  /**
   * Sets the handler of {@code icecandidate}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnicecandidate(EventHandler<RTCPeerConnectionIceEvent> handler);

  /**
   * Sets the handler of {@code icecandidateerror}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnicecandidateerror(EventHandler<RTCPeerConnectionIceErrorEvent> handler);

  /**
   * Sets the handler of {@code iceconnectionstatechange}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOniceconnectionstatechange(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code icegatheringstatechange}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnicegatheringstatechange(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code connectionstatechange}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnconnectionstatechange(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code signalingstatechange}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnsignalingstatechange(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code negotiationneeded}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOnnegotiationneeded(EventHandler<Event> handler);

  /**
   * Sets the handler of {@code datachannel}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOndatachannel(EventHandler<RTCDataChannelEvent> handler);

  /**
   * Sets the handler of {@code track}.
   *
   * @param handler the handler, or null
   */
  @JSProperty
  void setOntrack(EventHandler<RTCTrackEvent> handler);

  /**
   * The configuration in force.
   *
   * @return a copy
   */
  RTCConfiguration getConfiguration();

  /** {@return the local description that was last agreed upon, or null} */
  default RTCSessionDescription getCurrentLocalDescription() {
    return NativeMember.get(this, "currentLocalDescription");
  }

  /** {@return the local description that is being negotiated, or null} */
  default RTCSessionDescription getPendingLocalDescription() {
    return NativeMember.get(this, "pendingLocalDescription");
  }

  /** {@return the remote description that was last agreed upon, or null} */
  default RTCSessionDescription getCurrentRemoteDescription() {
    return NativeMember.get(this, "currentRemoteDescription");
  }

  /** {@return the remote description that is being negotiated, or null} */
  default RTCSessionDescription getPendingRemoteDescription() {
    return NativeMember.get(this, "pendingRemoteDescription");
  }

  /** {@return whether the other side takes candidates one by one; false before it is known} */
  default boolean isCanTrickleIceCandidates() {
    return NativeMember.getBoolean(this, "canTrickleIceCandidates");
  }

  /**
   * Makes the offer or the answer that the signalling state asks for, and applies it.
   *
   * @return a promise that is fulfilled when it is applied
   */
  default Promise<JSObject> setLocalDescription() {
    return NativeMember.call(this, "setLocalDescription");
  }

  /**
   * Sends a track that is part of no stream to the other side.
   *
   * @param track the track
   * @return the track's sender
   */
  default RTCRtpSender addTrack(MediaStreamTrack track) {
    return NativeMember.call(this, "addTrack", track);
  }

  /**
   * Adds a transceiver.
   *
   * @param track the track that it sends
   * @param init its parameters, or null
   * @return the transceiver
   */
  default RTCRtpTransceiver addTransceiver(MediaStreamTrack track, RTCRtpTransceiverInit init) {
    return NativeMember.call(this, "addTransceiver", track, init);
  }

  /**
   * Statistics of one track.
   *
   * @param selector the track, which must be sent or received here
   * @return a promise of the report
   */
  default Promise<RTCStatsReport> getStats(MediaStreamTrack selector) {
    return NativeMember.call(this, "getStats", selector);
  }
}
