package io.github.teapeer.bundler.layout;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
      }
      sizes[gap] = name.length;
      places[occurrences] = length;
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
