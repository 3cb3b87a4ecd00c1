package io.github.teapeer.client.negotiation;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.PromiseReaction;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDtlsTransport;
import io.github.teapeer.jso.webrtc.RTCIceCandidate;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCRtpReceiver;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;
import org.teavm.jso.JSObject;

/**
 * Negotiates one RTCPeerConnection, which it owns: one offer, one answer, and the candidates of
 * both sides.
 *
 * <pre>
 *   NEW ──offer──▶ OFFERING ──sent──▶ AWAITING_ANSWER ──answer──▶ SETTLED
 *    └──acceptOffer──▶ ANSWERING ──sent──────────────────────────────▲
 *   close leads from every state to CLOSED, from where nothing is called any more.
 * </pre>
 *
 * <p>Remote candidates wait for the remote description (RTCPeerConnection refuses them before),
 * local ones until the local description has been sent.
 */
public final class Negotiator {
  /** How many remote candidates wait for their description; more are dropped. */
  public static final int MAX_EARLY_CANDIDATES = 256;

  private enum State {
    NEW,
    OFFERING,
    AWAITING_ANSWER,
    ANSWERING,
    SETTLED,
    CLOSED
  }

  private final RTCPeerConnection peerConnection;
  private final SdpTransform transform;
  private final NegotiationListener listener;
  private final PromiseReaction<JSObject> failed;
  private State state = State.NEW;
  private JSObject unsentCandidates = Values.newArray();
  private JSObject earlyCandidates = Values.newArray();

  /**
   * Takes over a peer connection.
   *
   * @param peerConnection a new connection
   * @param transform changes local descriptions, or null
   * @param listener is told what to send and what came of it
   */
  public Negotiator(
      RTCPeerConnection peerConnection, SdpTransform transform, NegotiationListener listener) {
    this.peerConnection = peerConnection;
    this.transform = transform;
    this.listener = listener;
    failed =
        cause -> {
          if (state != State.CLOSED) {
            listener.negotiationFailed(cause);
          }
        };
    peerConnection.setOnicecandidate(event -> candidateFound(event.getCandidate()));
    peerConnection.setOniceconnectionstatechange(
        event -> listener.iceStateChanged(peerConnection.getIceConnectionState()));
    peerConnection.setOnconnectionstatechange(
        event -> {
          if (peerConnection.getConnectionState().equals("failed")) {
            listener.connectionFailed();
          } else {
            watchTransport();
          }
        });
    peerConnection.setOndatachannel(event -> listener.remoteChannel(event.getChannel()));
    peerConnection.setOntrack(
        event -> {
          Sequence<MediaStream> streams = event.getStreams();
          if (streams.getLength() > 0) {
            listener.remoteStream(streams.get(0));
          }
        });
  }

  /**
   * The peer connection.
   *
   * @return the connection, also after {@link #close}
   */
  public RTCPeerConnection peerConnection() {
    return peerConnection;
  }

  /**
   * Sends the tracks of a stream; to be called before {@link #offer} or {@link #acceptOffer}.
   *
   * @param stream the stream
   */
  public void sendStream(MediaStream stream) {
    Sequence<MediaStreamTrack> tracks = stream.getTracks();
    for (int i = 0; i < tracks.getLength(); i++) {
      peerConnection.addTrack(tracks.get(i), stream);
    }
  }

  /**
   * Makes an offer.
   *
   * @param options an RTCOfferOptions, or null
   */
  public void offer(JSObject options) {
    state = State.OFFERING;
    describe(peerConnection.createOffer(options), MessageType.OFFER, State.AWAITING_ANSWER);
  }

  /**
   * Answers an offer.
   *
   * @param description the RTCSessionDescriptionInit that the other side sent
   */
  public void acceptOffer(JSObject description) {
    state = State.ANSWERING;
    peerConnection
        .setRemoteDescription(description)
        .then(
            applied -> {
              if (state == State.ANSWERING) {
                addEarlyCandidates();
                describe(peerConnection.createAnswer(), MessageType.ANSWER, State.SETTLED);
              }
            },
            failed);
  }

  /**
   * Applies the answer; one that nobody waits for is ignored.
   *
   * @param description the RTCSessionDescriptionInit that the other side sent
   * @return whether it was waited for
   */
  public boolean acceptAnswer(JSObject description) {
    if (state != State.AWAITING_ANSWER) {
      return false;
    }
    state = State.SETTLED;
    peerConnection
        .setRemoteDescription(description)
        .then(
            applied -> {
              if (state == State.SETTLED) {
                addEarlyCandidates();
              }
            },
            failed);
    return true;
  }

  /**
   * Adds a remote candidate. One that the platform refuses is of no use and does no harm.
   *
   * @param candidate the RTCIceCandidateInit that the other side sent
   */
  public void addCandidate(JSObject candidate) {
    if (earlyCandidates == null) {
      peerConnection.addIceCandidate(candidate).then(added -> {}, refused -> {});
    } else if (Values.length(earlyCandidates) < MAX_EARLY_CANDIDATES) {
      Values.push(earlyCandidates, candidate);
    }
  }

  /** Closes the peer connection. */
  public void close() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    peerConnection.setOnicecandidate(null);
    peerConnection.setOniceconnectionstatechange(null);
    peerConnection.setOnconnectionstatechange(null);
    peerConnection.setOndatachannel(null);
    peerConnection.setOntrack(null);
    peerConnection.close();
  }

  /**
   * Of a call with PeerJS up to 1.4.7, which has no channel, this alone tells at once that the
   * other side hung up.
   */
  private void watchTransport() {
    Sequence<RTCRtpReceiver> receivers = peerConnection.getReceivers();
    RTCDtlsTransport transport = receivers.getLength() > 0 ? receivers.get(0).getTransport() : null;
    if (transport != null) {
      transport.setOnstatechange(
          event -> {
            if (state != State.CLOSED && transport.getState().equals("closed")) {
              listener.remoteClosed();
            }
          });
    }
  }

  private void describe(
      Promise<RTCSessionDescription> created, String messageType, State afterwards) {
    created.then(
        description -> {
          if (state != State.CLOSED) {
            JSObject init = transformed(description);
            peerConnection
                .setLocalDescription(init)
                .then(applied -> send(messageType, init, afterwards), failed);
          }
        },
        failed);
  }

  private JSObject transformed(RTCSessionDescription description) {
    String sdp = description.getSdp();
    JSObject init = Values.newObject();
    Values.set(init, "type", description.getType());
    String changed = transform == null ? null : Values.asString(transform.transform(sdp));
    Values.set(init, "sdp", changed == null ? sdp : changed);
    return init;
  }

  private void send(String messageType, JSObject description, State afterwards) {
    if (state == State.CLOSED) {
      return;
    }
    state = afterwards;
    listener.localDescription(messageType, description);
    JSObject candidates = unsentCandidates;
    unsentCandidates = null;
    for (int i = 0; i < Values.length(candidates); i++) {
      listener.localCandidate(Values.at(candidates, i));
    }
  }

  private void candidateFound(RTCIceCandidate candidate) {
    // The end of candidates, null or empty, says nothing that the other side needs.
    if (candidate == null || candidate.getCandidate().isEmpty()) {
      return;
    }
    if (unsentCandidates == null) {
      listener.localCandidate(candidate.toJSON());
    } else {
      Values.push(unsentCandidates, candidate.toJSON());
    }
  }

  private void addEarlyCandidates() {
    JSObject candidates = earlyCandidates;
    earlyCandidates = null;
    for (int i = 0; i < Values.length(candidates); i++) {
      addCandidate(Values.at(candidates, i));
    }
  }
}
