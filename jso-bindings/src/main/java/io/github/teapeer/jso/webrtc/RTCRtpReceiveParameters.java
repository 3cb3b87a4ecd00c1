package io.github.teapeer.jso.webrtc;

/**
 * How a track is received.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpreceiveparameters">WebRTC,
 *     RTCRtpReceiveParameters</a>
 */
public interface RTCRtpReceiveParameters extends RTCRtpParameters {}
