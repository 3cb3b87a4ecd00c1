package io.github.teapeer.selenium.samples;

import static io.github.teapeer.selenium.samples.Sample.becomes;
import static io.github.teapeer.selenium.samples.Sample.kept;

import io.github.teapeer.selenium.page.Description;
import io.github.teapeer.selenium.page.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What MessagePack carries. Binary data arrives as a Uint8Array. */
public final class MsgPackSamples {
  private static final int SEED = 20_200_203;

  private MsgPackSamples() {}

  /**
   * Values that only ours carries: null ends PeerJS 1.5.5's reading, it sends {} for the others.
   */
  public static List<Sample> ours() {
    byte[] bytes = {1, 2, (byte) 0xff, 4};
    Value view = Value.view("Uint8Array", bytes);
    return List.of(
        kept(Value.nothing()),
        becomes(Value.undefined(), Value.nothing()),
        kept(Value.number("-0")),
        becomes(Value.arrayBuffer(bytes), view),
        becomes(Value.blob("text/plain", bytes), view),
        becomes(
            Value.randomFile("large.bin", "", SEED, 3_000_000),
            Value.randomView("Uint8Array", SEED, 3_000_000)),
        becomes(
            Value.object(Map.of("blob", Value.blob("text/plain", bytes))),
            Value.object(Map.of("blob", view))),
        kept(Value.object(Map.of("__proto__", Value.string("data")))),
        kept(Value.number("1")));
  }

  /** Values that all libraries carry. They may be sent one after the other without waiting. */
  public static List<Sample> common() {
    byte[] bytes = {1, 2, (byte) 0xff, 4};
    Stream<Sample> others =
        Stream.of(
            kept(Value.string("long 日本 ".repeat(20_000))),
            kept(Value.number("7.999999999999999")),
            kept(Value.number("-9007199254740991")),
            kept(Value.number("1.7976931348623157e+308")),
            kept(Value.number("-Infinity")),
            kept(Value.number("NaN")),
            kept(Value.date(CommonValues.MOMENT)),
            kept(Value.object(Map.of("at", Value.date("1969-12-31T23:59:59.999Z")))),
            kept(Value.object(Map.of("__peerData", Value.string("data")))),
            becomes(
                Value.object(Map.of("no", Value.undefined())),
                Value.object(Map.of("no", Value.nothing()))),
            kept(Value.view("Uint8Array")),
            kept(Value.view("Uint8Array", bytes)),
            becomes(Value.view("Int16Array", bytes), Value.view("Uint8Array", bytes)),
            kept(Value.randomView("Uint8Array", SEED, 100_000)));
    return Stream.concat(CommonValues.all().map(Sample::kept), others).toList();
  }

  /** What must become of a sample, whatever the libraries. */
  public static Description received(Sample sample) {
    return ((Outcome.Arrives) sample.meant()).value().description();
  }
}
