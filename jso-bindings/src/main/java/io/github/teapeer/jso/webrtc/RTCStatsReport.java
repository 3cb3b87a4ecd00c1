package io.github.teapeer.jso.webrtc;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Statistics: a map from identifiers to dictionaries.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcstatsreport-object">WebRTC, RTCStatsReport</a>
 */
public interface RTCStatsReport extends JSObject {
  /**
   * The number of entries.
   *
   * @return the number
   */
  @JSProperty
  int getSize();

  /**
   * One entry.
   *
   * @param id its identifier
   * @return an {@link RTCStats} dictionary; {@code Values.isNull} tells whether there is none
   */
  JSObject get(String id);

  /**
   * Calls a function for every entry.
   *
   * @param consumer the function
   */
  void forEach(StatsConsumer consumer);
}
