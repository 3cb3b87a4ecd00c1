package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.NegotiationListener;
import io.github.teapeer.client.negotiation.Negotiator;
import io.github.teapeer.client.negotiation.RemoteCandidates;
import io.github.teapeer.client.negotiation.SdpTransform;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.signaling.SignalingMessage;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCTrackEvent;
import org.teavm.jso.JSObject;

/**
 * What data and media connections have in common: the other peer, the negotiation, and one way to
 * end.
 *
 * <pre>
 *   CONNECTING ──▶ OPEN
 *        └───────────┴──close, failure, or the other side──▶ CLOSED
 * </pre>
 *
 * <p>A connection that fails reports the error and is then closed. Closing releases everything: the
 * channel, the peer connection, and its entry at the {@link Peer}. The other side is told where it
 * would not see it at once by the channel: see docs/protocol.md.
 */
public abstract class Connection {
  /** What a connection is doing. */
  public enum State {
    /** The peers negotiate, or a call has not been answered. */
    CONNECTING,
    /** It can be used. */
    OPEN,
    /** It has ended for good. */
    CLOSED
  }

  private final Peer owner;
  private final String peer;
  private final String connectionId;
  private final JSObject metadata;
  private final JSObject remoteOffer;
  private final ConnectionSignals signals;
  private final RemoteClient remote = new RemoteClient();
  private final OfferRepeater repeater;
  private final PathRecovery recovery;
  private final RemoteCandidates candidates;
  private final ConnectionFacts facts;
  private State state = State.CONNECTING;
  private DialGuard guard;
  private Negotiator negotiator;
  private RTCDataChannel channel;
  private boolean channelIsOpen;

  /**
   * Makes a connection that is not negotiated yet, and that its owner knows.
   *
   * @param owner the peer at this end
   * @param peer the id of the peer at the other end
   * @param connectionId what both ends know the connection by
   * @param said what the side that dialled says about it: its options, or its OFFER's payload
   * @param remoteOffer the payload of the other side's OFFER, or null where this side dials
   */
  Connection(Peer owner, String peer, String connectionId, JSObject said, JSObject remoteOffer) {
    this.owner = owner;
    this.peer = peer;
    this.connectionId = connectionId;
    metadata = Values.get(said, "metadata");
    this.remoteOffer = remoteOffer;
    signals = new ConnectionSignals(owner, this);
    repeater = new OfferRepeater(this, owner.platform());
    recovery = new PathRecovery(this, owner.platform(), owner.recoveryTimeout());
    candidates = new RemoteCandidates(owner.limits().getPendingMessages());
    facts = new ConnectionFacts(owner.platform());
    if (remoteOffer != null) {
      remote.learn(remoteOffer);
    }
    owner.registry().add(this);
  }

  /**
   * The id of the peer at the other end.
   *
   * @return the id
   */
  public final String peer() {
    return peer;
  }

  /**
   * What both ends know the connection by.
   *
   * @return the id, unique among the connections with this peer
   */
  public final String connectionId() {
    return connectionId;
  }

  /**
   * What the side that dialled says about the connection.
   *
   * @return the metadata, or null
   */
  public final JSObject metadata() {
    return metadata;
  }

  /**
   * What the connection is doing.
   *
   * @return the state
   */
  public final State state() {
    return state;
  }

  /**
   * The platform's connection.
   *
   * @return the peer connection, or null before there is one and when it has been closed
   */
  public final RTCPeerConnection peerConnection() {
    return negotiator == null ? null : negotiator.peerConnection();
  }

  /**
   * The platform's channel: of a data connection the one that carries it, of a call an auxiliary
   * one by which hanging up is seen.
   *
   * @return the channel, or null before there is one and when it has been closed
   */
  public final RTCDataChannel dataChannel() {
    return channel;
  }

  /**
   * Reports how the connection is doing: whether it is relayed, the round trip, the candidates and
   * bytes of the way in use; and why it failed, where it did.
   *
   * @param consumer gets the report when the platform has answered; at once where the connection
   *     has ended: then the statistics are those of the last report
   */
  public final void report(ReportConsumer consumer) {
    facts.report(peerConnection(), consumer);
  }

  /** Ends the connection at once; nothing happens if it has ended before. */
  public void close() {
    tellEnd(Extension.CLOSED, null);
    finish();
  }

