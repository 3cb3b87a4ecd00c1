package io.github.teapeer.client.peer;

import io.github.teapeer.binarypack.BinaryPack;
import io.github.teapeer.binarypack.PackLimits;
import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.value.JavaValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Frames of a data channel that are nearly right: chunks and control messages with wrong numbers,
 * packed values that are cut off, flipped or too deep, text where bytes are expected, and noise.
 */
final class FrameMutator {
  private static final List<Object> NUMBERS =
      List.of(
          0.0,
          1.0,
          2.0,
          3.0,
          -1.0,
          1.5,
          255.0,
          2147483647.0,
          -2147483648.0,
          4294967296.0,
          1e308,
          "1",
          true,
          List.of(),
          new byte[0]);

  private final RandomGenerator random;
  private final Platform platform;
  private final MessageMutator mutator;

  FrameMutator(RandomGenerator random, Platform platform) {
    this.random = random;
    this.platform = platform;
    mutator = new MessageMutator(random, List.of("__peerData", "n", "total", "data", "type"));
  }

  /** A frame: a String or a byte[]. */
  Object next() {
    return switch (random.nextInt(12)) {
      case 0 -> noise(random.nextInt(64));
      case 1 -> new String(noise(random.nextInt(64)), StandardCharsets.UTF_16);
      case 2 -> text(mutator.mutate(random.nextBoolean() ? control() : value()));
      case 3 -> text(value()).substring(1);
      case 4 -> deep();
      case 5 -> spoil(pack(random.nextBoolean() ? chunk() : value()));
      case 6 -> packed(mutator.mutate(value()));
      case 7 -> packed(mutator.mutate(chunk()));
      case 8 -> packed(control());
      case 9 -> header();
      default -> packed(chunk());
    };
  }

  private Object packed(Object value) {
    byte[] packed = pack(value);
    return random.nextInt(8) == 0 ? spoil(packed) : packed;
  }

  /** A chunk as PeerJS has it, often with a number that does not fit. */
  Map<String, Object> chunk() {
    Map<String, Object> chunk = new LinkedHashMap<>();
    double total = random.nextInt(1, 5);
    chunk.put("__peerData", (double) random.nextInt(1, 6));
    chunk.put("n", (double) random.nextInt((int) total));
    chunk.put("total", total);
    chunk.put("data", content());
    if (random.nextInt(3) == 0) {
      chunk.put(
          List.of("__peerData", "n", "total", "data").get(random.nextInt(4)),
          NUMBERS.get(random.nextInt(NUMBERS.size())));
    }
    return chunk;
  }

  private byte[] content() {
    return switch (random.nextInt(5)) {
      case 0 -> pack(value());
      case 1 -> pack(control());
      case 2 -> (byte[]) header();
      case 3 -> noise(random.nextInt(random.nextInt(20) == 0 ? 60_000 : 600));
      default -> new byte[0];
    };
  }

  private Map<String, Object> control() {
    Map<String, Object> control = new LinkedHashMap<>();
    // Not often the one that ends everything.
    String type = List.of("abort", "flow", "abort", "flow", "Close", "x").get(random.nextInt(6));
    control.put("type", random.nextInt(40) == 0 ? "close" : type);
    control.put("n", NUMBERS.get(random.nextInt(NUMBERS.size())));
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("__peerData", control);
    return frame;
  }

  private Map<String, Object> value() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("__proto__", "text");
    value.put("constructor", List.of(1.0, "two", Map.of("length", 3.0)));
    value.put("n", 4.5);
    return value;
  }

  /** The beginning of something that says that it is large. */
  private Object header() {
    int[] kinds = {
      0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0x8f, 0x9f, 0xaf, 0xbf, 0xca, 0xcb
    };
    byte[] header = noise(5 + random.nextInt(20));
    header[0] = (byte) kinds[random.nextInt(kinds.length)];
    if (random.nextBoolean()) {
      Arrays.fill(header, 1, 5, (byte) -1);
    }
    return header;
  }

  /** Arrays within arrays, packed or as JSON. */
  private Object deep() {
    int levels = random.nextInt(1, random.nextInt(20) == 0 ? 100_000 : 1500);
    if (random.nextBoolean()) {
      byte[] deep = new byte[levels];
      Arrays.fill(deep, (byte) (random.nextBoolean() ? 0x91 : 0x81));
      return deep;
    }
    return "[".repeat(Math.min(levels, 900))
        + "]".repeat(random.nextBoolean() ? Math.min(levels, 900) : 0);
  }

  private byte[] spoil(byte[] frame) {
    ByteArrayOutputStream spoiled = new ByteArrayOutputStream();
    int at = random.nextInt(frame.length);
    spoiled.write(frame, 0, at);
    switch (random.nextInt(3)) {
      case 0 -> {
        return spoiled.toByteArray();
      }
      case 1 -> spoiled.writeBytes(noise(1 + random.nextInt(4)));
      default -> spoiled.write(frame[at] ^ (1 << random.nextInt(8)));
    }
    spoiled.write(frame, at, frame.length - at);
    return spoiled.toByteArray();
  }

  byte[] noise(int size) {
    byte[] noise = new byte[size];
    random.nextBytes(noise);
    return noise;
  }

  private String text(Object value) {
    return platform.toJson(JavaValue.of(value));
  }

  static byte[] pack(Object value) {
    PackWriter out = new PackWriter();
    BinaryPack.write(out, value, PackLimits.defaults());
    return out.toByteArray();
  }
}
