package io.github.teapeer.client.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.jso.value.JavaValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ICE servers as they were written over the years, and as browsers take them. */
class IceConfigurationTest {
  private static Object normalised(String credential, Object... servers) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("iceServers", Arrays.asList(servers));
    Map<?, ?> result =
        (Map<?, ?>)
            JavaValue.unwrap(
                IceConfiguration.normalise(JavaValue.of(config), "key$me", credential));
    return result.get("iceServers");
  }

  private static Map<String, Object> server(Object... keysAndValues) {
    Map<String, Object> server = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      server.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return server;
  }

  private static void assertServer(Object given, Map<String, Object> expected) {
    Map<String, Object> found = new LinkedHashMap<>();
    ((Map<?, ?>) ((List<?>) normalised(null, given)).get(0))
        .forEach((key, value) -> found.put((String) key, value));
    found.remove("url");
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void theFormsOfTheDocumentation() {
    assertServer(
        server("url", "stun:stun.skyway.io:3478"), server("urls", "stun:stun.skyway.io:3478"));
    assertServer(
        server("url", "turn:homeo@turn.bistri.com:80", "credential", "homeo"),
        server("urls", "turn:turn.bistri.com:80", "credential", "homeo", "username", "homeo"));
  }

  @Test
  void urlsMayBeSeveralAndAServerMayBeAUrl() {
    assertServer("stun:a", server("urls", "stun:a"));
    assertServer(
        server("urls", List.of("turn:u@a?transport=udp", "turns:u@a:443"), "credential", "c"),
        server(
            "urls",
            List.of("turn:a?transport=udp", "turns:a:443"),
            "credential",
            "c",
            "username",
            "u"));
    assertServer(
        server("url", List.of("stun:a", "stun:b")), server("urls", List.of("stun:a", "stun:b")));
  }

  @Test
  void aUserMayHaveAnAtAndAnExplicitUserIsKept() {
    assertServer(
        server("url", "turn:me@home.org@turn.org", "credential", "c"),
        server("urls", "turn:turn.org", "credential", "c", "username", "me@home.org"));
    assertServer(
        server("url", "turn:me@turn.org", "username", "you", "credential", "c"),
        server("urls", "turn:turn.org", "username", "you", "credential", "c"));
  }

  @Test
  void whatIsUpToDateStaysAsItIs() {
    Map<String, Object> modern =
        server("urls", "turn:a", "username", "u", "credential", "c", "credentialType", "password");
    assertServer(modern, modern);
  }

  @Test
  void theServersCredentialGoesToTurnServersThatHaveNone() {
    assertThat(
            normalised(
                "s",
                server("urls", "stun:a"),
                server("urls", "turn:a"),
                server("url", "turn:u@a"),
                server("urls", "turn:a", "username", "u", "credential", "c")))
        .isEqualTo(
            List.of(
                server("urls", "stun:a"),
                server("urls", "turn:a", "credential", "s", "username", "key$me"),
                server("url", "turn:u@a", "username", "u", "credential", "s", "urls", "turn:a"),
                server("urls", "turn:a", "username", "u", "credential", "c")));
  }

  @Test
  void anEmptyCredentialIsNone() {
    assertThat(normalised("", server("urls", "turn:a")))
        .isEqualTo(List.of(server("urls", "turn:a")));
  }

  @Test
  void theCallersConfigurationIsNotChanged() {
    Map<String, Object> server = server("url", "turn:u@a");
    Map<String, Object> before = new LinkedHashMap<>(server);
    normalised("s", server);
    assertThat(server).isEqualTo(before);
  }

  @Test
  void whatIsNoConfigurationIsLeftToThePlatform() {
    assertThat(IceConfiguration.normalise(JavaValue.of("x"), null, null))
        .isEqualTo(JavaValue.of("x"));
    assertThat(IceConfiguration.normalise(null, null, null)).isEqualTo(JavaValue.of(Map.of()));
    assertThat(normalised(null, 5.0)).isEqualTo(List.of(5.0));
    assertThat(normalised(null, server("url", 5.0)))
        .isEqualTo(List.of(server("url", 5.0, "urls", 5.0)));
  }
}
