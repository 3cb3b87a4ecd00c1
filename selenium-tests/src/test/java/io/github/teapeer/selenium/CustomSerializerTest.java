package io.github.teapeer.selenium;

import static io.github.teapeer.selenium.browser.BrowserKind.CHROMIUM;
import static io.github.teapeer.selenium.browser.BrowserKind.FIREFOX;
import static io.github.teapeer.selenium.page.Library.OURS;
import static io.github.teapeer.selenium.page.Library.PEERJS_1_5_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.SerializingPair;
import io.github.teapeer.selenium.stage.SerializingSide;
import io.github.teapeer.selenium.stage.Side;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Serializers that a page writes itself: classes that extend our connection classes. */
@ExtendWith(StageExtension.class)
class CustomSerializerTest {
  private static final Map<String, String> LINES = Map.of("serialization", "JsonLines");
  private static final Value VALUE =
      Value.object(
          Map.of(
              "text",
              Value.string("日本 😀\n"),
              "list",
              Value.array(Value.nothing(), Value.bool(true))));

  private static SerializingSide ours(String kind, BrowserKind browser) {
    return new SerializingSide(kind, new Side(OURS, browser));
  }

  private static void exchange(PageDataConnection sender, PageDataConnection receiver) {
    Value large = Value.string("0123456789".repeat(15_000));
    for (Value value : new Value[] {VALUE, large, Value.nothing(), Value.number("1")}) {
      sender.send(value);
      assertThat(receiver.takeData()).isEqualTo(value.description());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lines-on-the-script, CHROMIUM, lines-on-the-script, FIREFOX",
    "lines-on-the-script, FIREFOX, lines-buffered, CHROMIUM",
    "lines-buffered, CHROMIUM, lines-streamed, FIREFOX",
    "lines-streamed, FIREFOX, lines-on-the-script, CHROMIUM",
    "lines-streamed, CHROMIUM, lines-streamed, CHROMIUM",
    "lines-buffered, FIREFOX, lines-buffered, FIREFOX",
  })
  void valuesPassBothWaysAndTheCloseIsSeenOnceByBoth(
      String from, BrowserKind fromBrowser, String to, BrowserKind toBrowser, Stage stage) {
    try (SerializingPair pair =
        SerializingPair.open(stage, ours(from, fromBrowser), ours(to, toBrowser))) {
      DataPair ends = pair.connect(LINES);
      for (PageDataConnection end : new PageDataConnection[] {ends.outgoing(), ends.incoming()}) {
        assertThat(end.property("serialization"))
            .isEqualTo(Value.string("JsonLines").description());
        assertThat(end.property("type")).isEqualTo(Value.string("data").description());
        assertThat(end.property("open")).isEqualTo(Value.bool(true).description());
      }
      exchange(ends.outgoing(), ends.incoming());
      exchange(ends.incoming(), ends.outgoing());
      ends.incoming().close();
      ends.incoming().take("close");
      ends.outgoing().take("close");
      assertThat(pair.caller().connectionCount()).isZero();
      assertThat(pair.callee().connectionCount()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = BrowserKind.class,
      names = {"CHROMIUM", "FIREFOX"})
  void aPeerThatDoesNotKnowTheSerializationGetsTheFrames(BrowserKind browser, Stage stage) {
    try (SerializingPair pair =
        SerializingPair.open(stage, ours("lines-buffered", CHROMIUM), ours("plain", browser))) {
      DataPair ends = pair.connect(LINES);
      ends.outgoing().send(Value.number("1"));
      assertThat(ends.incoming().takeData())
          .isEqualTo(Value.arrayBuffer((byte) '1', (byte) '\n').description());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = BrowserKind.class,
      names = {"CHROMIUM", "FIREFOX"})
  void anUnknownSerializationIsRawForPeerJsToo(BrowserKind browser, Stage stage) {
    SerializingSide stock = new SerializingSide("plain", new Side(PEERJS_1_5_5, FIREFOX));
    try (SerializingPair pair = SerializingPair.open(stage, ours("plain", browser), stock)) {
      for (String name : new String[] {"constructor", "__proto__", "unheard-of"}) {
        DataPair ends = pair.connect(Map.of("serialization", name));
        ends.outgoing().send(Value.string("as it is"));
        assertThat(ends.incoming().takeData()).isEqualTo(Value.string("as it is").description());
        ends.outgoing().close();
        ends.outgoing().take("close");
        ends.incoming().take("close");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = BrowserKind.class,
      names = {"CHROMIUM", "FIREFOX"})
  void aPeerThatIsNotThereFailsTheConnectionOfAForeignClass(BrowserKind browser, Stage stage) {
    try (SerializingPair pair =
        SerializingPair.open(stage, ours("peerjs-msgpack", browser), ours("plain", CHROMIUM))) {
      PagePeer caller = pair.caller();
      PageDataConnection connection = caller.connect("nobody", Map.of("serialization", "MsgPack"));
      String message = "Could not connect to peer nobody";
      assertThat(connection.take("error").arguments())
          .containsExactly(Value.error("peer-unavailable", message).description());
      assertThat(caller.take("error").arguments())
          .containsExactly(Value.error("peer-unavailable", message).description());
      assertThat(caller.connectionCount()).isZero();
    }
  }
}
