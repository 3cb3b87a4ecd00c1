package io.github.teapeer.client.simulation;

import io.github.teapeer.client.simulation.Packet.Delivery;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.MessageEvent;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.teavm.jso.JSObject;

/**
 * One end of a data channel.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcdatachannel">WebRTC, RTCDataChannel</a>
 */
final class SimulatedDataChannel extends SimulatedEventTarget implements RTCDataChannel {
  /** What Chromium buffers at most. */
  private static final int MAX_BUFFERED = 16 * 1024 * 1024;

  private static final int FRAME_BYTES = 60;

  private enum State {
    CONNECTING,
    OPEN,
    CLOSING,
    CLOSED
  }

  private final SctpAssociation association;
  private final String channelLabel;
  private final Delivery delivery;
  private final String traceLabel;
  private State state = State.CONNECTING;
  private SimulatedDataChannel counterpart;
  private Pipe out;
  private int bufferedAmount;
  private int bufferedAmountLowThreshold;
  private String binaryType;
  private boolean resetConfirmed;
  private boolean resetReceived;

  SimulatedDataChannel(
      SimulatedPlatform page, SctpAssociation association, String label, Delivery delivery) {
    super(page);
    this.association = association;
    this.channelLabel = label;
    this.delivery = delivery;
    binaryType = page.browser() == SimulatedBrowser.FIREFOX ? "blob" : "arraybuffer";
    traceLabel = association.label() + " channel" + page.simulation().nextIdentity();
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  /** The association is up: tells the other side of the channel, which can then be used. */
  void open() {
    SctpAssociation remote = association.remote();
    if (state != State.CONNECTING || remote == null) {
      return;
    }
    out = association.newPipe(remote.page());
    out.send(Packet.of(FRAME_BYTES + channelLabel.length(), () -> remote.accept(this)));
    state = State.OPEN;
    queueEvent("open");
  }

  /** The other side's end of this channel. */
  SimulatedDataChannel newCounterpart(SctpAssociation remote) {
    counterpart = new SimulatedDataChannel(remote.page(), remote, channelLabel, delivery);
    counterpart.counterpart = this;
    return counterpart;
  }

  /** This end was made because the other side opened the channel. */
  void accepted() {
    out = association.newPipe(counterpart.page());
    state = State.OPEN;
  }

  /** Follows the {@code datachannel} event, before any message. */
  void announceOpen() {
    if (state == State.OPEN) {
      dispatch(new SimulatedEvent("open"));
    }
  }

  @Override
  public String getLabel() {
    return channelLabel;
  }

  @Override
  public int getMaxRetransmits() {
    return delivery.attempts() - 1;
  }

  @Override
  public int getMaxPacketLifeTime() {
    return delivery.lifetime() > 0 ? (int) (delivery.lifetime() / EventLoop.MILLISECOND) : -1;
  }

  @Override
  public boolean isOrdered() {
    return delivery.ordered();
  }

  @Override
  public String getReadyState() {
    return state.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int getBufferedAmount() {
    return bufferedAmount;
  }

  @Override
  public int getBufferedAmountLowThreshold() {
    return bufferedAmountLowThreshold;
  }

  @Override
  public void setBufferedAmountLowThreshold(int bytes) {
    bufferedAmountLowThreshold = bytes;
  }

  @Override
  public String getBinaryType() {
    return binaryType;
  }

  @Override
  public void setBinaryType(String type) {
    // An enumeration's attribute ignores what is not one of its values.
    if (type.equals("arraybuffer") || type.equals("blob")) {
      binaryType = type;
    }
  }

  @Override
  public void send(JSObject data) {
    Object value = JavaValue.unwrap(data);
    boolean binary = value instanceof byte[];
    if (!binary && !(value instanceof String)) {
      throw DomException.typeError("Only strings and bytes can be sent, not " + value);
    }
    if (state != State.OPEN) {
      throw DomException.invalidState("RTCDataChannel.readyState is not 'open'");
    }
    byte[] bytes =
        binary ? ((byte[]) value).clone() : ((String) value).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > association.maxMessageSize()) {
      throw DomException.typeError(
          "A message of " + bytes.length + " bytes is larger than maxMessageSize");
    }
    if (bufferedAmount + bytes.length > MAX_BUFFERED) {
      throw DomException.operationError("RTCDataChannel send queue is full");
    }
    bufferedAmount += bytes.length;
    Object message = binary ? bytes : value;
    out.send(
        new Packet(
            FRAME_BYTES + bytes.length,
            delivery,
            () -> written(bytes.length),
            () -> counterpart.receive(message, bytes.length)));
  }

  private void written(int bytes) {
    association.countSent(bytes);
    int before = bufferedAmount;
    bufferedAmount -= bytes;
    boolean fell =
        before > bufferedAmountLowThreshold && bufferedAmount <= bufferedAmountLowThreshold;
    if (fell && state == State.OPEN) {
      page().queueTask(() -> dispatch(new SimulatedEvent("bufferedamountlow")));
    }
  }

  private void receive(Object message, int bytes) {
    if (state != State.OPEN || page().isGone()) {
      return;
    }
    association.countReceived(bytes);
    page().trace(traceLabel + " receives " + bytes + " bytes");
    boolean asBlob = message instanceof byte[] && binaryType.equals("blob");
    dispatch(
        new SimulatedEvent.Message(
            asBlob ? page().newBlob((byte[]) message, bytes) : JavaValue.of(message)));
  }

  @Override
  public void close() {
    if (state == State.CONNECTING) {
      state = State.CLOSING;
      page().queueTask(this::finish);
    } else if (state == State.OPEN) {
      state = State.CLOSING;
      reset();
    }
  }

  /** RFC 8831, section 6.7: a stream is reset when everything before has been delivered. */
  private void reset() {
    out.send(
        new Packet(
            FRAME_BYTES,
            Delivery.BARRIER,
            () -> {},
            () -> {
              counterpart.resetReceived();
              page().schedule(association.oneWay(), this::resetConfirmed);
            }));
  }

  private void resetReceived() {
    if (state == State.CLOSED || page().isGone()) {
      return;
    }
    resetReceived = true;
    if (state == State.OPEN) {
      state = State.CLOSING;
      dispatch(new SimulatedEvent("closing"));
      reset();
    }
    finishIfReset();
  }

  private void resetConfirmed() {
    resetConfirmed = true;
    finishIfReset();
  }

  private void finishIfReset() {
    if (resetConfirmed && resetReceived) {
      finish();
    }
  }

  private void finish() {
    if (state != State.CLOSED) {
      cut();
      dispatch(new SimulatedEvent("close"));
    }
  }

  /** The association ended at the other side. */
  void lost() {
    if (state != State.CLOSED) {
      cut();
      dispatch(new SimulatedEvent("error"));
      dispatch(new SimulatedEvent("close"));
    }
  }

  /** Ends this side without an event. What has been written still arrives. */
  void cut() {
    state = State.CLOSED;
    if (out != null) {
      out.discardUnsent();
      if (counterpart != null && counterpart.isClosed()) {
        out.close();
        counterpart.out.close();
      }
    }
  }

  @Override
  public void setOnopen(EventHandler<Event> handler) {
    setHandler("open", handler);
  }

  @Override
  public void setOnmessage(EventHandler<MessageEvent> handler) {
    setHandler("message", handler);
  }

  @Override
  public void setOnbufferedamountlow(EventHandler<Event> handler) {
    setHandler("bufferedamountlow", handler);
  }

  @Override
  public void setOnerror(EventHandler<Event> handler) {
    setHandler("error", handler);
  }

  @Override
  public void setOnclosing(EventHandler<Event> handler) {
    setHandler("closing", handler);
  }

  @Override
  public void setOnclose(EventHandler<Event> handler) {
    setHandler("close", handler);
  }

  @Override
  String label() {
    return traceLabel;
  }
}
