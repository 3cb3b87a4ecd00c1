package io.github.teapeer.binarypack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The JVM's UTF-8 of this codec beside that of the JVM itself, which differs for what is none. */
final class LongTextTest {
  @Test
  void longTextsAreTheBytesThatTheyAreInUtf8() {
    for (int length : new int[] {16_383, 16_384, 65_535, 65_536, 65_537, 200_001}) {
      String ascii = ascii(length);
      assertText(ascii);
      for (String other : List.of("é", "\u0080", "\u07ff", "日", "\uffff", "😀", "\u0000")) {
        assertText(ascii + other);
        assertText(other + ascii);
        assertText(ascii.substring(0, 2047) + other + ascii);
        assertText(ascii.substring(0, 2048) + other + ascii);
        assertText(other.repeat(length / 4));
      }
    }
  }

  @Test
  void aLoneSurrogateInALongTextBecomesTheReplacementCharacter() {
    for (int before : new int[] {64, 2046, 2047, 2048, 20_000, 70_000}) {
      for (int after : new int[] {0, 1, 70_000}) {
        for (String lone : List.of("\ud83d", "\ude00", "\ude00\ud83d", "\ud83d\ud83d")) {
          String start = ascii(before);
          String end = ascii(after);
          String expected = start + "\ufffd".repeat(lone.length()) + end;
          byte[] packed = BinaryPack.pack(start + lone + end);
          assertThat(BinaryPack.unpack(packed)).isEqualTo(expected);
          assertThat(packed).isEqualTo(packedText(expected));
        }
      }
    }
  }

  @Test
  void longTextsForOldPeersHaveSurrogates() {
    for (String text : List.of(ascii(20_000), ascii(20_000) + "😀", "日😀".repeat(9000))) {
      PackWriter out = new PackWriter(true);
      BinaryPack.write(out, text, PackLimits.defaults());
      byte[] packed = out.toByteArray();
      PackWriter expected = new PackWriter(true);
      expected.writeString(text);
      assertThat(packed).isEqualTo(expected.toByteArray());
      assertThat(BinaryPack.unpack(packed)).isEqualTo(text);
    }
  }

  @Test
  void whatIsUtf8OrCesu8IsReadAndNothingElse() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int wellFormed = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = nearlyUtf8(random);
      String expected = strictly(bytes);
      wellFormed += expected == null ? 0 : 1;
      String text = "Seed " + seed + ", text " + i + ": " + Hex.encode(bytes);
      assertRead(text, expected, bytes, random);
      // Long texts that begin like this are not left to the JVM.
      String start = "日".repeat(342);
      byte[] both = join(start.getBytes(UTF_8), bytes);
      assertRead(text + " at the end", expected == null ? null : start + expected, both, random);
    }
    assertThat(wellFormed).as("Seed %d", seed).isBetween(10_000, 90_000);
  }

  /** With nothing after it, and within more. */
  private static void assertRead(String name, String expected, byte[] bytes, Random random) {
    byte[] before = new byte[random.nextInt(3)];
    byte[] after = new byte[random.nextInt(6)];
    random.nextBytes(after);
    byte[] around = join(join(before, bytes), after);
    int end = before.length + bytes.length;
    assertThat(JvmUtf8Decoder.decode(around, before.length, end)).as(name).isEqualTo(expected);
  }

  private static byte[] join(byte[] start, byte[] end) {
    byte[] both = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, both, start.length, end.length);
    return both;
  }

  @Test
  void aTextIsReadWhereverItsOtherCharactersAre() {
    for (String tail : List.of("é", "日本", "😀".repeat(400), "\ufffd", "\ud83d", "я".repeat(600))) {
      for (int before : new int[] {0, 255, 256, 257, 5000}) {
        String text = ascii(before) + tail + ascii(2000);
        byte[] bytes = cesu8(text);
        assertThat(JvmUtf8Decoder.decode(bytes, 0, bytes.length)).isEqualTo(text);
        byte[] cut = Arrays.copyOf(bytes, cesu8(ascii(before) + tail).length - 1);
        assertThat(JvmUtf8Decoder.decode(cut, 0, cut.length)).isNull();
      }
    }
  }

  private static void assertText(String text) {
    byte[] packed = BinaryPack.pack(text);
    assertThat(packed).isEqualTo(packedText(text));
    assertThat(BinaryPack.unpack(packed)).isEqualTo(text);
    assertThat(BinaryPack.pack(List.of(1, text, 2))).hasSize(packed.length + 3);
  }

  /** The text in the JVM's UTF-8 after its header. */
  private static byte[] packedText(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    PackWriter out = new PackWriter();
    out.writeStringHeader(bytes.length);
    out.writePacked(bytes, 0, bytes.length);
    return out.toByteArray();
  }

  private static String ascii(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) (i * 7 % 128));
    }
    return text.toString();
  }

  /** Characters of all lengths, now and then damaged. */
  private static byte[] nearlyUtf8(Random random) {
    StringBuilder text = new StringBuilder();
    int[] firsts = {0, 0x80, 0x800, 0x10000, 0xd800, 0xffff, 0x10fff0};
    int kinds = 1 + random.nextInt(firsts.length);
    for (int length = random.nextInt(8); length > 0; length--) {
      text.appendCodePoint(firsts[random.nextInt(kinds)] + random.nextInt(16));
    }
    byte[] bytes = random.nextBoolean() ? cesu8(text.toString()) : text.toString().getBytes(UTF_8);
    if (bytes.length > 0 && random.nextInt(3) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      bytes = Arrays.copyOf(bytes, bytes.length - random.nextInt(2));
    }
    return bytes;
  }

  private static byte[] cesu8(String text) {
    PackWriter out = new PackWriter(true);
    out.writeString(text);
    byte[] packed = out.toByteArray();
    PackReader in = new PackReader();
    in.reset(packed, 0, packed.length);
    in.next();
    return in.binaryValue();
  }

  /**
   * By the definition: units of a surrogate's three bytes are themselves, what is between them is
   * UTF-8; null if it is not.
   */
  private static String strictly(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < bytes.length; ) {
      int size = characterSize(bytes[at]);
      if (size == 0 || at + size > bytes.length) {
        return null;
      }
      byte[] character = Arrays.copyOfRange(bytes, at, at + size);
      if (size == 3
          && character[0] == (byte) 0xed
          && (character[1] & 0xe0) == 0xa0
          && (character[2] & 0xc0) == 0x80) {
        text.append((char) (0xd000 | (character[1] & 63) << 6 | (character[2] & 63)));
      } else {
        String decoded = new String(character, UTF_8);
        if (!Arrays.equals(decoded.getBytes(UTF_8), character)) {
          return null;
        }
        text.append(decoded);
      }
      at += size;
    }
    return text.toString();
  }

  private static int characterSize(int first) {
    return first >= 0
        ? 1
        : first < -64 ? 0 : first < -32 ? 2 : first < -16 ? 3 : first < -8 ? 4 : 0;
  }
}