  /** Releases everything; the other side knows, or has been told. */
  void finish() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    stopGuard();
    recovery.stop();
    repeater.stop();
    if (negotiator != null) {
      negotiator.detach();
      release(negotiator.peerConnection());
      negotiator = null;
    }
    channel = null;
    owner.remove(this);
    listener().onClose();
  }

  /** Lets go of what the connection was made of. */
  void release(RTCPeerConnection ended) {
    ended.close();
  }

  /** Who is told what happens. */
  abstract ConnectionListener listener();

  /** The wire's word for the kind of connection. */
  abstract String type();

  /** Adds what an OFFER says beyond what every connection says. */
  abstract void describeOffer(JSObject payload);

  /** The channel, made here or by the other side, can be used. */
  abstract void channelOpened();

  /**
   * The other side has closed the channel; or the platform, as Firefox does when it gives up:
   * without a path the other side cannot have said so.
   */
  void channelClosed() {
    if (recovery.isWithoutPath()) {
      recovery.notFound();
    } else {
      finish();
    }
  }

  /** The other side answered. */
  abstract void answered();

  /** The other side sends a track. */
  abstract void trackReceived(RTCTrackEvent event);

  /** Whether the channel alone shows the other side, without losing data, that this one ended. */
  abstract boolean endsWithChannel();

  /** The side that was dialled does not want the connection. */
  abstract void rejected(JSObject reason);

  /** Everything that was to be renegotiated has been agreed. */
  abstract void renegotiated();

  /** The other side does not answer an offer that renegotiates. */
  abstract void renegotiationTimedOut();

  final Peer owner() {
    return owner;
  }

  /** What is known of the client at the other end. */
  final RemoteClient remote() {
    return remote;
  }

  final ConnectionSignals signals() {
    return signals;
  }

  final PathRecovery recovery() {
    return recovery;
  }

  final RemoteCandidates candidates() {
    return candidates;
  }

  final void opened() {
    state = State.OPEN;
    stopGuard();
  }

  /** The other side has left the server, and nothing else shows that it is there. */
  final void peerIsGone() {
    facts.failed("The other side has left");
    finish();
  }

  /** There is no way to the other side. */
  final void noWay() {
    failed(
        ConnectionErrors.noWay(
            peer,
            state == State.OPEN
                ? "a network changed, or the other side is gone"
                : facts.whyNoWay(peerConnection())));
  }

  /** The negotiator, or null before there is one and when it has been closed. */
  final Negotiator negotiator() {
    return negotiator;
  }

  /** Brings what was changed at the peer connection to the other side. */
  final void renegotiate() {
    negotiator.renegotiate();
    repeater.resume();
  }

  /** Looks for another path to the other side. */
  final void restartIce() {
    negotiator.restartIce();
    repeater.resume();
  }

  /**
   * What the other side's OFFER says.
   *
   * @return the payload, or null where this side dials
   */
  public final JSObject remoteOffer() {
    return remoteOffer;
  }

  /** The description in the other side's OFFER, or null where this side dials. */
  final JSObject remoteDescription() {
    return remoteOffer == null ? null : Values.get(remoteOffer, "sdp");
  }

  /** Creates the peer connection. */
  final Negotiator startNegotiation(SdpTransform transform) {
    RTCPeerConnection peerConnection = owner.newPeerConnection();
    facts.watch(peerConnection);
    // Both know who dialled: the side that did not is the polite one.
    negotiator =
        new Negotiator(peerConnection, transform, remoteOffer != null, candidates, new Events());
    return negotiator;
  }

  /** Adopts a channel and waits for it to open. */
  void useChannel(RTCDataChannel newChannel) {
    channel = newChannel;
    channelIsOpen = false;
    // Applications set the on… attributes of the channel themselves.
    newChannel.addEventListener(
        "open",
        event -> {
          // Chromium may fire it twice.
          if (channel == newChannel && !channelIsOpen) {
            channelIsOpen = true;
            channelOpened();
          }
        });
    newChannel.addEventListener(
        "close",
        event -> {
          if (channel == newChannel) {
            channelClosed();
          }
        });
  }

  /** Takes the first steps of a connection, within limits. */
  final void begin(DialLimits limits, Runnable steps) {
    DialGuard started = new DialGuard(this, owner.platform(), limits);
    guard = started;
    if (started.isAborted()) {
      signals.endIsKnown(); // there is nothing that the other side could know of
      started.abort();
    } else {
      attempt(steps);
    }
  }

  private void stopGuard() {
    if (guard != null) {
      guard.stop();
    }
  }

  /** Says why it is not open yet, as far as that can be told. */
  final String whyNotOpen() {
    return negotiator == null ? "" : ": " + facts.whyNoWay(peerConnection());
  }

  /** Reports that the other side is not there, and ends the connection. */
  final void unreachable(PeerError error) {
    signals.endIsKnown();
    facts.failed(peer + " is not at the server");
    fail(error);
  }

  /** Ends a connection that the other side made and this one does not want. */
  final void refuse(JSObject reason) {
    tellEnd(Extension.REJECTED, reason);
    finish();
  }

  /** Reports an error to the listener alone, and ends the connection. */
  final void fail(PeerError error) {
    if (state != State.CLOSED) {
      facts.failed(error);
      listener().onError(error);
      tellEnd(Extension.CLOSED, Values.of(error.message()));
      finish();
    }
  }

  /** Reports an error to the listener and to that of the peer, and ends the connection. */
  final void failed(PeerError error) {
    if (state != State.CLOSED) {
      fail(error);
      owner.report(error);
    }
  }

  /**
   * Runs the first steps when it is known how a peer connection is to be made: at once, unless the
   * configuration has to be asked for. What the platform refuses becomes an error that is reported
   * later. A connection that was closed meanwhile takes no steps.
   */
  final void attempt(Runnable steps) {
    owner
        .ice()
        .whenKnown(
            () -> {
              try {
                if (state != State.CLOSED) {
                  steps.run();
                }
              } catch (RuntimeException refused) {
                JSObject cause = owner.platform().errorOf(refused);
                owner.platform().setTimeout(() -> webRtcFailed(cause), 0);
              }
            },
            this::webRtcFailed);
  }

  /** A message of the other side that belongs to this connection. */
  final void handle(SignalingMessage message) {
    IncomingSignals.handle(this, message);
  }

  /** The other side says that it has ended the connection. */
  final void endedByOther(String end, JSObject reason) {
    if (endsWithChannel()) {
      return;
    }
    if (state == State.CONNECTING || reason != null) {
      String words = Values.asString(reason);
      facts.failed("The other side " + end + " it" + (words == null ? "" : ": " + words));
    }
    if (end.equals(Extension.REJECTED) && remoteOffer == null && state == State.CONNECTING) {
      rejected(reason);
    }
    finish();
  }

  /** Tells the other side that this one ends, unless it knows or sees it by itself. */
  final void tellEnd(String end, JSObject reason) {
    if (state != State.CLOSED && !endsWithChannel()) {
      signals.end(end, reason);
    }
  }

  /** The platform refuses a step. */
  private void webRtcFailed(JSObject cause) {
    failed(ConnectionErrors.notSetUp(peer, cause));
  }

  /** Hands what the negotiator tells to the part of the connection that it concerns. */
  private final class Events implements NegotiationListener {
    @Override
    public void localDescription(String messageType, JSObject description, int round) {
      signals.description(messageType, description, round);
      if (round > 0 && messageType.equals(MessageType.OFFER)) {
        repeater.offered();
      }
    }

    @Override
    public void localCandidate(JSObject candidate) {
      signals.candidate(candidate);
    }

    @Override
    public void remoteChannel(RTCDataChannel made) {
      if (channel == null) {
        useChannel(made);
      }
    }

    @Override
    public void remoteTrack(RTCTrackEvent event) {
      trackReceived(event);
    }

    @Override
    public void renegotiated() {
      Connection.this.renegotiated();
    }

    @Override
    public void iceStateChanged(String iceState) {
      listener().onIceStateChanged(iceState);
      // Who is told may close it.
      if (state != State.CLOSED) {
        recovery.iceStateChanged(iceState);
      }
    }

    @Override
    public void remoteClosed() {
      finish();
    }

    @Override
    public void connectionFailed() {
      recovery.failed();
    }

    @Override
    public void negotiationFailed(JSObject cause) {
      webRtcFailed(cause);
    }

    @Override
    public void transformFailed(RuntimeException thrown) {
      webRtcFailed(owner.platform().errorOf(thrown));
    }
  }
}
