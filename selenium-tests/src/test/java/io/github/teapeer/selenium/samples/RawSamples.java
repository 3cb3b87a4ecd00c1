package io.github.teapeer.selenium.samples;

import static io.github.teapeer.selenium.page.Value.arrayBuffer;
import static io.github.teapeer.selenium.samples.Sample.becomes;
import static io.github.teapeer.selenium.samples.Sample.kept;

import io.github.teapeer.selenium.page.Value;
import java.util.List;
import java.util.stream.Stream;

/** What the raw serialization carries: strings and bytes, as the data channel does. */
final class RawSamples {
  private static final int SEED = 20_200_202;

  /** More than PeerJS's chunks, less than any browser's largest message. */
  private static final int LARGE = 100_000;

  static final List<List<Sample>> GROUPS =
      Stream.concat(
              Stream.of(strings(), binaryData()),
              // A Blob must be read before it is sent, which takes no part in this order.
              Stream.of(
                  List.of(becomes(Value.blob("text/plain", (byte) 7), arrayBuffer((byte) 7)))))
          .toList();

  private RawSamples() {}

  private static List<Sample> strings() {
    return Stream.concat(
            CommonValues.strings().stream().map(Sample::kept),
            Stream.of(
                kept(Value.string("long ".repeat(LARGE / 5))),
                becomes(Value.number("1.5"), Value.string("1.5")),
                becomes(Value.bool(true), Value.string("true"))))
        .toList();
  }

  private static List<Sample> binaryData() {
    byte[] bytes = {1, 2, (byte) 0xff, 4, 5, 6, 7, 8};
    return List.of(
        kept(arrayBuffer(bytes)),
        kept(Value.randomArrayBuffer(SEED, LARGE)),
        becomes(Value.view("Uint8Array", bytes), arrayBuffer(bytes)),
        becomes(Value.view("Float64Array", bytes), arrayBuffer(bytes)),
        becomes(Value.view("DataView", bytes), arrayBuffer(bytes)));
  }
}
