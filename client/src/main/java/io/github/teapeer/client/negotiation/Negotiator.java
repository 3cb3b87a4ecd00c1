package io.github.teapeer.client.negotiation;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.PromiseReaction;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannelEvent;
import io.github.teapeer.jso.webrtc.RTCDtlsTransport;
import io.github.teapeer.jso.webrtc.RTCIceCandidate;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCPeerConnectionIceEvent;
import io.github.teapeer.jso.webrtc.RTCRtpReceiver;
import io.github.teapeer.jso.webrtc.RTCRtpTransceiverInit;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;
import io.github.teapeer.jso.webrtc.RTCTrackEvent;
import org.teavm.jso.JSObject;

/**
 * Negotiates one RTCPeerConnection, which it owns: offers, answers, and the candidates of both
 * sides.
 *
 * <pre>
 *   NEW ──offer──▶ OFFERING ──sent──▶ AWAITING_ANSWER ──answer──▶ SETTLED
 *    └──acceptOffer──▶ ANSWERING ──sent──────────────────────────────▲
 *   SETTLED ──renegotiate──▶ OFFERING, and ──acceptOffer──▶ ANSWERING, as before.
 *   close leads from every state to CLOSED, from where nothing is called any more.
 * </pre>
 *
 * <p>Where both sides offer at once, the polite one drops its offer, answers, and offers again; the
 * other ignores what came. Offers that renegotiate are numbered, so that one that is repeated is
 * not applied twice, and an answer to one that was dropped not at all.
 *
 * <p>Remote candidates wait for the remote description (RTCPeerConnection refuses them before),
 * local ones until the local description has been sent.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#perfect-negotiation-example">WebRTC, perfect
 *     negotiation</a>
 */
public final class Negotiator {
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
  private final boolean polite;
  private final int maxEarlyCandidates;
  private final NegotiationListener listener;
  private State state = State.NEW;
  private JSObject unsentCandidates = Values.newArray();
  private JSObject earlyCandidates = Values.newArray();

  /** Counts what is begun here: steps of anything older are not taken any more. */
  private int turn;

  private boolean wanted;
  private boolean restartsAgain;
  private int localRound;
  private int remoteRound;
  private JSObject lastAnswer;

