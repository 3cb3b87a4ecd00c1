package io.github.teapeer.selenium.samples;

import static io.github.teapeer.selenium.page.Library.PEERJS_1_5_5;
import static io.github.teapeer.selenium.page.Library.STOCK;
import static io.github.teapeer.selenium.page.Library.UP_TO_1_4;
import static io.github.teapeer.selenium.page.Value.arrayBuffer;
import static io.github.teapeer.selenium.page.Value.number;
import static io.github.teapeer.selenium.page.Value.randomArrayBuffer;
import static io.github.teapeer.selenium.page.Value.string;
import static io.github.teapeer.selenium.samples.Outcome.arrives;
import static io.github.teapeer.selenium.samples.Outcome.breaksReceiver;
import static io.github.teapeer.selenium.samples.Outcome.isRefused;
import static io.github.teapeer.selenium.samples.Outcome.vanishes;
import static io.github.teapeer.selenium.samples.Reason.CHUNKED_BUFFER;
import static io.github.teapeer.selenium.samples.Reason.DATA_VIEW;
import static io.github.teapeer.selenium.samples.Reason.DOUBLE_BITS;
import static io.github.teapeer.selenium.samples.Reason.DOUBLE_READING;
import static io.github.teapeer.selenium.samples.Reason.EMPTY_BUFFER;
import static io.github.teapeer.selenium.samples.Reason.INTEGERS;
import static io.github.teapeer.selenium.samples.Reason.LOOKS_LIKE_CHUNK;
import static io.github.teapeer.selenium.samples.Reason.NULL_MEMBERS;
import static io.github.teapeer.selenium.samples.Reason.PROTOTYPE;
import static io.github.teapeer.selenium.samples.Reason.WHOLE_BUFFER;
import static io.github.teapeer.selenium.samples.Sample.becomes;
import static io.github.teapeer.selenium.samples.Sample.kept;

import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the binary serialization carries. Its format has one form for all binary data, which arrives
 * as an ArrayBuffer, and none for Date, which arrives as the text that JavaScript prints.
 */
final class BinarySamples {
  private static final int SEED = 20_200_202;

  /** More than one chunk. */
  private static final int LARGE = 100_000;

  private static final Set<Library> FROM_1_5 = Set.of(PEERJS_1_5_5);

  /** What every engine says of {@code null.__peerData}. */
  private static final String NULL_HAS_NO_MEMBERS = "__peerData";

  static final List<List<Sample>> GROUPS =
      Stream.of(
              Stream.of(
                  CommonValues.all().map(Sample::kept).toList(),
                  hardNumbers(),
                  otherValues(),
                  binaryData()),
              // PeerJS may overtake what it reads from a Blob with what comes after it: 1.5 when it
              // sends one, 1.4 and before when it puts together what came in chunks.
              chunked().stream().map(List::of),
              blobs().stream().map(List::of))
          .flatMap(groups -> groups)
          .toList();

  private BinarySamples() {}

  private static List<Sample> hardNumbers() {
    return List.of(
        kept(number("0.30000000000000004")),
        kept(number("2.2250738585072014e-308")),
        kept(number("9007199254740992")),
        kept(number("7.999999999999999"))
            .from(STOCK, DOUBLE_BITS, arrives(number("8.00000762939453"))),
        kept(number("-2147483649")).among(STOCK, INTEGERS, arrives(number("-2147483648"))),
        kept(number("-4294967297")).among(STOCK, INTEGERS, arrives(number("-4294967296"))),
        kept(number("-9007199254740991"))
            .among(STOCK, INTEGERS, arrives(number("-9007199254740992"))),
        kept(number("18446744073709552000")).from(STOCK, INTEGERS, arrives(number("0"))),
        kept(number("1e+21")).from(STOCK, INTEGERS, isRefused("Invalid integer")),
        kept(number("1.7976931348623157e+308")).from(STOCK, INTEGERS, isRefused("Invalid integer")),
        kept(number("Infinity")).from(STOCK, INTEGERS, isRefused("Invalid integer")),
        kept(number("-Infinity")).from(STOCK, INTEGERS, isRefused("Invalid integer")),
        kept(number("NaN"))
            .from(STOCK, DOUBLE_BITS, arrives(number("0")))
            .to(STOCK, DOUBLE_READING, arrives(number("Infinity")))
            .among(STOCK, DOUBLE_READING, arrives(number("1.1125369292536007e-308"))),
        kept(number("-0"))
            .from(STOCK, INTEGERS, arrives(number("0")))
            .to(STOCK, DOUBLE_READING, arrives(number("-1.1125369292536007e-308"))),
        kept(number("5e-324"))
            .from(STOCK, DOUBLE_BITS, arrives(number("-1.596672247627776e+293")))
            .to(STOCK, DOUBLE_READING, arrives(number("1.1125369292536007e-308"))));
  }

