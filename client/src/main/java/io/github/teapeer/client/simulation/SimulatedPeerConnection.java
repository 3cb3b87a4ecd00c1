package io.github.teapeer.client.simulation;

import io.github.teapeer.client.simulation.DescriptionMachine.Applied;
import io.github.teapeer.client.simulation.DescriptionMachine.SignalingState;
import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.value.Dictionary;
import io.github.teapeer.jso.value.PropertyBag;
import io.github.teapeer.jso.webrtc.RTCConfiguration;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCDataChannelEvent;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCPeerConnectionIceErrorEvent;
import io.github.teapeer.jso.webrtc.RTCPeerConnectionIceEvent;
import io.github.teapeer.jso.webrtc.RTCRtpReceiver;
import io.github.teapeer.jso.webrtc.RTCRtpSender;
import io.github.teapeer.jso.webrtc.RTCRtpTransceiver;
import io.github.teapeer.jso.webrtc.RTCSctpTransport;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;
import io.github.teapeer.jso.webrtc.RTCStatsReport;
import io.github.teapeer.jso.webrtc.RTCTrackEvent;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSObject;

/**
 * A peer connection of a simulated page. It follows the W3C's rules for states, errors and the
 * order of events; what stands for media and DTLS is only what can be seen of them.
 *
 * <p>It finds the peer connection at the other end by the descriptions that the two were given, and
 * works if the simulated network connects their pages.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcpeerconnection-interface">WebRTC,
 *     RTCPeerConnection</a>
 */
