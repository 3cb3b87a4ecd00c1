package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.webrtc.RTCStatsReport;
import io.github.teapeer.jso.webrtc.StatsConsumer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teavm.jso.JSObject;

/** Statistics, with the entries that tell which way a connection takes. */
final class SimulatedStatsReport implements RTCStatsReport {
  private final Map<String, JSObject> entries = new LinkedHashMap<>();

  /** Starts an entry; what it says beyond id and type is put into the map. */
  Map<String, Object> entry(String id, String type) {
    Map<String, Object> stats = new LinkedHashMap<>();
    stats.put("id", id);
    stats.put("type", type);
    entries.put(id, JavaValue.of(stats));
    return stats;
  }

  void candidate(String id, String type, String kind, String address) {
    Map<String, Object> stats = entry(id, type);
    stats.put("candidateType", kind);
    stats.put("protocol", "udp");
    stats.put("address", address);
  }

  @Override
  public int getSize() {
    return entries.size();
  }

  @Override
  public JSObject get(String id) {
    return entries.get(id);
  }

  @Override
  public void forEach(StatsConsumer consumer) {
    entries.forEach((id, stats) -> consumer.accept(stats, id));
  }
}
