package io.github.teapeer.client.simulation;

import io.github.teapeer.client.simulation.Packet.Delivery;
import io.github.teapeer.jso.value.PropertyBag;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import io.github.teapeer.jso.webrtc.RTCSctpTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The SCTP association of a peer connection, which carries its data channels. Channels are opened
 * in band, as RFC 8832 says.
 */
final class SctpAssociation extends SimulatedEventTarget implements RTCSctpTransport {
  /** The longest that the other side takes to notice that this one has closed. */
  private static final int LONGEST_GOODBYE = 1500;

  private static final int MAX_LABEL_BYTES = 65_535;

  private final SimulatedPeerConnection connection;
  private final IceAgent ice;
  private final List<SimulatedDataChannel> channels = new ArrayList<>();
  private int remoteMaxMessageSize;
  private long bytesSent;
  private long bytesReceived;
  private boolean wanted;
  private boolean negotiated;
  private boolean connecting;
  private boolean connected;
  private boolean closed;

  SctpAssociation(SimulatedPlatform page, SimulatedPeerConnection connection, IceAgent ice) {
    super(page);
    this.connection = connection;
    this.ice = ice;
  }

  /** Whether an offer must have a section for data. */
  boolean isWanted() {
    return wanted;
  }

  boolean isNegotiated() {
    return negotiated;
  }

  long bytesSent() {
    return bytesSent;
  }

  long bytesReceived() {
    return bytesReceived;
  }

  void countSent(int bytes) {
    bytesSent += bytes;
  }

  void countReceived(int bytes) {
    bytesReceived += bytes;
  }

  int openChannels() {
    return (int) channels.stream().filter(channel -> !channel.isClosed()).count();
  }

  SimulatedDataChannel createChannel(String label, RTCDataChannelInit options) {
    if (label.getBytes(StandardCharsets.UTF_8).length > MAX_LABEL_BYTES) {
      throw DomException.typeError("The label is longer than 65535 bytes");
    }
    boolean ordered = true;
    Integer retransmits = null;
    Integer lifetime = null;
    if (options instanceof PropertyBag bag) {
      ordered = !Boolean.FALSE.equals(bag.property("ordered"));
      retransmits = integer(bag.property("maxRetransmits"));
      lifetime = integer(bag.property("maxPacketLifeTime"));
    }
    if (retransmits != null && lifetime != null) {
      throw DomException.typeError("maxRetransmits and maxPacketLifeTime exclude each other");
    }
    int attempts = retransmits == null ? 0 : retransmits + 1;
    long micros = lifetime == null ? 0 : Math.max(1, lifetime * EventLoop.MILLISECOND);
    Delivery delivery = new Delivery(ordered, false, attempts, micros);
    SimulatedDataChannel channel = new SimulatedDataChannel(page(), this, label, delivery);
    channels.add(channel);
    wanted = true;
    if (connected) {
      page().queueTask(channel::open);
    }
    return channel;
  }

  private static Integer integer(Object value) {
    return value instanceof Number number ? number.intValue() : null;
  }

  /** Both descriptions have a section for data. */
  void negotiated(int maxMessageSize) {
    negotiated = true;
    remoteMaxMessageSize = maxMessageSize;
    associate();
  }

  /** Connects, as soon as both sides have negotiated data and have a secure transport. */
  void associate() {
    SctpAssociation remote = remote();
    if (!isReady() || remote == null || !remote.isReady()) {
      return;
    }
    connectLater();
    remote.connectLater();
  }

  private boolean isReady() {
    return negotiated && !closed && connection.transport().isConnected();
  }

  private void connectLater() {
    if (!connecting) {
      connecting = true;
      page().schedule(ice.roundTrip(), this::connect);
    }
  }

  private void connect() {
    if (!connected && !closed && remote() != null) {
      connected = true;
      List.copyOf(channels).forEach(SimulatedDataChannel::open);
    }
  }

  /** The association at the other end, or null where there is none any more. */
  SctpAssociation remote() {
    IceAgent other = ice.other();
    return other == null ? null : other.connection().association();
  }

  /** Makes a stream to the other side. */
  Pipe newPipe(SimulatedPlatform to) {
    return page().simulation().network().newPipe(page(), to, ice::isPathUp);
  }

  /** The other side opened a channel: makes this side's end of it. */
  void accept(SimulatedDataChannel remoteChannel) {
    if (closed || page().isGone()) {
      return;
    }
    connect();
    SimulatedDataChannel channel = remoteChannel.newCounterpart(this);
    channels.add(channel);
    channel.accepted();
    connection.dispatch(new SimulatedEvent.DataChannel(channel));
    channel.announceOpen();
  }

  long oneWay() {
    return ice.roundTrip() / 2;
  }

  /** Ends all channels, and lets the other side know if it can be reached. */
  void close() {
    SctpAssociation remote = remote();
    if (connected && remote != null && ice.isPathUp()) {
      long goodbye = page().chance().nextInt(LONGEST_GOODBYE) * EventLoop.MILLISECOND;
      page().simulation().loop().schedule(oneWay() + goodbye, remote::lost);
    }
    closed = true;
    channels.forEach(SimulatedDataChannel::cut);
  }

  void lost() {
    if (closed || page().isGone()) {
      return;
    }
    page().trace(connection.label() + " association lost");
    closed = true;
    List.copyOf(channels).forEach(SimulatedDataChannel::lost);
  }

  @Override
  public double getMaxMessageSize() {
    return maxMessageSize();
  }

  int maxMessageSize() {
    return remoteMaxMessageSize == 0 ? Integer.MAX_VALUE : remoteMaxMessageSize;
  }

  @Override
  public String getState() {
    if (closed) {
      return "closed";
    }
    return connected ? "connected" : "connecting";
  }

  @Override
  String label() {
    return connection.label() + " sctp";
  }
}