public final class SimulatedPeerConnection extends SimulatedEventTarget
    implements RTCPeerConnection {
  /** The largest message that a page takes unless told otherwise, as Chromium's. */
  static final int DEFAULT_MAX_MESSAGE_SIZE = 262_144;

  /** The largest message of a peer that does not say. RFC 8841, section 6. */
  static final int SMALLEST_MAX_MESSAGE_SIZE = 65_536;

  private final String label;
  private final OperationsChain operations;
  private final MediaTransceivers media;
  private final DescriptionMachine descriptions;
  private final IceAgent ice;
  private final IceGatherer gatherer;
  private final SecureTransport transport;
  private final SctpAssociation association;
  private JSObject configuration;
  private String iceConnectionState = "new";
  private String connectionState = "new";
  private boolean negotiationNeeded;
  private boolean checkNegotiationLater;
  private boolean closed;

  SimulatedPeerConnection(SimulatedPlatform page, JSObject configuration) {
    super(page);
    this.configuration = configuration;
    label = "connection" + page.simulation().nextIdentity();
    operations = new OperationsChain(page, this);
    media = new MediaTransceivers(this);
    descriptions = new DescriptionMachine(page, this, media);
    ice = new IceAgent(page, this);
    gatherer = new IceGatherer(page, this, configuration);
    transport = new SecureTransport(page, this, ice);
    association = new SctpAssociation(page, this, ice);
  }

  /**
   * The configuration.
   *
   * @return the RTCConfiguration that the connection was made with or was given last, or null
   */
  public JSObject configuration() {
    return configuration;
  }

  /**
   * Tells whether the page closed the connection.
   *
   * @return whether {@link #close} was called
   */
  public boolean isClosed() {
    return closed;
  }

  boolean isRelayOnly() {
    return RtcConfiguration.isRelayOnly(configuration);
  }

  int openChannels() {
    return association.openChannels();
  }

  OperationsChain operations() {
    return operations;
  }

  IceAgent ice() {
    return ice;
  }

  SecureTransport transport() {
    return transport;
  }

  /** Has the channels end at this side, as in Firefox when ICE has failed for good. */
  public void loseChannels() {
    page().queueTask(association::lost);
  }

  SctpAssociation association() {
    return association;
  }

  void gather(String ufrag, String mid) {
    ice.gathered(ufrag);
    gatherer.gather(ufrag, mid);
  }

  /** The track that the other side sends in a section, or null where none gets through. */
  SimulatedMediaStreamTrack trackSentByOther(String mid) {
    if (!transport.isConnected() || !ice.isPathUp()) {
      return null;
    }
    SimulatedTransceiver sending = ice.other().connection().media.withMid(mid);
    return sending == null ? null : (SimulatedMediaStreamTrack) sending.sender().getTrack();
  }

  /** The operations chain has become empty. */
  void operationsDone() {
    if (checkNegotiationLater) {
      checkNegotiationLater = false;
      updateNegotiationNeeded();
    }
  }

  /**
   * Fires {@code negotiationneeded} if it is, later and once.
   *
   * @see <a href="https://www.w3.org/TR/webrtc/#dfn-update-the-negotiation-needed-flag">WebRTC,
   *     update the negotiation-needed flag</a>
   */
  void updateNegotiationNeeded() {
    if (!operations.isEmpty()) {
      checkNegotiationLater = true;
      return;
    }
    page().queueTask(this::checkNegotiationNeeded);
  }

  private void checkNegotiationNeeded() {
    if (closed) {
      return;
    }
    if (!operations.isEmpty()) {
      checkNegotiationLater = true;
      return;
    }
    if (descriptions.state() != SignalingState.STABLE) {
      return;
    }
    boolean needed = descriptions.isNegotiationNeeded();
    boolean isNew = needed && !negotiationNeeded;
    negotiationNeeded = needed;
    if (isNew) {
      dispatch(new SimulatedEvent("negotiationneeded"));
    }
  }

  /** The ICE agent is in another state, which the page sees in a task. */
  void iceStateChanged(String state) {
    page()
        .queueTask(
            () -> {
              if (!closed) {
                iceConnectionState = state;
                dispatch(new SimulatedEvent("iceconnectionstatechange"));
                refreshConnectionState();
              }
            });
  }

  void transportConnected() {
    refreshConnectionState();
    association.associate();
    media.unmute();
  }

  /**
   * Works out the state of the whole connection.
   *
   * @see <a href="https://www.w3.org/TR/webrtc/#rtcpeerconnectionstate-enum">WebRTC,
   *     RTCPeerConnectionState</a>
   */
  void refreshConnectionState() {
    if (closed) {
      return;
    }
    String state =
        switch (ice.state()) {
          case NEW -> "new";
          case CHECKING -> "connecting";
          case CONNECTED, COMPLETED -> transport.isConnected() ? "connected" : "connecting";
          case DISCONNECTED -> ice.hasFailed() ? "failed" : "disconnected";
          case FAILED -> "failed";
          case CLOSED -> "closed";
        };
    if (!connectionState.equals(state)) {
      connectionState = state;
      dispatch(new SimulatedEvent("connectionstatechange"));
    }
  }

  @Override
  public Promise<RTCSessionDescription> createOffer(JSObject options) {
    return operations.chain("createOffer", () -> descriptions.createOffer(options));
  }

  @Override
  public Promise<RTCSessionDescription> createAnswer() {
    return operations.chain("createAnswer", descriptions::createAnswer);
  }

  @Override
  public Promise<JSObject> setLocalDescription(JSObject description) {
    return operations.chain("setLocalDescription", () -> apply(descriptions.setLocal(description)));
  }

  @Override
  public Promise<JSObject> setRemoteDescription(JSObject description) {
    SimulatedSessionDescription init;
    try {
      init = SimulatedSessionDescription.from(description);
    } catch (DomException malformed) {
      return rejected(malformed);
    }
    return operations.chain("setRemoteDescription", () -> apply(descriptions.setRemote(init)));
  }

  private JSObject apply(List<Runnable> events) {
    events.forEach(Runnable::run);
    if (transport.isConnected()) {
      media.unmute();
    }
    if (descriptions.state() == SignalingState.STABLE) {
      negotiationNeeded = false;
      checkNegotiationLater = true;
    }
    return null;
  }

  @Override
  public Promise<JSObject> addIceCandidate(JSObject candidate) {
    SimulatedIceCandidate init;
    try {
      init = SimulatedIceCandidate.from(candidate);
    } catch (DomException malformed) {
      return rejected(malformed);
    }
    return operations.chain(
        "addIceCandidate",
        () -> {
          descriptions.addCandidate(init);
          return null;
        });
  }

  private <T extends JSObject> Promise<T> rejected(DomException reason) {
    SimulatedPromise<T> promise = page().newPromise();
    promise.reject(reason);
    return promise;
  }

  @Override
  public void restartIce() {
    descriptions.restartIce();
    updateNegotiationNeeded();
  }

  @Override
  public RTCConfiguration getConfiguration() {
    RTCConfiguration copy = Dictionary.create(RTCConfiguration.class);
    if (configuration instanceof PropertyBag given) {
      for (String name : List.of("iceServers", "iceTransportPolicy")) {
        ((PropertyBag) copy).setProperty(name, given.property(name));
      }
    }
    return copy;
  }

  @Override
  public void setConfiguration(JSObject newConfiguration) {
    checkOpen();
    RtcConfiguration.check(newConfiguration);
    configuration = newConfiguration;
    gatherer.setConfiguration(newConfiguration);
  }

  @Override
  public RTCDataChannel createDataChannel(String channelLabel, RTCDataChannelInit options) {
    checkOpen();
    RTCDataChannel channel = association.createChannel(channelLabel, options);
    updateNegotiationNeeded();
    return channel;
  }

  @Override
  public RTCRtpSender addTrack(MediaStreamTrack track, MediaStream stream) {
    checkOpen();
    return media.addTrack(track, stream);
  }

  @Override
  public RTCRtpSender addTrack(MediaStreamTrack track) {
    return addTrack(track, null);
  }

  @Override
  public void removeTrack(RTCRtpSender sender) {
    checkOpen();
    media.removeTrack(sender);
  }

  @Override
  public RTCRtpTransceiver addTransceiver(String kind, JSObject init) {
    checkOpen();
    if (!kind.equals("audio") && !kind.equals("video")) {
      throw DomException.typeError("'" + kind + "' is not a valid kind of track");
    }
    MediaDirection direction = MediaDirection.SENDRECV;
    if (init instanceof PropertyBag bag && bag.property("direction") instanceof String word) {
      direction = MediaDirection.ofWord(word);
    }
    SimulatedTransceiver added = media.add(kind, direction);
    updateNegotiationNeeded();
    return added;
  }

  private void checkOpen() {
    if (closed) {
      throw DomException.invalidState("The RTCPeerConnection is closed");
    }
  }

  @Override
  public Sequence<RTCRtpSender> getSenders() {
    return new SimulatedSequence<>(
        media.all().stream().map(SimulatedTransceiver::getSender).toList());
  }

  @Override
  public Sequence<RTCRtpReceiver> getReceivers() {
    return new SimulatedSequence<>(
        media.all().stream().map(SimulatedTransceiver::getReceiver).toList());
  }

  @Override
  public Sequence<RTCRtpTransceiver> getTransceivers() {
    return new SimulatedSequence<>(List.copyOf(media.all()));
  }

  @Override
  public Promise<RTCStatsReport> getStats() {
    SimulatedPromise<RTCStatsReport> promise = page().newPromise();
    page().queueTask(() -> promise.fulfill(report()));
    return promise;
  }

  private SimulatedStatsReport report() {
    SimulatedStatsReport report = new SimulatedStatsReport();
    // Firefox of old has no statistics of transports, and marks the pair.
    boolean marked = page().browser() == SimulatedBrowser.FIREFOX;
    if (!marked) {
      Map<String, Object> transportStats = report.entry("T1", "transport");
      transportStats.put("dtlsState", transport.isConnected() ? "connected" : "new");
      putBytes(transportStats);
      if (ice.isPathUp()) {
        transportStats.put("selectedCandidatePairId", "P1");
      }
    }
    if (ice.isPathUp()) {
      Map<String, Object> pair = report.entry("P1", "candidate-pair");
      pair.put("state", "succeeded");
      pair.put("nominated", true);
      if (marked) {
        pair.put("selected", true);
      }
      pair.put("localCandidateId", "L1");
      pair.put("remoteCandidateId", "R1");
      pair.put("currentRoundTripTime", ice.roundTrip() / 1e6);
      putBytes(pair);
      report.candidate("L1", "local-candidate", ice.other().remoteKind(), page().address());
      report.candidate(
          "R1", "remote-candidate", ice.remoteKind(), ice.other().connection().page().address());
    }
    return report;
  }

  private void putBytes(Map<String, Object> stats) {
    stats.put("bytesSent", (double) association.bytesSent());
    stats.put("bytesReceived", (double) association.bytesReceived());
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    page().trace(label + " closes");
    association.close();
    transport.close();
    closed = true;
    ice.close();
    descriptions.close();
    iceConnectionState = "closed";
    connectionState = "closed";
  }

  @Override
  public String getSignalingState() {
    return descriptions.state().word();
  }

  @Override
  public String getIceConnectionState() {
    return iceConnectionState;
  }

  @Override
  public String getIceGatheringState() {
    return gatherer.state();
  }

  @Override
  public String getConnectionState() {
    return connectionState;
  }

  @Override
  public RTCSessionDescription getLocalDescription() {
    Applied local = descriptions.local();
    return local == null
        ? null
        : new SimulatedSessionDescription(
            local.type(), local.sdp().withCandidates(gatherer.found()).text());
  }

  @Override
  public RTCSessionDescription getRemoteDescription() {
    Applied remote = descriptions.remote();
    return remote == null
        ? null
        : new SimulatedSessionDescription(
            remote.type(), remote.sdp().withCandidates(descriptions.remoteCandidates()).text());
  }

  @Override
  public RTCSctpTransport getSctp() {
    return association.isNegotiated() ? association : null;
  }

  @Override
  public void setOnicecandidate(EventHandler<RTCPeerConnectionIceEvent> handler) {
    setHandler("icecandidate", handler);
  }

  @Override
  public void setOnicecandidateerror(EventHandler<RTCPeerConnectionIceErrorEvent> handler) {
    setHandler("icecandidateerror", handler);
  }

  @Override
  public void setOniceconnectionstatechange(EventHandler<Event> handler) {
    setHandler("iceconnectionstatechange", handler);
  }

  @Override
  public void setOnicegatheringstatechange(EventHandler<Event> handler) {
    setHandler("icegatheringstatechange", handler);
  }

  @Override
  public void setOnconnectionstatechange(EventHandler<Event> handler) {
    setHandler("connectionstatechange", handler);
  }

  @Override
  public void setOnsignalingstatechange(EventHandler<Event> handler) {
    setHandler("signalingstatechange", handler);
  }

  @Override
  public void setOnnegotiationneeded(EventHandler<Event> handler) {
    setHandler("negotiationneeded", handler);
  }

  @Override
  public void setOndatachannel(EventHandler<RTCDataChannelEvent> handler) {
    setHandler("datachannel", handler);
  }

  @Override
  public void setOntrack(EventHandler<RTCTrackEvent> handler) {
    setHandler("track", handler);
  }

  @Override
  String label() {
    return label;
  }
}
