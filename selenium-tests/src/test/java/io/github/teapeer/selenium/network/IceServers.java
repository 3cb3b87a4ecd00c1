package io.github.teapeer.selenium.network;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values for the option {@code config} of a peer. */
public final class IceServers {
  private IceServers() {}

  /** Any way that there is. */
  public static Map<String, Object> all(Map<?, ?>... servers) {
    return Map.of("iceServers", List.of(servers));
  }

  /** No way but through TURN. */
  public static Map<String, Object> relayOnly(Map<?, ?>... servers) {
    return Map.of("iceServers", List.of(servers), "iceTransportPolicy", "relay");
  }

  /** An entry of {@code iceServers}. */
  static Map<String, Object> entry(String user, String password, String... urls) {
    return Map.of("urls", Stream.of(urls).toList(), "username", user, "credential", password);
  }
}
