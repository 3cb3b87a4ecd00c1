package io.github.teapeer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.binarypack.BinaryPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random values through the codec of the JVM, that of {@code peer.js}, and the one that PeerJS 1.5
 * has (peerjs-js-binarypack 2.1.0): all of them read the same from the same bytes, and write the
 * same bytes wherever PeerJS writes the right ones.
 */
final class CodecDifferenceTest {
  private static final int VALUES = 3000;
  private static final HexFormat HEX = HexFormat.of();

  @TempDir private Path folder;

  @Test
  void valuesThatPeerJsPacksRightArePackedAndReadTheSame() throws IOException {
    long seed = System.nanoTime();
    List<String> packed = packed(new Random(seed), false);
    List<String> stock = throughStock(packed, seed);
    for (int i = 0; i < packed.size(); i++) {
      assertThat(stock.get(i)).as("seed %d", seed).isEqualTo(packed.get(i) + " " + packed.get(i));
    }
  }

  /** PeerJS rounds half of all fractions while packing, but reads them all. */
  @Test
  void fractionsAreReadTheSameWhoeverPackedThem() throws IOException {
    long seed = System.nanoTime();
    for (String line : throughStock(packed(new Random(seed), true), seed)) {
      int space = line.indexOf(' ');
      Object read = BinaryPack.unpack(HEX.parseHex(line.substring(0, space)));
      assertThat(HEX.formatHex(BinaryPack.pack(read)))
          .as("seed %d", seed)
          .isEqualTo(line.substring(space + 1));
    }
  }

  private List<String> throughStock(List<String> packed, long seed) throws IOException {
    Path file = Files.writeString(folder.resolve("seed-" + seed), String.join("\n", packed));
    return Command.run(
            folder,
            "node",
            "" + Published.source("package-tests/src/test/node/codec-difference.mjs"),
            "" + Published.npm().resolve("peer.cjs"),
            "" + Published.source("package-tests/node_modules/peerjs-js-binarypack"),
            "" + file)
        .lines()
        .toList();
  }

  private static List<String> packed(Random random, boolean fractions) {
    List<String> packed = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      packed.add(HEX.formatHex(BinaryPack.pack(value(random, 4, fractions))));
    }
    return packed;
  }

  private static Object value(Random random, int depth, boolean fractions) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt() >> random.nextInt(32);
      case 3 ->
          fractions
              ? random.nextGaussian() * 1e6
              : (random.nextLong() >>> (14 + random.nextInt(30)));
      case 4 -> text(random, 70);
      case 5 -> {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        yield bytes;
      }
      case 6 -> {
        List<Object> list = new ArrayList<>();
        for (int size = random.nextInt(20); size > 0; size--) {
          list.add(value(random, depth - 1, fractions));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int size = random.nextInt(20); size > 0; size--) {
          // A letter first: JavaScript moves keys that are numbers to the front.
          map.put("k" + text(random, 20), value(random, depth - 1, fractions));
        }
        yield map;
      }
    };
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    int alphabet = random.nextInt(4);
    for (int length = random.nextInt(most); length > 0; length--) {
      switch (random.nextInt(alphabet + 1)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) random.nextInt(0x800));
        case 2 -> text.append((char) random.nextInt(0xd800));
        default -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
      }
    }
    return text.toString();
  }
}
