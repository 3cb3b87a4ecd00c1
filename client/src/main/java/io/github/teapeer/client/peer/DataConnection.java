package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.Negotiator;
import io.github.teapeer.client.platform.Alarm;
import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.client.transfer.DataTransfer;
import io.github.teapeer.client.transfer.Delivery;
import io.github.teapeer.client.transfer.Outcome;
import io.github.teapeer.client.transfer.TransferListener;
import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCSctpTransport;
import io.github.teapeer.jso.webrtc.RTCTrackEvent;
import org.teavm.jso.JSObject;

/**
 * A connection for values of any kind. Made by {@link Peer#connect}, or handed to {@link
 * PeerListener#onConnection}; values can be sent once it is {@link Connection.State#OPEN}.
 */
public final class DataConnection extends Connection {
  /** The wire's word for data connections. */
  public static final String TYPE = "data";

  /** What the generated ids start with. */
  static final String ID_PREFIX = "dc_";

  /** How long a closing channel is waited for, in milliseconds. */
  static final int CLOSE_TIMEOUT = 5000;

  /** What RFC 8841, section 6.1 says of a side that names no maximum, in bytes. */
  private static final int DEFAULT_MAX_MESSAGE_SIZE = 65_536;

  private final String label;
  private final String serialization;
  private final boolean reliable;
  private final CustomTransfer custom;
  private DataConnectionListener listener = new Unheard();
  private DataTransfer transfer;
  private boolean blobs;
  private boolean delivers;
  private final Alarm closing = new Alarm(owner().platform());

  /**
   * Of what the side that dialled says, which is in the payload of its OFFER, or in the options
   * here; values are moved by a custom transfer, or where that is null by one of ours.
   */
  DataConnection(
      Peer owner,
      String peer,
      String connectionId,
      JSObject said,
      JSObject offer,
      CustomTransfer custom) {
    super(owner, peer, connectionId, said, offer);
    this.custom = custom;
    String givenLabel = Values.getString(said, "label");
    label = givenLabel == null ? connectionId : givenLabel;
    String givenSerialization = Values.getString(said, "serialization");
    serialization =
        givenSerialization == null ? offer == null ? "binary" : "raw" : givenSerialization;
    reliable = Values.getBoolean(said, "reliable");
  }

  /**
   * Says who is told what happens; before, nobody is.
   *
   * @param listener the listener
   */
  public void setListener(DataConnectionListener listener) {
    this.listener = listener;
  }

  /**
   * The label that the side that dialled gave the connection.
   *
   * @return the label
   */
  public String label() {
    return label;
  }

  /**
   * How values are serialized.
   *
   * @return {@code binary}, {@code binary-utf8}, {@code json}, {@code raw}, the name of a {@link
   *     CustomTransfer}, or whatever else the side that dialled named, which counts as {@code raw}
   */
  public String serialization() {
    return custom == null ? serialization : custom.serialization();
  }

  /**
   * What the side that dialled said of reliability.
   *
   * @return the {@code reliable} option
   */
  public boolean isReliable() {
    return reliable;
  }

  /**
   * The number of messages that wait for room in the channel.
   *
   * @return the number
   */
  public int bufferSize() {
    return transfer == null ? 0 : transfer.waiting();
  }

  /**
   * The number of bytes that were sent and are not on their way yet.
   *
   * @return the bytes that wait in the channel and for it
   */
  public double bufferedAmount() {
    return transfer == null ? 0 : transfer.waitingBytes();
  }

  /**
   * Whether a binary that is a whole message arrives as a Blob: {@code binaryType} is {@code
   * "blob"}, as of an RTCDataChannel. What is large is then collected in Blobs, piece by piece.
   *
   * @return false unless it was said
   */
  public boolean receivesBlobs() {
    return blobs;
  }

  /**
   * Says whether a binary that is a whole message arrives as a Blob.
   *
   * @param blobs true for a Blob, false for an ArrayBuffer
   */
  public void setReceivesBlobs(boolean blobs) {
    this.blobs = blobs;
  }

  /**
   * Sends a value. What cannot be sent is reported to the listener: {@code not-open-yet}, {@code
   * message-too-big}, {@code bad-data}.
   *
   * @param value the value, or null
   */
  public void send(JSObject value) {
    send(value, null, new Unheard());
  }

  /**
   * Sends a value, and tells what came of it: it is done when all of it is in the channel's buffer,
   * so that who waits for one value before sending the next never fills the memory. The value may
   * be changed as soon as this has returned. It fails with what {@link #send(JSObject)} reports,
   * which is reported, too, and with {@code aborted} and {@code connection-closed}, which are not.
   *
   * @param value the value, or null
   * @param signal what ends it while it is not done, or null: the rest is not sent, and the other
   *     side, if it is ours, forgets what it has. Not for a {@link CustomTransfer}
   * @param completion is told, maybe within this call
   */
  public void send(JSObject value, AbortSignal signal, Completion completion) {
    if (state() != State.OPEN) {
      refuse(completion, ConnectionErrors.notOpen());
    } else if (custom != null) {
      custom.send(value);
      completion.done();
    } else {
      transfer.send(value, signal, new Sending(completion));
    }
  }

  private void refuse(Completion completion, PeerError error) {
    listener.onError(error);
    completion.failed(error);
  }

  /**
   * Asks the other side to hold back what it has not sent, or to go on: for a reader that is slower
   * than the connection. Nothing happens where the other side is PeerJS, or the serialization is
   * {@code raw} or a {@link CustomTransfer}, or messages may get lost.
   *
   * @param hold whether it is to hold back
   */
  public void setHeld(boolean hold) {
    if (transfer != null) {
      transfer.setHeld(hold);
    }
  }

