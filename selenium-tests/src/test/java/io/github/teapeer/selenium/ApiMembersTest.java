package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The names that pages of every generation reach for are there, and mean what they mean to them.
 */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#ourSingles")
@ExtendWith(StageExtension.class)
class ApiMembersTest {
  private static final String[] FUNCTIONS_OF_PEER = {
    "connect", "call", "on", "disconnect", "reconnect", "destroy", "getConnection", "listAllPeers"
  };

  @Parameter Setting setting;

  @Test
  void aPeerHasItsMethodsAndProperties(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      assertThat(pair.caller().members(FUNCTIONS_OF_PEER)).containsOnly("function");
      assertThat(pair.caller().members("id", "connections", "disconnected", "destroyed", "open"))
          .containsExactly("string", "object", "boolean", "boolean", "boolean");
      assertThat(pair.caller().members("options")).containsExactly("object");
      assertThat(pair.caller().connectionCount()).isZero();
      pair.connect(Map.of());
      assertThat(pair.caller().connectionCount()).isEqualTo(1);
      assertThat(pair.callee().connectionCount()).isEqualTo(1);
    }
  }

  @Test
  void aConnectionHasItsMethodsAndProperties(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of());
      for (PageDataConnection end : List.of(ends.outgoing(), ends.incoming())) {
        assertThat(end.members("send", "close", "on")).containsOnly("function");
        assertThat(end.members("label", "peer", "serialization", "type", "id", "connectionId"))
            .containsOnly("string");
        assertThat(end.members("open", "reliable")).containsOnly("boolean");
        assertThat(end.members("dataChannel", "peerConnection", "options", "provider"))
            .containsOnly("object");
        assertThat(end.members("pc", "_dc")).containsOnly("object");
        assertThat(end.property("bufferSize")).isEqualTo(Value.number("0").description());
        assertThat(end.property("id")).isEqualTo(end.property("connectionId"));
        assertThat(end.property("label")).isEqualTo(end.property("connectionId"));
      }
    }
  }

  @Test
  void everyObjectIsAnEventEmitter(Stage stage) {
    String expected =
        """
        {"heard": [["first",1,"two"],["second",1,"two"],["first",3]],"chained": true,
        "counts": [1,1],"named": true,"silent": true,"empty": true}""";
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      DataPair ends = pair.connect(Map.of());
      assertThat(pair.caller().useEmitter()).isEqualToIgnoringWhitespace(expected);
      assertThat(ends.outgoing().useEmitter()).isEqualToIgnoringWhitespace(expected);
      assertThat(ends.incoming().useEmitter()).isEqualToIgnoringWhitespace(expected);
    }
  }

  @Test
  void anErrorThatNobodyListensToIsNotThrown(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    assertThat(page.emitUnheardError("unheard", options(stage))).isFalse();
    page.events().assertExhausted();
  }

  @Test
  void sendingBeforeOpenIsAnErrorOfTheConnection(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    PagePeer peer = page.createPeer("peer", null, options(stage));
    peer.takeOpen();
    PageDataConnection connection = peer.connect("nobody-listens", Map.of());
    connection.send(Value.string("early"));
    assertThat(connection.takeError().errorType()).isEqualTo("not-open-yet");
    connection.close();
    connection.take("close");
    page.events().assertExhausted();
  }

  @Test
  void utilHasTheDocumentedMembers(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    String browser = setting.caller().browser().toString();
    String name = browser.equals("Chromium") ? "Chrome" : browser;
    assertThat(page.global("util", "browser")).isEqualTo(Value.string(name).description());
    assertThat(page.global("peerjs", "util", "browser"))
        .isEqualTo(Value.string(name.toLowerCase(Locale.ROOT)).description());
    for (String feature :
        List.of(
            "audioVideo",
            "data",
            "binary",
            "reliable",
            "binaryBlob",
            "sctp",
            "onnegotiationneeded",
            "browser",
            "webRTC")) {
      assertThat(page.global("util", "supports", feature))
          .as(feature)
          .isEqualTo(Value.bool(true).description());
    }
    List<String> functions =
        List.of(
            "noop",
            "pack",
            "unpack",
            "validateId",
            "validateKey",
            "randomToken",
            "isSecure",
            "blobToArrayBuffer",
            "binaryStringToArrayBuffer",
            "setLogLevel",
            "setLogFunction");
    assertThat(page.globalMembers(List.of("util"), functions))
        .isEqualTo(Collections.nCopies(functions.size(), "function"));
    assertThat(
            page.globalMembers(
                List.of("util"),
                List.of(
                    "CLOUD_HOST",
                    "CLOUD_PORT",
                    "chunkedMTU",
                    "chunkedBrowsers",
                    "defaultConfig",
                    "browserVersion")))
        .containsExactly("string", "number", "number", "object", "object", "number");
    page.events().assertExhausted();
  }

  @Test
  void theFunctionsOfUtilDoWhatTheirNamesSay(Stage stage) {
    TestPage page = stage.load(setting.caller(), 0);
    assertThat(page.useUtil())
        .isEqualToIgnoringWhitespace(
            """
            {"ids": [true,true,true,true,true,true,true],
            "badIds": [false,false,false,false,false],"keys": [true,false],"tokens": true,
            "secure": false,"bytes": [97,255],"packed": {"a": [1,"b",null]},"noop": true}""");
    assertThat(page.readBlobWithUtil("tea")).isEqualTo("tea");
    page.events().assertExhausted();
  }

  private Map<String, Object> options(Stage stage) {
    return Map.of("port", stage.server(setting.server()).port());
  }
}
