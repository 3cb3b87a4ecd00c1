package io.github.teapeer.selenium.samples;

import static io.github.teapeer.selenium.page.Library.PEERJS_1_5_5;
import static io.github.teapeer.selenium.page.Library.STOCK;
import static io.github.teapeer.selenium.page.Library.UP_TO_1_4;
import static io.github.teapeer.selenium.page.Value.number;
import static io.github.teapeer.selenium.page.Value.string;
import static io.github.teapeer.selenium.samples.Outcome.breaksReceiver;
import static io.github.teapeer.selenium.samples.Outcome.isReported;
import static io.github.teapeer.selenium.samples.Outcome.vanishes;
import static io.github.teapeer.selenium.samples.Reason.JSON_SIZE;
import static io.github.teapeer.selenium.samples.Reason.LOOKS_LIKE_CHUNK;
import static io.github.teapeer.selenium.samples.Reason.NULL_MEMBERS;
import static io.github.teapeer.selenium.samples.Sample.becomes;
import static io.github.teapeer.selenium.samples.Sample.kept;

import io.github.teapeer.selenium.page.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the json serialization carries: all that {@code JSON.stringify} can express. */
final class JsonSamples {
  /** More than one frame of PeerJS 1.5. */
  private static final int LARGE = 100_000;

  /** What every engine says of {@code null.__peerData}. */
  private static final String NULL_HAS_NO_MEMBERS = "__peerData";

  static final List<List<Sample>> GROUPS =
      List.of(CommonValues.all().map(Sample::kept).toList(), numbers(), otherValues());

  private JsonSamples() {}

  private static List<Sample> numbers() {
    return List.of(
        kept(number("7.999999999999999")),
        kept(number("-9007199254740991")),
        kept(number("1e+21")),
        kept(number("5e-324")),
        kept(number("1.7976931348623157e+308")),
        becomes(number("-0"), number("0")),
        becomes(number("NaN"), Value.nothing())
            .to(STOCK, NULL_MEMBERS, breaksReceiver(NULL_HAS_NO_MEMBERS)),
        becomes(number("Infinity"), Value.nothing())
            .to(STOCK, NULL_MEMBERS, breaksReceiver(NULL_HAS_NO_MEMBERS)));
  }

  private static List<Sample> otherValues() {
    byte[] bytes = {1, 2};
    Value empty = Value.object(Map.of());
    return List.of(
        kept(string("long ".repeat(3_000))),
        kept(string("long ".repeat(LARGE / 5)))
            .from(Set.of(PEERJS_1_5_5), JSON_SIZE, isReported("message-too-big")),
        kept(Value.nothing()).to(STOCK, NULL_MEMBERS, breaksReceiver(NULL_HAS_NO_MEMBERS)),
        becomes(Value.date(CommonValues.MOMENT), string(CommonValues.MOMENT)),
        becomes(
            Value.object(Map.of("at", Value.date(CommonValues.MOMENT), "no", Value.undefined())),
            Value.object(Map.of("at", string(CommonValues.MOMENT)))),
        kept(Value.object(Map.of("__proto__", string("data")))),
        kept(Value.object(Map.of("__peerData", string("data"))))
            .to(UP_TO_1_4, LOOKS_LIKE_CHUNK, vanishes()),
        becomes(Value.arrayBuffer(bytes), empty),
        becomes(Value.blob("text/plain", bytes), empty),
        becomes(
            Value.view("Uint8Array", bytes),
            Value.object(Map.of("0", number("1"), "1", number("2")))));
  }
}
