package io.github.teapeer.bundler.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** What is repeated in a text, and the bits that deflate makes of that. */
class MatchesTest {
  private static final int CHANGES = 300;

  /** A text of few words, so that most of it is repeated, now and then at length. */
  private static byte[] text(Random random, int length) {
    String[] words = {
      "a.b", "c(", "return ", "=", "a", ")", "b;", "this.", "function d(a,b){", "}"
    };
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      if (random.nextInt(60) == 0 && text.length() > 300) {
        int start = random.nextInt(text.length() - 300);
        text.append(text, start, start + 300);
      }
      text.append(words[random.nextInt(words.length)]).append((char) ('a' + random.nextInt(9)));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void assertSame(Matches changed, byte[] text, long seed) {
    Matches fresh = new Matches();
    fresh.use(text);
    assertThat(changed.text()).isEqualTo(text);
    for (int place = 0; place < text.length; place++) {
      assertThat(new int[] {changed.length(place), changed.distance(place)})
          .as("seed %d, place %d", seed, place)
          .containsExactly(fresh.length(place), fresh.distance(place));
    }
  }

  @Test
  void theLongestRepetitionIsFoundAndOfThoseTheNearest() {
    Matches matches = new Matches();
    matches.use("abcd abcd abc abcd".getBytes(StandardCharsets.US_ASCII));
    assertThat(matches.length(0)).isLessThan(Matches.SHORTEST);
    assertThat(new int[] {matches.length(5), matches.distance(5)}).containsExactly(8, 5);
    assertThat(new int[] {matches.length(10), matches.distance(10)}).containsExactly(3, 5);
    assertThat(new int[] {matches.length(14), matches.distance(14)}).containsExactly(4, 9);
  }

  @Test
  void aChangeFindsWhatAWholeNewTextWould() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] text = text(random, 1500);
    Matches matches = new Matches();
    matches.use(text);
    for (int i = 0; i < CHANGES; i++) {
      TreeMap<Integer, Byte> edits = new TreeMap<>();
      for (int j = random.nextInt(12); j >= 0; j--) {
        edits.put(random.nextInt(text.length), (byte) ('a' + random.nextInt(9)));
      }
      int[] places = edits.keySet().stream().mapToInt(place -> place).toArray();
      byte[] bytes = new byte[places.length];
      byte[] changed = text.clone();
      for (int j = 0; j < places.length; j++) {
        bytes[j] = edits.get(places[j]);
        changed[places[j]] = bytes[j];
      }
      matches.change(places, bytes);
      assertSame(matches, changed, seed);
      if (random.nextBoolean()) {
        text = changed;
      } else {
        matches.takeBack();
        assertSame(matches, text, seed);
      }
    }
  }

  @Test
  void theBitsAreThoseOfZlib() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int length : new int[] {2000, 9000, 60_000}) {
      byte[] text = text(random, length);
      Matches matches = new Matches();
      matches.use(text);
      assertThat(new Deflate().bits(matches) / 8.0)
          .as("seed %d, length %d", seed, length)
          .isCloseTo(size(text), within(3 + size(text) / 1000.0));
    }
  }

  private static int size(byte[] text) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(text);
    deflater.finish();
    int size = deflater.deflate(new byte[1 << 17]);
    deflater.end();
    return size;
  }
}
