package io.github.teapeer.client.simulation;

/** What the simulated network connects: a page or a signalling server. */
public sealed interface SimulatedHost permits SimulatedPlatform, SimulatedSignalingServer {
  /**
   * The host's name.
   *
   * @return a page's name, or a server's {@code host:port}
   */
  String name();
}