  /**
   * Takes over a peer connection.
   *
   * @param peerConnection a new connection
   * @param transform changes local descriptions, or null
   * @param polite which side yields where both offer at once: exactly one of the two
   * @param maxEarlyCandidates how many remote candidates wait for their description; more are
   *     dropped
   * @param listener is told what to send and what came of it
   */
  public Negotiator(
      RTCPeerConnection peerConnection,
      SdpTransform transform,
      boolean polite,
      int maxEarlyCandidates,
      NegotiationListener listener) {
    this.peerConnection = peerConnection;
    this.transform = transform;
    this.polite = polite;
    this.maxEarlyCandidates = maxEarlyCandidates;
    this.listener = listener;
    // The on… attributes are left to applications, which set them. Of what comes after the end
    // nothing is told.
    EventHandler<RTCPeerConnectionIceEvent> onCandidate =
        event -> candidateFound(event.getCandidate());
    EventHandler<RTCDataChannelEvent> onChannel =
        event -> {
          if (state != State.CLOSED) {
            listener.remoteChannel(event.getChannel());
          }
        };
    EventHandler<RTCTrackEvent> onTrack =
        event -> {
          if (state != State.CLOSED) {
            listener.remoteTrack(event);
          }
        };
    peerConnection.addEventListener("icecandidate", onCandidate);
    peerConnection.addEventListener("datachannel", onChannel);
    peerConnection.addEventListener("track", onTrack);
    peerConnection.addEventListener(
        "iceconnectionstatechange",
        event -> {
          if (state != State.CLOSED) {
            listener.iceStateChanged(peerConnection.getIceConnectionState());
          }
        });
    peerConnection.addEventListener(
        "connectionstatechange",
        event -> {
          if (state == State.CLOSED) {
            return;
          }
          if (peerConnection.getConnectionState().equals("failed")) {
            listener.connectionFailed();
          } else {
            watchTransport();
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
   * Asks for media without sending any; to be called before {@link #offer}.
   *
   * @param kind {@code audio} or {@code video}
   */
  public void receive(String kind) {
    RTCRtpTransceiverInit init = RTCRtpTransceiverInit.create();
    init.setDirection("recvonly");
    peerConnection.addTransceiver(kind, init);
  }

  /**
   * Makes the first offer.
   *
   * @param options an RTCOfferOptions, or null
   */
  public void offer(JSObject options) {
    state = State.OFFERING;
    turn++;
    describe(peerConnection.createOffer(options), MessageType.OFFER);
  }

  /**
   * Brings what was changed at the peer connection to the other side, as soon as what is going on
   * is settled; {@link NegotiationListener#renegotiated} tells when. To be called where the other
   * side is known to understand it.
   */
  public void renegotiate() {
    wanted = true;
    if (state == State.SETTLED) {
      settle();
    }
  }

  /**
   * Sends the offer of a renegotiation again if it has not been answered: it may have been lost.
   */
  public void repeatOffer() {
    if (state == State.AWAITING_ANSWER && localRound > 0) {
      // With the candidates that were found since: they may have been lost with it.
      RTCSessionDescription offer = peerConnection.getLocalDescription();
      listener.localDescription(MessageType.OFFER, plain(offer, offer.getSdp()), localRound);
    }
  }

  /**
   * Looks for another path to the other side, over which everything goes on: an ICE restart, which
   * is a renegotiation. While another one is under way, {@link #restartAgain}. To be called where
   * the other side is known to understand it.
   *
   * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcpeerconnection-restartice">WebRTC,
   *     restartIce</a>
   */
  public void restartIce() {
    if (state == State.SETTLED) {
      peerConnection.restartIce();
      renegotiate();
    } else {
      restartAgain();
    }
  }

  /**
   * Restarts ICE once more as soon as an offer under way is answered: what was gathered for it,
   * when there was no path, may be of no use any more.
   */
  public void restartAgain() {
    restartsAgain = state == State.AWAITING_ANSWER;
  }

  /**
   * Answers an offer.
   *
   * @param description the RTCSessionDescriptionInit that the other side sent
   * @param round the number that came with it
   */
  public void acceptOffer(JSObject description, int round) {
    if (state != State.NEW) {
      if (round <= remoteRound) {
        if (round == remoteRound && state != State.ANSWERING && lastAnswer != null) {
          listener.localDescription(MessageType.ANSWER, lastAnswer, round);
        }
        return;
      }
      if (state != State.SETTLED) {
        if (!polite || state == State.ANSWERING) {
          return;
        }
        wanted = true; // ours is rolled back by theirs
      }
      remoteRound = round;
    }
    state = State.ANSWERING;
    int mine = ++turn;
    peerConnection
        .setRemoteDescription(description)
        .then(
            applied -> {
              if (mine == turn) {
                addEarlyCandidates();
                describe(peerConnection.createAnswer(), MessageType.ANSWER);
              }
            },
            failure());
  }

  /**
   * Applies the answer; one that nobody waits for is ignored.
   *
   * @param description the RTCSessionDescriptionInit that the other side sent
   * @param round the number that came with it
   * @return whether it was waited for
   */
  public boolean acceptAnswer(JSObject description, int round) {
    if (state != State.AWAITING_ANSWER || round != localRound) {
      return false;
    }
    state = State.SETTLED;
    int mine = turn;
    peerConnection
        .setRemoteDescription(description)
        .then(
            applied -> {
              if (state != State.CLOSED) {
                addEarlyCandidates();
              }
              if (mine == turn) {
                settle();
              }
            },
            failure());
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
    } else if (Values.length(earlyCandidates) < maxEarlyCandidates) {
      Values.push(earlyCandidates, candidate);
    }
  }

  /** Closes the peer connection. */
  public void close() {
    detach();
    peerConnection.close();
  }

  /** Lets the peer connection go: it is the caller's to close, and nothing is called any more. */
  public void detach() {
    state = State.CLOSED;
    turn++;
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

  private PromiseReaction<JSObject> failure() {
    int mine = turn;
    return cause -> {
      if (mine == turn) {
        listener.negotiationFailed(cause);
      }
    };
  }

  private void describe(Promise<RTCSessionDescription> created, String messageType) {
    int mine = turn;
    if (unsentCandidates == null) {
      unsentCandidates = Values.newArray(); // They may belong to this description.
    }
    created.then(
        description -> {
          if (mine == turn) {
            JSObject init;
            try {
              init = transformed(description);
            } catch (RuntimeException thrown) {
              listener.transformFailed(thrown);
              return;
            }
            peerConnection
                .setLocalDescription(init)
                .then(
                    applied -> {
                      if (mine == turn) {
                        send(messageType, init);
                      }
                    },
                    failure());
          }
        },
        failure());
  }

  private JSObject transformed(RTCSessionDescription description) {
    String sdp = description.getSdp();
    JSObject init = plain(description, sdp);
    if (transform != null) {
      Values.set(init, "sdp", transform.transform(sdp));
    }
    if (!Values.getBoolean(init, "sdp")) {
      Values.set(init, "sdp", sdp);
    }
    return init;
  }

  private static JSObject plain(RTCSessionDescription description, String sdp) {
    JSObject init = Values.newObject();
    Values.set(init, "type", description.getType());
    Values.set(init, "sdp", sdp);
    return init;
  }

  private void send(String messageType, JSObject description) {
    boolean answered = state == State.ANSWERING;
    if (answered) {
      state = State.SETTLED;
      lastAnswer = description;
    } else {
      state = State.AWAITING_ANSWER;
    }
    listener.localDescription(messageType, description, answered ? remoteRound : localRound);
    JSObject candidates = unsentCandidates;
    unsentCandidates = null;
    if (candidates != null) {
      for (int i = 0; i < Values.length(candidates); i++) {
        listener.localCandidate(Values.at(candidates, i));
      }
    }
    if (answered) {
      settle();
    }
  }

  private void settle() {
    if (restartsAgain) {
      restartsAgain = false;
      wanted = true;
      peerConnection.restartIce();
    }
    if (wanted) {
      wanted = false;
      localRound++;
      offer(null);
    } else {
      listener.renegotiated();
    }
  }

  private void candidateFound(RTCIceCandidate candidate) {
    // The end of candidates, null or empty, says nothing that the other side needs.
    if (state == State.CLOSED || candidate == null || candidate.getCandidate().isEmpty()) {
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
    if (candidates != null) {
      for (int i = 0; i < Values.length(candidates); i++) {
        addCandidate(Values.at(candidates, i));
      }
    }
  }
}
