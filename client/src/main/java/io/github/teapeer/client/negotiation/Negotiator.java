package io.github.teapeer.client.negotiation;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCRtpTransceiverInit;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * Negotiates one RTCPeerConnection, which it owns: offers, answers, and the candidates of both
 * sides.
 *
 * <pre>
 *   NEW ──offer──▶ OFFERING ──sent──▶ AWAITING_ANSWER ──answer──▶ SETTLED
 *    └──acceptOffer──▶ ANSWERING ──sent──────────────────────────────▲
 *   SETTLED ──renegotiate──▶ OFFERING, and ──acceptOffer──▶ ANSWERING, as before.
 *   detach leads from every state to CLOSED, from where nothing is called any more.
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
  private final NegotiationListener listener;
  private final LocalCandidates localCandidates;
  private final RemoteCandidates remoteCandidates;
  private State state = State.NEW;

  /** Counts what is begun here: steps of anything older are not taken any more. */
  private int turn;

  private boolean wanted;
  private boolean restarts;
  private int localRound;
  private int remoteRound;
  private JSObject lastAnswer;

  /**
   * Takes over a peer connection.
   *
   * @param peerConnection a new connection
   * @param transform changes local descriptions, or null
   * @param polite which side yields where both offer at once: exactly one of the two
   * @param remoteCandidates the candidates of the other side, which belong to this connection
   * @param listener is told what to send and what came of it
   */
  public Negotiator(
      RTCPeerConnection peerConnection,
      SdpTransform transform,
      boolean polite,
      RemoteCandidates remoteCandidates,
      NegotiationListener listener) {
    this.peerConnection = peerConnection;
    this.transform = transform;
    this.polite = polite;
    this.listener = listener;
    localCandidates = new LocalCandidates(listener);
    this.remoteCandidates = remoteCandidates;
    PeerConnectionEvents.tell(this, peerConnection, listener, localCandidates);
  }

  /**
   * The peer connection.
   *
   * @return the connection, also after {@link #detach}
   */
  public RTCPeerConnection peerConnection() {
    return peerConnection;
  }

  /**
   * Sends the tracks of a stream; to be called before {@link #offer} or {@link #acceptOffer}.
   *
   * @param stream the stream, or null for none
   */
  public void sendStream(MediaStream stream) {
    if (stream != null) {
      Sequence<MediaStreamTrack> tracks = stream.getTracks();
      for (int i = 0; i < tracks.getLength(); i++) {
        peerConnection.addTrack(tracks.get(i), stream);
      }
    }
  }

  /**
   * Asks for media of which none is sent; to be called before {@link #offer}.
   *
   * @param kinds an array of {@code audio} and {@code video}
   * @param sent what is sent, or null
   */
  public void receive(JSObject kinds, MediaStream sent) {
    for (int i = 0; i < Values.length(kinds); i++) {
      String kind = Values.asString(Values.at(kinds, i));
      if (sent == null || !has(sent, kind)) {
        RTCRtpTransceiverInit init = RTCRtpTransceiverInit.create();
        init.setDirection("recvonly");
        peerConnection.addTransceiver(kind, init);
      }
    }
  }

  @JSBody(
      params = {"stream", "kind"},
      script = "return stream.getTracks().some(track => track.kind === kind);")
  private static boolean has(MediaStream stream, String kind) {
    Sequence<MediaStreamTrack> tracks = stream.getTracks();
    boolean found = false;
    for (int i = 0; i < tracks.getLength(); i++) {
      found |= tracks.get(i).getKind().equals(kind);
    }
    return found;
  }

  /**
   * Makes the first offer.
   *
   * @param options an RTCOfferOptions, or null
   */
  public void offer(JSObject options) {
    state = State.OFFERING;
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
      listener.localDescription(MessageType.OFFER, Descriptions.plain(offer), localRound);
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
    restartAgain();
    if (state == State.SETTLED) {
      restarts = true;
      settle();
    }
  }

  /**
   * Restarts ICE once more as soon as an offer under way is answered: what was gathered for it,
   * when there was no path, may be of no use any more.
   */
  public void restartAgain() {
    restarts = state == State.AWAITING_ANSWER;
  }

  /**
   * Answers an offer.
   *
   * @param description the RTCSessionDescriptionInit that the other side sent
   * @param round the number that came with it
   */
  public void acceptOffer(JSObject description, int round) {
    if (lastAnswer != null && round == remoteRound) {
      if (state != State.ANSWERING) { // it may have been lost
        listener.localDescription(MessageType.ANSWER, lastAnswer, round);
      }
    } else if (state == State.NEW
        || (round > remoteRound
            && (state == State.SETTLED || (polite && state != State.ANSWERING)))) {
      if (state != State.NEW && state != State.SETTLED) {
        wanted = true; // ours is rolled back by theirs
      }
      remoteRound = round;
      state = State.ANSWERING;
      apply(description);
    }
  }

  /**
   * Whether an answer is waited for.
   *
   * @param round the number that came with it
   * @return false for one to be ignored
   */
  public boolean awaitsAnswer(int round) {
    return state == State.AWAITING_ANSWER && round == localRound;
  }

  /**
   * Applies the answer that was waited for.
   *
   * @param description the RTCSessionDescriptionInit that the other side sent
   */
  public void acceptAnswer(JSObject description) {
    state = State.SETTLED;
    apply(description);
  }

  /** Lets the peer connection go: it is the caller's to close, and nothing is called any more. */
  public void detach() {
    state = State.CLOSED;
    turn++;
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  /** What comes after a step. */
  private interface Next<T extends JSObject> {
    void begin(T result);
  }

  /** Goes on after a step, unless something else was begun by then. */
  private <T extends JSObject> void after(Promise<T> step, Next<T> next) {
    int mine = ++turn;
    step.then(
        result -> {
          if (mine == turn) {
            next.begin(result);
          }
        },
        cause -> {
          if (mine == turn) {
            listener.negotiationFailed(cause);
          }
        });
  }

  private void apply(JSObject description) {
    Promise<JSObject> applied = peerConnection.setRemoteDescription(description);
    // Whatever was begun by then, there is a description that they belong to.
    applied.then(done -> remoteCandidates.release(peerConnection), refused -> {});
    after(
        applied,
        done -> {
          if (state == State.ANSWERING) {
            describe(peerConnection.createAnswer(), MessageType.ANSWER);
          } else {
            settle();
          }
        });
  }

  private void describe(Promise<RTCSessionDescription> created, String messageType) {
    localCandidates.hold();
    after(
        created,
        description -> {
          try {
            JSObject init = Descriptions.transformed(description, transform);
            after(peerConnection.setLocalDescription(init), applied -> send(messageType, init));
          } catch (RuntimeException thrown) {
            listener.transformFailed(thrown);
          }
        });
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
    localCandidates.release();
    if (answered) {
      settle();
    }
  }

  private void settle() {
    if (restarts) {
      restarts = false;
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
}