  /**
   * Closes the connection when everything that was sent has been delivered, or after {@value
   * #CLOSE_TIMEOUT} ms in which the other side did not let go; at once if it is not open.
   */
  public void flushAndClose() {
    if (state() != State.OPEN) {
      close();
    } else if (custom != null) {
      custom.requestClose();
      closeAfterSilence();
    } else {
      transfer.closeWhenSent(() -> closing.set(this::close, CLOSE_TIMEOUT));
    }
  }

  /** Closes {@link #CLOSE_TIMEOUT} after a custom transfer has got rid of everything. */
  private void closeAfterSilence() {
    closing.set(
        () -> {
          if (dataChannel().getBufferedAmount() > 0) {
            closeAfterSilence();
          } else {
            close();
          }
        },
        CLOSE_TIMEOUT);
  }

  /**
   * Ends the connection at once, at this end. What was sent is delivered nevertheless, and then it
   * ends at the other end. Nothing happens if it has ended before.
   */
  @Override
  public void close() {
    delivers = endsWithChannel();
    super.close();
  }

  @Override
  void finish() {
    if (custom != null && state() != State.CLOSED) {
      custom.closing();
    }
    closing.clear();
    super.finish();
  }

  @Override
  void release(RTCPeerConnection ended) {
    DataTransfer left = transfer;
    transfer = null;
    if (delivers && dataChannel().getReadyState().equals("open")) {
      Farewell.bid(owner().platform(), left, dataChannel(), ended);
    } else {
      ended.close();
      if (left != null) {
        left.stop();
      }
    }
  }

  /** Starts the negotiation, with an offer, or where there are no options with an answer. */
  void start(ConnectOptions options) {
    if (custom != null) {
      custom.attach(this);
    }
    if (options == null) {
      // A stranger that vanishes is not missed by ICE before there has been a path.
      begin(
          DialLimits.within(owner().limits().getPendingTime()),
          () -> startNegotiation(null).acceptOffer(remoteDescription(), 0));
    } else {
      begin(
          options,
          () -> {
            Negotiator negotiator = startNegotiation(null);
            useChannel(peerConnection().createDataChannel(label, options.getChannel()));
            negotiator.offer(options.getConstraints());
          });
    }
  }

  @Override
  DataConnectionListener listener() {
    return listener;
  }

  @Override
  String type() {
    return TYPE;
  }

  @Override
  void describeOffer(JSObject payload) {
    Values.set(payload, "label", label);
    Values.set(payload, "reliable", reliable);
    Values.set(
        payload,
        "serialization",
        custom == null ? DataTransfer.wireName(serialization) : custom.serialization());
  }

  @Override
  void useChannel(RTCDataChannel channel) {
    channel.setBinaryType("arraybuffer");
    super.useChannel(channel);
    if (custom != null) {
      custom.useChannel(channel);
    }
  }

  @Override
  void channelOpened() {
    if (custom == null) {
      RTCSctpTransport sctp = peerConnection().getSctp();
      transfer =
          new DataTransfer(
              owner().platform(),
              dataChannel(),
              serialization,
              remote().generation(),
              remote().chunkSize(),
              sctp == null ? DEFAULT_MAX_MESSAGE_SIZE : sctp.getMaxMessageSize(),
              owner().limits(),
              new Incoming());
    }
    opened();
    listener.onOpen();
  }

  @Override
  void answered() {
    // The channel says when the connection can be used.
  }

  @Override
  void trackReceived(RTCTrackEvent event) {
    // Nothing in a data connection renders media.
  }

  @Override
  boolean endsWithChannel() {
    return state() == State.OPEN && !recovery().isUnderWay(); // it delivers what is on its way, too
  }

  @Override
  void rejected(JSObject reason) {
    // Data connections are not asked for.
  }

  @Override
  void renegotiated() {
    // Nothing in a data connection is changed.
  }

  @Override
  void renegotiationTimedOut() {
    // Nobody waits for it.
  }

  /** What the transfer tells. */
  private final class Incoming implements TransferListener {
    @Override
    public void received(JSObject value) {
      // What is told on the way may close the connection.
      if (state() == State.OPEN) {
        listener.onData(
            blobs && Bytes.isBinary(value)
                ? owner().platform().newBlob(Values.arrayOf(value))
                : value);
      }
    }

    @Override
    public boolean collectsBlobs() {
      return blobs;
    }

    @Override
    public void closeRequested() {
      close();
    }

    @Override
    public void badData(Throwable cause) {
      report(ConnectionErrors.badData(peer(), owner().platform().errorOf(cause)));
    }

    private void report(PeerError error) {
      if (state() == State.OPEN) {
        listener.onError(error);
      }
    }

    @Override
    public void dropped(String why, int received, int total) {
      report(ConnectionErrors.dropped(peer(), why, received, total));
    }

    @Override
    public void progress(boolean outgoing, double transferred, double total) {
      if (state() == State.OPEN) {
        listener.onProgress(outgoing, transferred, total);
      }
    }

    @Override
    public void drained() {
      listener.onDrain();
    }
  }

  /** One value that is being sent. */
  private final class Sending implements Delivery {
    private final Completion completion;

    Sending(Completion completion) {
      this.completion = completion;
    }

    @Override
    public void ended(Outcome outcome, JSObject cause) {
      if (outcome == Outcome.SENT) {
        completion.done();
      } else if (outcome == Outcome.BAD_DATA || outcome == Outcome.TOO_BIG) {
        refuse(
            completion,
            outcome == Outcome.BAD_DATA
                ? ConnectionErrors.badData(peer(), cause)
                : ConnectionErrors.tooBig(peer()));
      } else {
        completion.failed(
            outcome == Outcome.ABORTED
                ? ConnectionErrors.aborted(peer(), cause)
                : ConnectionErrors.closed(peer()));
      }
    }
  }
}
