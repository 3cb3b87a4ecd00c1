package io.github.teapeer.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.platform.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The option {@code limits} of a page. */
@ParameterizedClass
@ValueSource(strings = {"peer.js", "peer.min.js"})
final class PeerLimitsTest {
  /** A page whose sockets the test answers. */
  private static final String PAGE =
      """
      globalThis.RTCPeerConnection = class { constructor() { tell("a peer connection"); } };
      const sent = [];
      globalThis.WebSocket = class {
        readyState = 0;
        constructor() { globalThis.socket = this; }
        send(text) { sent.push(JSON.parse(text)); }
        close() {}
        receive(message) { this.onmessage({ data: JSON.stringify(message) }); }
        open() { this.readyState = 1; this.onopen(); this.receive({ type: "OPEN" }); }
      };
      load();
      const logFunction = (level, ...rest) => tell(rest.join(" "));
      const newPeer = limits => new Peer("ann", { host: "localhost", port: 1, debug: 2, logFunction, limits });
      """;

  private final String name;

  PeerLimitsTest(String name) {
    this.name = name;
  }

  private String run(String module) {
    // A peer that is open sends heartbeats for ever.
    return Node.plain().run(Webjar.file(name), PAGE + module + "\nprocess.exit(0);");
  }

  @Test
  void theDefaultsAreThoseOfTheJavaApi() {
    String defaults = Limits.defaults().toString().replaceAll("(\\w+)=(\\d+)", "\"$1\":$2");
    String told = run("tell(newPeer().options.limits); tell(newPeer({}).options.limits);");
    assertThat(told.lines())
        .hasSize(2)
        .allSatisfy(limits -> assertThat(members(limits)).hasSameElementsAs(members(defaults)));
  }

  /** What is between the braces, in whatever order it is. */
  private static List<String> members(String object) {
    return List.of(object.replaceAll("[{}]", "").split(", ?", -1));
  }

  @Test
  void aPageSaysWhatIsDifferent() {
    assertThat(
            run(
                """
                const limits = { connections: 5, incompleteTime: Infinity, messageSize: undefined };
                const { connections, incompleteTime, messageSize } = newPeer(limits).options.limits;
                tell([connections, incompleteTime, messageSize, Object.keys(limits).length]);
                """))
        .isEqualTo("[5,2147483647,1342177280,3]");
  }

  @Test
  void whatIsNoLimitIsATypeError() {
    assertThat(
            run(
                """
                const wrong = [{ connections: -1 }, { connections: "5" }, { connections: NaN }, { connections: [] },
                  { conections: 5 }, { constructor: 5 }, { toString: 5 }, JSON.parse('{"__proto__": 5}'), "5"];
                for (const limits of wrong) {
                  try { newPeer(limits); tell("accepted"); } catch (error) { tell(error.name + " " + error.message); }
                }
                """))
        .isEqualTo(
            """
            "TypeError Invalid connections"
            "TypeError Invalid connections"
            "TypeError Invalid connections"
            "TypeError Invalid connections"
            "TypeError Invalid conections"
            "TypeError Invalid constructor"
            "TypeError Invalid toString"
            "TypeError Invalid __proto__"
            "TypeError Invalid 0\"""");
  }

  @Test
  void whatIsBeyondALimitIsRefused() {
    assertThat(
            run(
                """
                const peer = newPeer({ connections: 1 });
                peer.on("call", call => tell("call"));
                peer.on("connection", call => tell("connection"));
                socket.open();
                const offer = (type, connectionId) => socket.receive(
                  { type: "OFFER", src: "ben", payload: { type, connectionId, teapeer: { v: 1 } } });
                offer("media", "a");
                offer("data", "b");
                tell(sent.map(({ type, payload }) => [type, payload.connectionId, payload.teapeer.end]));
                tell(Object.keys(peer.connections));
                """))
        .isEqualTo(
            """
            "call"
            "Too many connections of ben"
            [["CANDIDATE","b","rejected"]]
            ["ben"]""");
  }
}
