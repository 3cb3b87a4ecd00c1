package io.github.teapeer.client.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows which ICE agent a generation of candidates belongs to. */
final class IceFabric {
  private final Map<String, IceAgent> agents = new LinkedHashMap<>();

  void register(String ufrag, IceAgent agent) {
    agents.put(ufrag, agent);
  }

  void unregister(IceAgent agent) {
    agents.values().removeIf(known -> known == agent);
  }

  /** The agent that a generation belongs to, or null. */
  IceAgent find(String ufrag) {
    return agents.get(ufrag);
  }

  /** Who reaches whom may have changed. */
  void evaluate() {
    List<IceAgent> all = new ArrayList<>(agents.values());
    all.stream().distinct().forEach(IceAgent::evaluate);
  }
}
