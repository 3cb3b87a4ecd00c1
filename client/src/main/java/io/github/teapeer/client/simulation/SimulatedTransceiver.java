package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.webrtc.RTCRtpReceiver;
import io.github.teapeer.jso.webrtc.RTCRtpSender;
import io.github.teapeer.jso.webrtc.RTCRtpTransceiver;
import java.util.ArrayList;
import java.util.List;

/** A sender and a receiver that share a media section. */
final class SimulatedTransceiver implements RTCRtpTransceiver {
  private final SimulatedPeerConnection connection;
  private final String kind;
  private final boolean addedByTrack;
  private final SimulatedSender sender;
  private final SimulatedReceiver receiver;

  /** The streams that the received track is part of. */
  private final List<SimulatedMediaStream> receivedIn = new ArrayList<>();

  private MediaDirection direction;
  private MediaDirection currentDirection;
  private String proposedMid;
  private String mid;
  private boolean receiving;
  private boolean stopped;

  SimulatedTransceiver(
      SimulatedPeerConnection connection,
      String kind,
      MediaDirection direction,
      boolean addedByTrack,
      String receiverTrackId) {
    this.connection = connection;
    this.kind = kind;
    this.direction = direction;
    this.addedByTrack = addedByTrack;
    sender = new SimulatedSender(connection, this);
    receiver =
        new SimulatedReceiver(
            connection,
            new SimulatedMediaStreamTrack(
                connection.page(), kind, receiverTrackId, this::remoteTrack));
  }

  private SimulatedMediaStreamTrack remoteTrack() {
    return receiving && mid != null ? connection.trackSentByOther(mid) : null;
  }

  String kind() {
    return kind;
  }

  SimulatedSender sender() {
    return sender;
  }

  SimulatedReceiver receiver() {
    return receiver;
  }

  List<SimulatedMediaStream> receivedIn() {
    return receivedIn;
  }

  MediaDirection direction() {
    return direction;
  }

  void setDirection(MediaDirection newDirection) {
    direction = newDirection;
    connection.updateNegotiationNeeded();
  }

  MediaDirection currentDirection() {
    return currentDirection;
  }

  void setCurrentDirection(MediaDirection negotiated) {
    currentDirection = negotiated;
  }

  boolean isReceiving() {
    return receiving;
  }

  void setReceiving(boolean newReceiving) {
    receiving = newReceiving;
  }

  boolean isStopped() {
    return stopped;
  }

  void proposeMid(String proposal) {
    proposedMid = proposal;
  }

  String proposedMid() {
    return proposedMid;
  }

  void associate(String negotiated) {
    mid = negotiated;
  }

  /** Whether a remote section of this kind may be put together with this transceiver. */
  boolean isFreeFor(String sectionKind) {
    return mid == null && addedByTrack && !stopped && kind.equals(sectionKind);
  }

  @Override
  public String getMid() {
    return mid;
  }

  @Override
  public RTCRtpSender getSender() {
    return sender;
  }

  @Override
  public RTCRtpReceiver getReceiver() {
    return receiver;
  }

  @Override
  public String getDirection() {
    return stopped ? "stopped" : direction.word();
  }

  @Override
  public void setDirection(String word) {
    if (stopped) {
      throw DomException.invalidState("The transceiver is stopped");
    }
    setDirection(MediaDirection.ofWord(word));
  }

  @Override
  public String getCurrentDirection() {
    return currentDirection == null ? null : currentDirection.word();
  }

  @Override
  public void stop() {
    if (!stopped) {
      stopped = true;
      receiver.track().end();
      connection.updateNegotiationNeeded();
    }
  }
}
