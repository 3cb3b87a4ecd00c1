package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.MessageEvent;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCDataChannelEvent;
import io.github.teapeer.jso.webrtc.RTCIceCandidate;
import io.github.teapeer.jso.webrtc.RTCPeerConnectionIceErrorEvent;
import io.github.teapeer.jso.webrtc.RTCPeerConnectionIceEvent;
import io.github.teapeer.jso.webrtc.RTCRtpReceiver;
import io.github.teapeer.jso.webrtc.RTCRtpTransceiver;
import io.github.teapeer.jso.webrtc.RTCTrackEvent;
import io.github.teapeer.jso.websocket.CloseEvent;
import org.teavm.jso.JSObject;

/** The events of a simulated page. */
record SimulatedEvent(String getType) implements Event {
  record Message(JSObject getData) implements MessageEvent {
    @Override
    public String getType() {
      return "message";
    }
  }

  record Close(int getCode, String getReason, boolean isWasClean) implements CloseEvent {
    @Override
    public String getType() {
      return "close";
    }
  }

  record DataChannel(RTCDataChannel getChannel) implements RTCDataChannelEvent {
    @Override
    public String getType() {
      return "datachannel";
    }
  }

  record IceCandidate(RTCIceCandidate getCandidate) implements RTCPeerConnectionIceEvent {
    @Override
    public String getType() {
      return "icecandidate";
    }
  }

  record IceError(String getUrl, int getErrorCode, String getErrorText)
      implements RTCPeerConnectionIceErrorEvent {
    @Override
    public String getType() {
      return "icecandidateerror";
    }
  }

  record Track(
      MediaStreamTrack getTrack,
      RTCRtpReceiver getReceiver,
      Sequence<MediaStream> getStreams,
      RTCRtpTransceiver getTransceiver)
      implements RTCTrackEvent {
    @Override
    public String getType() {
      return "track";
    }
  }
}
