package io.github.teapeer.jso.webrtc;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Called with every entry of an {@link RTCStatsReport}. */
@JSFunctor
@FunctionalInterface
public interface StatsConsumer extends JSObject {
  /**
   * Called with one entry.
   *
   * @param stats an {@link RTCStats} dictionary; its {@code type} says which
   * @param id its identifier
   */
  void accept(JSObject stats, String id);
}