  private static List<Sample> otherValues() {
    return List.of(
        becomes(Value.date(CommonValues.MOMENT), string(CommonValues.MOMENT_PRINTED)),
        becomes(
            Value.object(Map.of("at", Value.date(CommonValues.MOMENT), "no", Value.undefined())),
            Value.object(Map.of("at", string(CommonValues.MOMENT_PRINTED), "no", Value.nothing()))),
        kept(Value.object(Map.of("__proto__", string("data"))))
            .to(STOCK, PROTOTYPE, arrives(Value.object(Map.of()))));
  }

  private static List<Sample> binaryData() {
    byte[] bytes = {1, 2, (byte) 0xff, 4, 5, 6, 7, 8};
    Outcome wholeBuffer = arrives(Value.wholeBufferOf(bytes));
    return List.of(
        kept(arrayBuffer()).from(UP_TO_1_4, EMPTY_BUFFER, isRefused("Invalid length")),
        kept(arrayBuffer(bytes)),
        kept(randomArrayBuffer(SEED, 16_000)),
        becomes(Value.view("Uint8Array", bytes), arrayBuffer(bytes))
            .from(UP_TO_1_4, WHOLE_BUFFER, wholeBuffer),
        becomes(Value.view("Int16Array", bytes), arrayBuffer(bytes))
            .from(UP_TO_1_4, WHOLE_BUFFER, wholeBuffer),
        becomes(Value.view("Float64Array", bytes), arrayBuffer(bytes))
            .from(UP_TO_1_4, WHOLE_BUFFER, wholeBuffer),
        becomes(Value.view("DataView", bytes), arrayBuffer(bytes))
            .from(STOCK, DATA_VIEW, isRefused("not yet supported")),
        kept(Value.object(Map.of("bytes", arrayBuffer(bytes)))),
        // Begins like a chunk: a map of four whose first key has ten letters.
        kept(
            Value.object(
                Map.of(
                    "firstThing",
                    randomArrayBuffer(SEED, 500),
                    "otherThing",
                    randomArrayBuffer(SEED, 50),
                    "thirdThing",
                    number("3"),
                    "fourthItem",
                    string("four")))));
  }

  /** What travels in chunks: because it is large, or because it would not be understood else. */
  private static List<Sample> chunked() {
    Value largeBuffer = randomArrayBuffer(SEED, LARGE);
    Outcome asView = arrives(Value.randomView("Uint8Array", SEED, LARGE));
    return List.of(
        kept(string("long ".repeat(LARGE / 5))),
        kept(Value.array(string("😀 ".repeat(LARGE / 5)), number("1"))),
        kept(largeBuffer).to(FROM_1_5, CHUNKED_BUFFER, asView),
        becomes(Value.randomView("Uint8Array", SEED, LARGE), largeBuffer)
            .from(UP_TO_1_4, WHOLE_BUFFER, arrives(Value.wholeBufferOfRandomView(SEED, LARGE)))
            .to(FROM_1_5, CHUNKED_BUFFER, asView),
        kept(Value.nothing()).to(FROM_1_5, NULL_MEMBERS, breaksReceiver(NULL_HAS_NO_MEMBERS)),
        becomes(Value.undefined(), Value.nothing())
            .to(FROM_1_5, NULL_MEMBERS, breaksReceiver(NULL_HAS_NO_MEMBERS)),
        kept(Value.object(Map.of("__peerData", string("data"))))
            .to(FROM_1_5, LOOKS_LIKE_CHUNK, vanishes()));
  }

  private static List<Sample> blobs() {
    byte[] text = {'h', 'i'};
    return List.of(
        becomes(Value.blob("text/plain", text), arrayBuffer(text)),
        becomes(
            Value.object(Map.of("blob", Value.blob("text/plain", text))),
            Value.object(Map.of("blob", arrayBuffer(text)))),
        becomes(Value.randomFile("small.bin", "", SEED, 10), randomArrayBuffer(SEED, 10)),
        becomes(Value.randomFile("large.bin", "", SEED, LARGE), randomArrayBuffer(SEED, LARGE))
            .to(FROM_1_5, CHUNKED_BUFFER, arrives(Value.randomView("Uint8Array", SEED, LARGE))));
  }
}
