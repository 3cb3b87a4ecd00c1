package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.webrtc.RTCDtlsTransport;
import io.github.teapeer.jso.webrtc.RTCRtpReceiver;
import io.github.teapeer.jso.webrtc.RTCStatsReport;

/** Receives a track. */
record SimulatedReceiver(SimulatedPeerConnection connection, SimulatedMediaStreamTrack track)
    implements RTCRtpReceiver {
  @Override
  public MediaStreamTrack getTrack() {
    return track;
  }

  @Override
  public RTCDtlsTransport getTransport() {
    return connection.transport();
  }

  @Override
  public Promise<RTCStatsReport> getStats() {
    return connection.getStats();
  }
}
