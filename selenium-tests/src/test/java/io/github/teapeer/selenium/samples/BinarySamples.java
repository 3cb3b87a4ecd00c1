package io.github.teapeer.selenium.samples;

import static io.github.teapeer.selenium.page.Value.arrayBuffer;
import static io.github.teapeer.selenium.page.Value.number;
import static io.github.teapeer.selenium.page.Value.randomArrayBuffer;
import static io.github.teapeer.selenium.page.Value.string;
import static io.github.teapeer.selenium.samples.Sample.Part.BOTH;
import static io.github.teapeer.selenium.samples.Sample.Part.RECEIVER;
import static io.github.teapeer.selenium.samples.Sample.Part.SENDER;
import static io.github.teapeer.selenium.samples.Sample.becomes;
import static io.github.teapeer.selenium.samples.Sample.kept;

import io.github.teapeer.selenium.page.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the binary serialization carries. Its format has one form for all binary data, which arrives
 * as an ArrayBuffer, and none for Date, which arrives as the text that JavaScript prints.
 */
final class BinarySamples {
  private static final int SEED = 20_200_202;

  /** More than one chunk. */
  private static final int LARGE = 70_000;

  /** What every engine says of {@code null.__peerData}. */
  private static final String NULL_HAS_NO_MEMBERS = "__peerData";

  static final List<List<Sample>> GROUPS =
      Stream.concat(
              Stream.of(
                  CommonValues.all().map(Sample::kept).toList(),
                  hardNumbers(),
                  otherValues(),
                  binaryData()),
              // 1.5.5 overtakes a Blob with what is sent after it.
              blobs().stream().map(List::of))
          .toList();

  private BinarySamples() {}

  /** 1.5.5 computes the bits of a double with logarithms, and 64-bit integers in doubles. */
  private static List<Sample> hardNumbers() {
    return List.of(
        kept(number("0.30000000000000004")),
        kept(number("2.2250738585072014e-308")),
        kept(number("9007199254740992")),
        kept(number("7.999999999999999")).butStock(SENDER, number("8.00000762939453")),
        kept(number("-2147483649")).butStock(BOTH, number("-2147483648")),
        kept(number("-4294967297")).butStock(BOTH, number("-4294967296")),
        kept(number("-9007199254740991")).butStock(BOTH, number("-9007199254740992")),
        kept(number("18446744073709552000")).butStock(SENDER, number("0")),
        kept(number("1e+21")).butStockRefuses("Invalid integer"),
        kept(number("1.7976931348623157e+308")).butStockRefuses("Invalid integer"),
        kept(number("Infinity")).butStockRefuses("Invalid integer"),
        kept(number("-Infinity")).butStockRefuses("Invalid integer"),
        // What it decodes knows neither subnormal numbers nor NaN nor a negative zero.
        kept(number("NaN"))
            .butStock(SENDER, number("0"))
            .butStock(RECEIVER, number("Infinity"))
            .butStock(BOTH, number("1.1125369292536007e-308")),
        kept(number("-0"))
            .butStock(SENDER, number("0"))
            .butStock(RECEIVER, number("-1.1125369292536007e-308")),
        kept(number("5e-324"))
            .butStock(SENDER, number("-1.596672247627776e+293"))
            .butStock(RECEIVER, number("1.1125369292536007e-308")));
  }

  private static List<Sample> otherValues() {
    return List.of(
        kept(string("long ".repeat(LARGE / 5))),
        kept(Value.nothing()).butBreaksStock(NULL_HAS_NO_MEMBERS),
        becomes(Value.undefined(), Value.nothing()).butBreaksStock(NULL_HAS_NO_MEMBERS),
        becomes(Value.date(CommonValues.MOMENT), string(CommonValues.MOMENT_PRINTED)),
        becomes(
            Value.object(Map.of("at", Value.date(CommonValues.MOMENT), "no", Value.undefined())),
            Value.object(Map.of("at", string(CommonValues.MOMENT_PRINTED), "no", Value.nothing()))),
        kept(Value.object(Map.of("__proto__", string("data"))))
            .butStock(RECEIVER, Value.object(Map.of())),
        kept(Value.object(Map.of("__peerData", string("data")))).butStockSwallowsIt());
  }

  /** 1.5.5 hands out what came in chunks as it was put together, a Uint8Array. */
  private static List<Sample> binaryData() {
    byte[] bytes = {1, 2, (byte) 0xff, 4, 5, 6, 7, 8};
    return List.of(
        kept(arrayBuffer()),
        kept(arrayBuffer(bytes)),
        kept(randomArrayBuffer(SEED, 16_000)),
        kept(randomArrayBuffer(SEED, LARGE))
            .butStock(RECEIVER, Value.randomView("Uint8Array", SEED, LARGE)),
        becomes(Value.view("Uint8Array", bytes), arrayBuffer(bytes)),
        becomes(Value.view("Int16Array", bytes), arrayBuffer(bytes)),
        becomes(Value.view("Float64Array", bytes), arrayBuffer(bytes)),
        becomes(Value.view("DataView", bytes), arrayBuffer(bytes))
            .butStockRefuses("not yet supported"),
        becomes(Value.randomView("Uint8Array", SEED, LARGE), randomArrayBuffer(SEED, LARGE))
            .butStock(RECEIVER, Value.randomView("Uint8Array", SEED, LARGE)),
        kept(Value.object(Map.of("bytes", arrayBuffer(bytes)))));
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
            .butStock(RECEIVER, Value.randomView("Uint8Array", SEED, LARGE)));
  }
}
