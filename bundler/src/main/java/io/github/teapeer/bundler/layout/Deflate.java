package io.github.teapeer.bundler.layout;

import java.util.Arrays;

/**
 * How many bits {@code gzip -9} makes of a text (RFC 1951), but for a few: one block, with codes of
 * its own. It decides what is a repetition as zlib does, which the RFC leaves open.
 */
final class Deflate {
  private static final int END_OF_BLOCK = 256;
  private static final int FIRST_LENGTH = 257;

  /** Three bytes further back than this are cheaper as they are. */
  private static final int FAR_FOR_SHORTEST = 4096;

  private static final int[] LENGTH_CODES = new int[Matches.LONGEST + 1];
  private static final int[] LENGTH_EXTRA = new int[29];
  private static final int[] DISTANCE_CODES = new int[32769];
  private static final int[] DISTANCE_EXTRA = new int[30];

  /** The order in which the lengths of the codes of code lengths are written. */
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  static {
    int length = Matches.SHORTEST;
    for (int code = 0; code < 28; code++) {
      LENGTH_EXTRA[code] = code < 8 ? 0 : code / 4 - 1;
      for (int end = length + (1 << LENGTH_EXTRA[code]); length < end; length++) {
        LENGTH_CODES[Math.min(length, Matches.LONGEST)] = code;
      }
    }
    LENGTH_CODES[Matches.LONGEST] = 28;
    int distance = 1;
    for (int code = 0; code < DISTANCE_EXTRA.length; code++) {
      DISTANCE_EXTRA[code] = code < 4 ? 0 : code / 2 - 1;
      for (int end = distance + (1 << DISTANCE_EXTRA[code]); distance < end; distance++) {
        DISTANCE_CODES[distance] = code;
      }
    }
  }

  private final int[] symbols = new int[286];
  private final int[] distances = new int[30];
  private int extra;

  /** The bits that a text takes. */
  int bits(Matches matches) {
    Arrays.fill(symbols, 0);
    Arrays.fill(distances, 0);
    extra = 0;
    symbols[END_OF_BLOCK] = 1;
    divide(matches);
    Huffman texts = Huffman.of(symbols);
    Huffman backs = Huffman.of(distances);
    return texts.bits() + backs.bits() + extra + header(texts.lengths(257), backs.lengths(1));
  }

  /** Divides a text into bytes and repetitions; one is put off if a longer one begins next. */
  private void divide(Matches matches) {
    byte[] text = matches.text();
    int length = 0;
    int distance = 0;
    boolean pending = false;
    int place = 0;
    while (place < text.length) {
      int before = length;
      int beforeDistance = distance;
      length = before;
      if (before < Matches.LONGEST && matches.length(place) > Math.max(before, 2)) {
        length = matches.length(place);
        distance = matches.distance(place);
        if (length == Matches.SHORTEST && distance > FAR_FOR_SHORTEST) {
          length = 0;
        }
      }
      if (before >= Matches.SHORTEST && length <= before) {
        int code = LENGTH_CODES[before];
        int back = DISTANCE_CODES[beforeDistance];
        symbols[FIRST_LENGTH + code]++;
        distances[back]++;
        extra += LENGTH_EXTRA[code] + DISTANCE_EXTRA[back];
        place += before - 1;
        pending = false;
        length = 0;
      } else {
        if (pending) {
          symbols[text[place - 1]]++;
        }
        pending = true;
        place++;
      }
    }
    if (pending) {
      symbols[text[text.length - 1]]++;
    }
  }

  /** The bits that tell what the codes are. */
  private static int header(int[] texts, int[] backs) {
    int[] uses = new int[19];
    int bits = runs(texts, uses) + runs(backs, uses);
    Huffman codes = Huffman.of(uses);
    int[] lengths = codes.lengths(0);
    int count = ORDER.length;
    while (count > 4 && (ORDER[count - 1] >= lengths.length || lengths[ORDER[count - 1]] == 0)) {
      count--;
    }
    return 3 + 5 + 5 + 4 + count * 3 + bits + codes.bits();
  }

  /** Counts what describes the lengths of codes, and the bits besides. */
  private static int runs(int[] lengths, int[] uses) {
    int bits = 0;
    for (int start = 0, end; start < lengths.length; start = end) {
      int length = lengths[start];
      end = start;
      while (end < lengths.length && lengths[end] == length) {
        end++;
      }
      int rest = end - start;
      if (length > 0) {
        uses[length]++;
        rest--;
      }
      int most = length > 0 ? 6 : 138;
      while (rest >= (length > 0 ? 3 : 11)) {
        uses[length > 0 ? 16 : 18]++;
        bits += length > 0 ? 2 : 7;
        rest -= Math.min(rest, most);
      }
      if (length == 0 && rest >= 3) {
        uses[17]++;
        bits += 3;
        rest = 0;
      }
      uses[length] += rest;
    }
    return bits;
  }
}
