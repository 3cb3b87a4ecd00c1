package io.github.teapeer.bundler.layout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** The text of a whole script, to be measured again and again. */
final class Script {
  private final List<Sequence> parts;
  private final Gaps gaps;
  private final Deflate deflate = new Deflate();
  private Draft draft;
  private Draft spare;
  private boolean isWhole;

  /**
   * A script.
   *
   * @param parts what stands in it, in this order
   * @param gaps what stands for names in the parts
   */
  Script(List<Sequence> parts, Gaps gaps) {
    this.parts = parts;
    this.gaps = gaps;
    draft = new Draft(gaps.count());
    spare = new Draft(gaps.count());
    draft.write(parts, gaps);
  }

  /** The bits that compression leaves of it. */
  int bits() {
    return deflate.bits(draft.matches);
  }

  /** Puts other names into some gaps, and measures again. */
  int rename(Collection<Integer> changed) {
    if (changed.stream().anyMatch(gap -> gaps.name(gap).length != draft.sizes[gap])) {
      return rewrite();
    }
    isWhole = false;
    long[] edits =
        changed.stream().flatMapToLong(gap -> draft.edits(gap, gaps.name(gap))).sorted().toArray();
    int[] places = new int[edits.length];
    byte[] bytes = new byte[edits.length];
    for (int i = 0; i < edits.length; i++) {
      places[i] = (int) (edits[i] >> Byte.SIZE);
      bytes[i] = (byte) edits[i];
    }
    draft.matches.change(places, bytes);
    return bits();
  }

  /**
   * A name for a gap with which a repetition that ends there would go on.
   *
   * @param gap the gap
   * @param name the name
   */
  record Hint(int gap, String name) {}

  /** Looks at a repetition, and at what ends it. */
  Optional<Hint> hint(Random random) {
    int place = random.nextInt(draft.length);
    int end = place + draft.matches.length(place);
    if (draft.matches.length(place) < Matches.SHORTEST || end >= draft.length) {
      return Optional.empty();
    }
    int earlier = end - draft.matches.distance(place);
    return random.nextBoolean() ? draft.hint(end, earlier) : draft.hint(earlier, end);
  }

  /** Writes it with its parts as they are now, and measures again. */
  int rewrite() {
    isWhole = true;
    exchange();
    draft.write(parts, gaps);
    return bits();
  }

  /** Makes it what it was before the last change. */
  void takeBack() {
    if (isWhole) {
      exchange();
    } else {
      draft.matches.takeBack();
    }
  }

  private void exchange() {
    Draft other = spare;
    spare = draft;
    draft = other;
  }

  /** A text, and where its gaps are. */
  private static final class Draft {
    private final Matches matches = new Matches();
    private final int[] sizes;

    /** The last occurrence of each gap, and the one before each occurrence. */
    private final int[] last;

    private int[] previous = new int[1 << 12];
    private int[] places = new int[1 << 12];
    private int[] names = new int[1 << 12];
    private int occurrences;
    private byte[] text = new byte[1 << 16];
    private int length;

    Draft(int gaps) {
      sizes = new int[gaps];
      last = new int[gaps];
    }

    void write(List<Sequence> parts, Gaps gaps) {
      length = 0;
      occurrences = 0;
      Arrays.fill(last, -1);
      for (Sequence part : parts) {
        for (Piece piece : part.pieces()) {
          piece.write(this::add, gap -> add(gap, gaps.name(gap)));
        }
      }
      matches.use(Arrays.copyOf(text, length));
    }

    private void add(int gap, byte[] name) {
      if (occurrences == places.length) {
        places = Arrays.copyOf(places, occurrences * 2);
        previous = Arrays.copyOf(previous, occurrences * 2);
        names = Arrays.copyOf(names, occurrences * 2);
      }
      sizes[gap] = name.length;
      places[occurrences] = length;
      names[occurrences] = gap;
      previous[occurrences] = last[gap];
      last[gap] = occurrences++;
      add(name);
    }

    private void add(byte[] bytes) {
      if (length + bytes.length > text.length) {
        text = Arrays.copyOf(text, text.length * 2 + bytes.length);
      }
      System.arraycopy(bytes, 0, text, length, bytes.length);
      length += bytes.length;
    }

    /** The gap at a place, with a name that has there what stands at another place. */
    Optional<Hint> hint(int place, int other) {
      int found = Arrays.binarySearch(places, 0, occurrences, place);
      int occurrence = found < 0 ? -found - 2 : found;
      if (occurrence < 0 || place >= places[occurrence] + sizes[names[occurrence]]) {
        return Optional.empty();
      }
      byte[] name =
          Arrays.copyOfRange(
              matches.text(), places[occurrence], places[occurrence] + sizes[names[occurrence]]);
      name[place - places[occurrence]] = matches.text()[other];
      return Optional.of(
          new Hint(names[occurrence], new String(name, StandardCharsets.ISO_8859_1)));
    }

    /** The bytes that another name in a gap changes: the place of each, and itself in 8 bits. */
    LongStream edits(int gap, byte[] name) {
      LongStream.Builder edits = LongStream.builder();
      for (int at = last[gap]; at >= 0; at = previous[at]) {
        for (int i = 0; i < name.length; i++) {
          if (matches.text()[places[at] + i] != name[i]) {
            edits.add((long) (places[at] + i) << Byte.SIZE | name[i]);
          }
        }
      }
      return edits.build();
    }
  }
}
