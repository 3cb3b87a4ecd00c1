package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.Negotiator;
import io.github.teapeer.client.negotiation.SdpTransform;
import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.client.transfer.Generation;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import io.github.teapeer.jso.webrtc.RTCTrackEvent;
import org.teavm.jso.JSObject;

/**
 * A call. Made by {@link Peer#call}, or handed to {@link PeerListener#onCall}, where nothing
 * happens until it is answered or rejected. It is {@link Connection.State#OPEN} once it has been
 * answered, at both ends.
 *
 * <p>What is sent can be changed while the call goes on: {@link #replaceTrack} works with every
 * peer, {@link #addTrack} and {@link #removeTrack} with those that renegotiate, which PeerJS does
 * not.
 */
public final class MediaConnection extends Connection {
  /** The wire's word for calls. */
  public static final String TYPE = "media";

  /** What the generated ids start with. */
  static final String ID_PREFIX = "mc_";

  private MediaConnectionListener listener = new Unheard();
  private MediaStream localStream;
  private MediaStream remoteStream;
  private final CompactList<String> receivedStreams = new CompactList<>();

  private final TrackChanges changes = new TrackChanges(this);

  /** Of what the caller says, which is in the payload of its OFFER, or in the options here. */
  MediaConnection(Peer owner, String peer, String connectionId, JSObject said, JSObject offer) {
    super(owner, peer, connectionId, said, offer);
  }

  /**
   * Says who is told what happens; before, nobody is.
   *
   * @param listener the listener
   */
  public void setListener(MediaConnectionListener listener) {
    this.listener = listener;
  }

  /**
   * The stream that is sent.
   *
   * @return the stream, or null where none is and when the call has ended
   */
  public MediaStream localStream() {
    return localStream;
  }

  /**
   * The stream that is received.
   *
   * @return the newest stream, or null before there is one and when the call has ended
   */
  public MediaStream remoteStream() {
    return remoteStream;
  }

  /**
   * Answers a call; it is {@link Connection.State#OPEN} from then on. To be called once, on a call
   * that the other side made; anything else is logged and ignored.
   *
   * @param stream what is sent, or null to only receive
   * @param sdpTransform changes the answer before it is applied and sent, or null
   */
  public void answer(MediaStream stream, SdpTransform sdpTransform) {
    if (!isUnanswered()) {
      return;
    }
    localStream = stream;
    opened();
    attempt(
        () -> {
          Negotiator negotiator = startNegotiation(sdpTransform);
          negotiator.sendStream(stream);
          negotiator.acceptOffer(remoteDescription(), 0);
        });
    listener.onAnswered();
  }

  /**
   * Declines a call that the other side made; the caller is told why, and both ends close. Anything
   * but an unanswered call is left alone, which is logged.
   *
   * @param reason what the caller is told, any value that JSON can express, or null. A caller that
   *     runs PeerJS sees no more than that the call is closed
   */
  public void reject(JSObject reason) {
    if (isUnanswered()) {
      refuse(reason);
    }
  }

  private boolean isUnanswered() {
    boolean unanswered = state() == State.CONNECTING && remoteDescription() != null;
    if (!unanswered) {
      owner().platform().log(LogLevel.WARNING, "There is no unanswered call");
    }
    return unanswered;
  }

  /**
   * Sends another track in the place of one, without negotiation; works with every peer.
   *
   * @param track a track that is sent, or null to take up again what was replaced by nothing
   * @param replacement a track of the same kind, or null to send nothing
   * @param completion is told when it is done, or why it was not: {@code not-open-yet} before there
   *     is a peer connection, {@code connection-closed}, {@code webrtc} where no such track is sent
   *     or the platform refuses
   */
  public void replaceTrack(
      MediaStreamTrack track, MediaStreamTrack replacement, Completion completion) {
    changes.replace(track, replacement, completion);
  }

  /**
   * Sends a further track.
   *
   * @param track the track
   * @param stream the stream that it is part of for the other side, or null for {@link
   *     #localStream}
   * @param completion is told when the other side has agreed, or why it was not done: {@code
   *     not-open-yet} where the call has not been answered, {@code connection-closed}, {@code
   *     negotiation-failed} where the other side cannot renegotiate, {@code timeout} where it does
   *     not answer, {@code webrtc} where the platform refuses
   */
  public void addTrack(MediaStreamTrack track, MediaStream stream, Completion completion) {
    changes.add(track, stream == null ? localStream : stream, completion);
  }

  /**
   * Sends a track no more.
   *
   * @param track a track that is sent
   * @param completion as of {@link #addTrack}
   */
  public void removeTrack(MediaStreamTrack track, Completion completion) {
    changes.remove(track, completion);
  }

  @Override
  void finish() {
    localStream = null;
    remoteStream = null;
    super.finish();
    changes.ended();
  }

  /** Starts a call that this side makes. */
  void start(MediaStream stream, CallOptions options) {
    localStream = stream;
    begin(
        options,
        () -> {
          Negotiator negotiator = startNegotiation(options.getSdpTransform());
          negotiator.sendStream(stream);
          negotiator.receive(options.getReceive(), stream);
          // PeerJS 1.5 sees by this channel that the other side hung up.
          useChannel(
              peerConnection().createDataChannel(connectionId(), RTCDataChannelInit.create()));
          negotiator.offer(options.getConstraints());
        });
  }

  @Override
  MediaConnectionListener listener() {
    return listener;
  }

  @Override
  String type() {
    return TYPE;
  }

  @Override
  void describeOffer(JSObject payload) {
    // An offer of media says nothing more.
  }

  @Override
  void channelOpened() {
    listener.onWillCloseOnRemote();
  }

  @Override
  void channelClosed() {
    // PeerJS up to 1.4.7 does not hold the channel, and Firefox collects what nobody holds.
    if (remote().generation() != Generation.UP_TO_1_4) {
      super.channelClosed();
    }
  }

  @Override
  void answered() {
    opened();
    listener.onAnswered();
  }

  @Override
  void trackReceived(RTCTrackEvent event) {
    Sequence<MediaStream> streams = event.getStreams();
    listener.onTrack(event.getTrack(), streams);
    for (int i = 0; i < streams.getLength(); i++) {
      streamReceived(streams.get(i));
    }
  }

  private void streamReceived(MediaStream stream) {
    // Who is told may close the call.
    if (state() == State.OPEN) {
      String id = stream.getId();
      if (receivedStreams.find(id::equals) == null) {
        receivedStreams.add(id);
        remoteStream = stream;
        listener.onStream(stream);
      }
    }
  }

  @Override
  boolean endsWithChannel() {
    return false; // it may not be open yet, and a call has nothing to lose
  }

  @Override
  void rejected(JSObject reason) {
    listener.onRejected(reason);
  }

  @Override
  void renegotiated() {
    changes.agreed();
  }

  @Override
  void renegotiationTimedOut() {
    changes.timedOut();
  }
}
