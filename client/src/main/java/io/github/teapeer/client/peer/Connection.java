package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.NegotiationListener;
import io.github.teapeer.client.negotiation.Negotiator;
import io.github.teapeer.client.negotiation.SdpTransform;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.signaling.SignalingMessage;
import io.github.teapeer.client.transfer.Generation;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
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
 * channel, the peer connection, and its entry at the {@link Peer}.
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
  private final JSObject earlyCandidates = Values.newArray();
  private Generation generation = Generation.FROM_1_5;
  private State state = State.CONNECTING;
  private Negotiator negotiator;
  private RTCDataChannel channel;
  private boolean peerLeft;

  /**
   * Makes a connection that is not negotiated yet.
   *
   * @param owner the peer at this end
   * @param peer the id of the peer at the other end
   * @param connectionId what both ends know the connection by
   * @param metadata what the side that dialled says about it, or null
   * @param remoteOffer the payload of the other side's OFFER, or null where this side dials
   */
  Connection(
      Peer owner, String peer, String connectionId, JSObject metadata, JSObject remoteOffer) {
    this.owner = owner;
    this.peer = peer;
    this.connectionId = connectionId;
    this.metadata = metadata;
    this.remoteOffer = remoteOffer;
    if (remoteOffer != null) {
      learnGeneration(remoteOffer);
    }
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

  /** Ends the connection at once; nothing happens if it has ended before. */
  public void close() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    if (channel != null) {
      channel.setOnopen(null);
      channel.setOnclose(null);
      channel = null;
    }
    if (negotiator != null) {
      negotiator.close();
      negotiator = null;
    }
    owner.remove(this);
    listener().onClose();
  }

  /** Who is told what happens. */
  abstract ConnectionListener listener();

  /** The wire's word for the kind of connection. */
  abstract String type();

  /** Adds what an OFFER says beyond what every connection says. */
  abstract void describeOffer(JSObject payload);

  /** The channel, made here or by the other side, can be used. */
  abstract void channelOpened();

  /** The other side has closed the channel. */
  void channelClosed() {
    close();
  }

  /** The other side answered. */
  abstract void answered();

  /** The other side sends a stream. */
  abstract void streamReceived(MediaStream stream);

  final Peer owner() {
    return owner;
  }

  final Generation generation() {
    return generation;
  }

  final void opened() {
    state = State.OPEN;
  }

  /** The description in the other side's OFFER, or null where this side dials. */
  final JSObject remoteDescription() {
    return remoteOffer == null ? null : Values.get(remoteOffer, "sdp");
  }

  /** Creates the peer connection; what came for it meanwhile follows it. */
  final Negotiator startNegotiation(SdpTransform transform) {
    negotiator = new Negotiator(owner.newPeerConnection(), transform, new Negotiation());
    for (int i = 0; i < Values.length(earlyCandidates); i++) {
      negotiator.addCandidate(Values.at(earlyCandidates, i));
    }
    return negotiator;
  }

  /** Adopts a channel and waits for it to open. */
  void useChannel(RTCDataChannel newChannel) {
    channel = newChannel;
    channel.setOnopen(
        event -> {
          newChannel.setOnopen(null); // Chromium may fire it twice
          channelOpened();
        });
    channel.setOnclose(event -> channelClosed());
  }

  /** Reports an error to the listener alone, and ends the connection. */
  final void fail(PeerError error) {
    if (state != State.CLOSED) {
      listener().onError(error);
      close();
    }
  }

  /** Runs the first steps; what the platform refuses becomes an error that is reported later. */
  final void attempt(Runnable steps) {
    try {
      steps.run();
    } catch (RuntimeException refused) {
      JSObject cause = owner.platform().errorOf(refused);
      owner.platform().setTimeout(() -> webRtcFailed(cause), 0);
    }
  }

  /** A message of the other side that belongs to this connection. */
  final void handle(SignalingMessage message) {
    JSObject payload = message.payload();
    if (message.type().equals(MessageType.CANDIDATE)) {
      JSObject candidate = Values.get(payload, "candidate");
      if (negotiator != null) {
        negotiator.addCandidate(candidate);
      } else if (Values.length(earlyCandidates) < Negotiator.MAX_EARLY_CANDIDATES) {
        Values.push(earlyCandidates, candidate);
      }
    } else if (message.type().equals(MessageType.ANSWER) && negotiator != null) {
      learnGeneration(payload);
      if (negotiator.acceptAnswer(Values.get(payload, "sdp"))) {
        answered();
      }
    }
  }

  /**
   * The server says that the other side has gone. Only its signalling has, as far as the server can
   * know: an open connection that works is believed more, and ends with the first sign of loss.
   */
  final void peerLeft() {
    peerLeft = true;
    if (state == State.CONNECTING) {
      close();
    } else if (negotiator != null) {
      closeIfLost(peerConnection().getIceConnectionState());
    }
  }

  private void closeIfLost(String iceState) {
    if (peerLeft && !iceState.equals("connected") && !iceState.equals("completed")) {
      close();
    }
  }

  private void learnGeneration(JSObject payload) {
    if (Values.getBoolean(payload, "teapeer")) {
      generation = Generation.OURS;
    } else if (Values.getBoolean(payload, "browser")) {
      generation = Generation.UP_TO_1_4;
    }
  }

  private void webRtcFailed(JSObject cause) {
    if (state == State.CLOSED) {
      return;
    }
    PeerError error =
        new PeerError(
            PeerErrorType.WEBRTC, "The connection to " + peer + " could not be set up", cause);
    fail(error);
    owner.report(error);
  }

  private JSObject newPayload() {
    JSObject payload = Values.newObject();
    Values.set(payload, "type", type());
    Values.set(payload, "connectionId", connectionId);
    return payload;
  }

  /** What the negotiator is told to do, and tells. */
  private final class Negotiation implements NegotiationListener {
    @Override
    public void localDescription(String messageType, JSObject description) {
      JSObject payload = newPayload();
      Values.set(payload, "sdp", description);
      JSObject extension = Values.newObject();
      Values.set(extension, "v", 1);
      Values.set(payload, "teapeer", extension);
      // PeerJS up to 1.4.7 cuts large messages only if one side says that it is Chrome.
      Values.set(payload, "browser", "Chrome");
      if (messageType.equals(MessageType.OFFER)) {
        if (metadata != null) {
          Values.set(payload, "metadata", metadata);
        }
        describeOffer(payload);
      }
      owner.signal(messageType, peer, payload);
    }

    @Override
    public void localCandidate(JSObject candidate) {
      JSObject payload = newPayload();
      Values.set(payload, "candidate", candidate);
      owner.signal(MessageType.CANDIDATE, peer, payload);
    }

    @Override
    public void remoteChannel(RTCDataChannel remote) {
      if (channel == null) {
        useChannel(remote);
      }
    }

    @Override
    public void remoteStream(MediaStream stream) {
      streamReceived(stream);
    }

    @Override
    public void iceStateChanged(String iceState) {
      listener().onIceStateChanged(iceState);
      if (iceState.equals("failed")) {
        connectionFailed();
      } else if (iceState.equals("closed")) {
        fail(
            new PeerError(
                PeerErrorType.CONNECTION_CLOSED, "Connection to " + peer + " closed.", null));
      } else if (iceState.equals("disconnected")) {
        closeIfLost(iceState);
      }
    }

    @Override
    public void remoteClosed() {
      close();
    }

    @Override
    public void connectionFailed() {
      fail(
          new PeerError(
              PeerErrorType.NEGOTIATION_FAILED,
              "Negotiation of connection to " + peer + " failed.",
              null));
    }

    @Override
    public void negotiationFailed(JSObject cause) {
      webRtcFailed(cause);
    }
  }
}
