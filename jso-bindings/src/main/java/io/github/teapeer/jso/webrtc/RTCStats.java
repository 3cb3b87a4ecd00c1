package io.github.teapeer.jso.webrtc;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * One entry of an {@link RTCStatsReport}.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcstats-dictionary">WebRTC, RTCStats</a>
 */
public interface RTCStats extends JSObject {
  /** {@return the identifier, the same in all reports of a connection} */
  @JSProperty
  String getId();

  /**
   * {@return what it is about, such as {@code candidate-pair}; this says which dictionary it is}
   */
  @JSProperty
  String getType();

  /** {@return when it was so, in milliseconds since 1970} */
  @JSProperty
  double getTimestamp();
}
