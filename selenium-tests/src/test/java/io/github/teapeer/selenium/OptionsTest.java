package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageCall;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page can say to peers and calls, and be told by them, beside sending values. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#ourSingles")
@ExtendWith(StageExtension.class)
class OptionsTest {
  @Parameter Setting setting;

  @Test
  void theOptionsHaveTheirDefaultsFilledIn(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    String defaults = page.optionsOfPeer(Map.of("port", port(stage)));
    assertThat(defaults)
        .contains("\"host\": \"localhost\"", "\"port\": " + port(stage), "\"path\": \"/\"")
        .contains("\"key\": \"peerjs\"", "\"debug\": 0", "\"pingInterval\": 5000")
        .contains("\"secure\": false", "\"referrerPolicy\": \"strict-origin-when-cross-origin\"");
    assertThat(page.optionsOfPeer(Map.of("port", port(stage), "host", "/", "path", "a/b")))
        .contains("\"host\": \"localhost\"", "\"path\": \"/a/b/\"");
    assertThat(page.optionsOfPeer(Map.of("host", "0.peerjs.com", "secure", false)))
        .contains("\"secure\": true");
    page.events().assertExhausted();
  }

  @Test
  void whatIsLoggedGoesToTheFunctionOfTheOptions(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    assertThat(page.logOfInvalidId(1, "option")).startsWith("1 ").contains("is invalid");
    assertThat(page.logOfInvalidId(0, "option")).isEmpty();
    assertThat(page.logOfInvalidId(1, "util")).startsWith("1 ").contains("is invalid");
    page.events().assertExhausted();
  }

  @Test
  void aPageMayReplaceMembersOfUtil(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    assertThat(page.replaceUtil(Map.of("port", port(stage))))
        .isEqualTo("accepted: no rule, token: of the page");
    page.events().assertExhausted();
  }

  @Test
  void constraintsReachTheOffer(Stage stage) {
    // Restarting what has not begun does no harm, and the browser is seen to be asked for it.
    Map<String, ?> options = Map.of("constraints", Map.of("iceRestart", true));
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      pair.callerPage().watchOffers();
      pair.connect(options);
      assertThat(pair.callerPage().offersSeen()).isEqualTo("[{\"iceRestart\": true}]");
      PageCall call = pair.caller().call(pair.calleeId(), options);
      PageCall incoming = pair.callee().takeCall();
      assertThat(pair.callerPage().offersSeen())
          .isEqualTo("[{\"iceRestart\": true},{\"iceRestart\": true}]");
      call.close();
      call.take("close");
      incoming.take("close");
    }
  }

  @Test
  void theIceStatesOfAConnectionAreRaised(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageDataConnection end = pair.connect(Map.of()).outgoing();
      assertThat(end.notes()).contains("iceStateChanged checking", "iceStateChanged connected");
    }
  }

  @Test
  void aCallHasItsMethodsAndProperties(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall outgoing = pair.caller().call(pair.calleeId(), Map.of());
      PageCall incoming = pair.callee().takeCall();
      incoming.answer();
      outgoing.takeStream();
      incoming.takeStream();
      outgoing.awaitFrames(1);
      incoming.awaitFrames(1);
      assertThat(outgoing.property("peer")).isEqualTo(Value.string(pair.calleeId()).description());
      assertThat(outgoing.property("connectionId")).isEqualTo(incoming.property("connectionId"));
      for (PageCall end : new PageCall[] {outgoing, incoming}) {
        assertThat(end.members("answer", "close", "on")).containsOnly("function");
        assertThat(end.members("peerConnection", "localStream", "remoteStream", "pc", "options"))
            .containsOnly("object");
        end.awaitNote("willCloseOnRemote");
        assertThat(end.notes()).contains("iceStateChanged connected");
      }
    }
  }

  private int port(Stage stage) {
    return stage.server(setting.server()).port();
  }
}
