package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.machine.Await;
import io.github.teapeer.selenium.page.PageCall;
import io.github.teapeer.selenium.page.PageConnection;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.CallPair;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What connections report about themselves, from what each browser says in its statistics. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#ours")
@ExtendWith(StageExtension.class)
class ReportTest {
  private static final int SIZE = 200_000;
  private static final Map<String, Object> RELAY_ONLY =
      Map.of("iceServers", List.of(), "iceTransportPolicy", "relay");

  @Parameter Setting setting;

  @Test
  void aConnectionTellsItsWayTheRoundTripAndTheBytes(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of("reliable", true));
      assertDirect(ends.outgoing());
      assertDirect(ends.incoming());
      double sent = number(ends.outgoing().report(), "bytesSent");
      double received = number(ends.incoming().report(), "bytesReceived");
      ends.outgoing().send(Value.string("t".repeat(SIZE)));
      ends.incoming().takeData();
      Await.until(
          "the bytes in the statistics",
          () ->
              number(ends.outgoing().report(), "bytesSent") >= sent + SIZE
                  && number(ends.incoming().report(), "bytesReceived") >= received + SIZE);
      ends.outgoing().close();
      ends.outgoing().take("close");
      ends.incoming().take("close");
      assertThat(number(ends.outgoing().report(), "bytesSent")).isGreaterThan(sent + SIZE);
      assertThat(ends.incoming().report().get("failure")).isNull();
    }
  }

  @Test
  void aCallTellsTheSame(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      CallPair call = CallPair.establish(pair);
      call.checkAdvances();
      for (PageCall end : List.of(call.outgoing(), call.incoming())) {
        assertDirect(end);
        assertThat(number(end.report(), "bytesSent")).isPositive();
        assertThat(number(end.report(), "bytesReceived")).isPositive();
      }
      call.outgoing().close();
      call.checkClosed();
    }
  }

  /** Until the browser has measured a round trip, there is none to tell. */
  private static void assertDirect(PageConnection end) {
    Await.until("a round trip of " + end, () -> end.report().get("rtt") != null);
    Map<?, ?> report = end.report();
    assertThat(report.get("relayed")).isEqualTo(false);
    assertThat(number(report, "rtt")).isBetween(0.0, 5000.0);
    assertThat(report.get("failure")).isNull();
    for (String side : List.of("localCandidate", "remoteCandidate")) {
      Map<?, ?> candidate = (Map<?, ?>) report.get(side);
      assertThat(candidate.get("type")).as(side).isIn("host", "prflx");
      assertThat(candidate.get("protocol")).as(side).isEqualTo("udp");
      assertThat(number(candidate, "port")).as(side).isPositive();
    }
  }

  private static double number(Map<?, ?> report, String name) {
    return ((Number) report.get(name)).doubleValue();
  }

  private static PagePeer peer(PeerPair pair, Map<String, ?> config) {
    Map<String, Object> options = new HashMap<>(pair.peerOptions());
    options.put("config", config);
    PagePeer peer = pair.callerPage().createPeer("configured", null, options);
    peer.takeOpen();
    return peer;
  }

  /** Connects in vain; answers what the connection reports then. */
  private static String failure(PeerPair pair, Map<String, ?> config) {
    PagePeer caller = peer(pair, config);
    PageDataConnection outgoing = caller.connect(pair.calleeId(), Map.of("timeout", 5000));
    PageDataConnection incoming = pair.callee().takeConnection();
    outgoing.takeError();
    outgoing.take("close");
    caller.takeError();
    incoming.take("close");
    String failure = (String) outgoing.report().get("failure");
    // Firefox gives up before the time is over.
    assertThat(failure)
        .matches(
            "(The connection to %s was not open in time|Negotiation of connection to %1$s failed): .+"
                .formatted(pair.calleeId()));
    assertThat(incoming.report().get("failure")).isEqualTo("The other side closed it: " + failure);
    return failure;
  }

  @Test
  void onlyRelaysWithoutATurnServerFailInWords(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      // Firefox may give up before the candidates of the other side have come.
      assertThat(failure(pair, RELAY_ONLY))
          .matches(
              ".+: candidates here: none, there: (host|none); only relays are allowed, a TURN server"
                  + " is needed in config.iceServers");
    }
  }

  @Test
  void aTurnServerThatIsNotThereIsSaid(Stage stage) {
    String url = "turn:127.0.0.1:40999?transport=tcp";
    Map<String, String> nobody = Map.of("urls", url, "username", "user", "credential", "secret");
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      assertThat(
              failure(pair, Map.of("iceServers", List.of(nobody), "iceTransportPolicy", "relay")))
          .matches(".+: candidates here: none, there: (host|none); only relays are allowed, .+")
          .contains(url + " is not reached: 701");
    }
  }
}
