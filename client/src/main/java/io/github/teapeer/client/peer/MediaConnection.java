package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.Negotiator;
import io.github.teapeer.client.negotiation.SdpTransform;
import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.client.transfer.Generation;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import org.teavm.jso.JSObject;

/**
 * A call. Made by {@link Peer#call}, or handed to {@link PeerListener#onCall}, where nothing
 * happens until it is answered. It is {@link Connection.State#OPEN} once it has been answered, at
 * both ends.
 */
public final class MediaConnection extends Connection {
  /** The wire's word for calls. */
  public static final String TYPE = "media";

  /** What the generated ids start with. */
  static final String ID_PREFIX = "mc_";

  private final CallOptions options;
  private MediaConnectionListener listener = new MediaConnectionListener() {};
  private MediaStream localStream;
  private MediaStream remoteStream;

  /** Calls. */
  MediaConnection(Peer owner, String peer, MediaStream stream, CallOptions options) {
    super(owner, peer, ID_PREFIX + owner.platform().randomToken(), options.metadata(), null);
    this.options = options;
    localStream = stream;
  }

  /** Is called. */
  MediaConnection(Peer owner, String peer, String connectionId, JSObject offer) {
    super(owner, peer, connectionId, Values.get(offer, "metadata"), offer);
    options = CallOptions.none();
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
    if (state() != State.CONNECTING || remoteDescription() == null) {
      owner()
          .platform()
          .log(LogLevel.WARNING, "There is no unanswered call. Are you answering it twice?", null);
      return;
    }
    localStream = stream;
    opened();
    attempt(
        () -> {
          Negotiator negotiator = startNegotiation(sdpTransform);
          if (stream != null) {
            negotiator.sendStream(stream);
          }
          negotiator.acceptOffer(remoteDescription());
        });
  }

  @Override
  public void close() {
    localStream = null;
    remoteStream = null;
    super.close();
  }

  /** Starts a call that this side makes. */
  void start() {
    attempt(
        () -> {
          Negotiator negotiator = startNegotiation(options.sdpTransform());
          negotiator.sendStream(localStream);
          // PeerJS 1.5 sees by this channel that the other side hung up.
          useChannel(
              peerConnection().createDataChannel(connectionId(), RTCDataChannelInit.create()));
          negotiator.offer(options.constraints());
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
    if (generation() != Generation.UP_TO_1_4) {
      close();
    }
  }

  @Override
  void answered() {
    opened();
  }

  @Override
  void streamReceived(MediaStream stream) {
    if (remoteStream == null || !remoteStream.getId().equals(stream.getId())) {
      remoteStream = stream;
      listener.onStream(stream);
    }
  }
}
