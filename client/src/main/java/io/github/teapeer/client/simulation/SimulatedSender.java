package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.webrtc.RTCRtpSender;
import io.github.teapeer.jso.webrtc.RTCStatsReport;
import org.teavm.jso.JSObject;

/** Sends a track. */
final class SimulatedSender implements RTCRtpSender {
  private final SimulatedPeerConnection connection;
  private final SimulatedTransceiver transceiver;
  private MediaStreamTrack track;
  private String stream;
  private boolean used;

  SimulatedSender(SimulatedPeerConnection connection, SimulatedTransceiver transceiver) {
    this.connection = connection;
    this.transceiver = transceiver;
  }

  SimulatedTransceiver transceiver() {
    return transceiver;
  }

  /** The id of the stream that the track is part of, or null. */
  String stream() {
    return stream;
  }

  /** Whether it ever sent, after which a new track needs another sender. */
  boolean isUsed() {
    return used;
  }

  void markUsed() {
    used = true;
  }

  void setTrack(MediaStreamTrack newTrack, String newStream) {
    track = newTrack;
    stream = newStream;
  }

  @Override
  public MediaStreamTrack getTrack() {
    return track;
  }

  @Override
  public Promise<JSObject> replaceTrack(MediaStreamTrack withTrack) {
    if (withTrack != null && !withTrack.getKind().equals(transceiver.kind())) {
      SimulatedPromise<JSObject> refused = connection.page().newPromise();
      refused.reject(DomException.typeError("The track is of another kind"));
      return refused;
    }
    return connection
        .operations()
        .chain(
            "replaceTrack",
            () -> {
              if (transceiver.isStopped()) {
                throw DomException.invalidState("The transceiver is stopped");
              }
              track = withTrack;
              return null;
            });
  }

  @Override
  public Promise<RTCStatsReport> getStats() {
    return connection.getStats();
  }
}
