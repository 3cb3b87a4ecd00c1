package io.github.teapeer.bundler.layout;

import java.util.Arrays;
import java.util.BitSet;

/**
 * For each place of a text the longest repetition of what came before, as deflate looks for it (RFC
 * 1951): at least three bytes, not too far back, the nearest of several. A text of which some bytes
 * change need not be looked at as a whole again.
 */
final class Matches {
  static final int SHORTEST = 3;
  static final int LONGEST = 258;

  /** How far back zlib looks. */
  private static final int FARTHEST = 32768 - LONGEST - SHORTEST - 1;

  private static final int NONE = 2;

  private byte[] text = {};
  private int[] lengths = {};
  private int[] distances = {};
  private final TripleIndex index = new TripleIndex();

  /** The bytes that the last change replaced, and where. */
  private int[] places = {};

  private byte[] replaced = {};

  /** What the last change made of lengths and distances: place, length, and distance before. */
  private int[] journal = new int[1 << 12];

  private int journaled;

  /** Takes a text, of ASCII alone. */
  void use(byte[] whole) {
    for (int place = 0; place + SHORTEST <= text.length; place++) {
      index.clear(text, place);
    }
    text = whole.clone();
    lengths = new int[text.length];
    distances = new int[text.length];
    for (int place = 0; place < text.length; place++) {
      find(place);
      if (place + SHORTEST <= text.length) {
        index.append(text, place);
      }
    }
    places = new int[0];
    journaled = 0;
  }

  byte[] text() {
    return text;
  }

  /** The length of what is repeated, less than {@link #SHORTEST} where nothing is. */
  int length(int place) {
    return lengths[place];
  }

  /** How far back it was before. */
  int distance(int place) {
    return distances[place];
  }

  /**
   * Replaces bytes.
   *
   * @param changed where, in ascending order
   * @param bytes what is there now
   */
  void change(int[] changed, byte[] bytes) {
    places = changed;
    replaced = bytes.clone();
    journaled = 0;
    int[] triples = exchange();
    BitSet dirty = new BitSet();
    for (int place : places) {
      dirty.set(place);
    }
    BitSet found = disturbed(dirty);
    for (int place = found.nextSetBit(0); place >= 0; place = found.nextSetBit(place + 1)) {
      note(place);
      find(place);
    }
    BitSet begun = new BitSet();
    for (int triple : triples) {
      offer(triple, begun.get(Math.max(0, triple - 1)));
      begun.set(triple);
    }
  }

  /** Takes the last change back. */
  void takeBack() {
    exchange();
    while (journaled > 0) {
      journaled -= 3;
      lengths[journal[journaled]] = journal[journaled + 1];
      distances[journal[journaled]] = journal[journaled + 2];
    }
    places = new int[0];
  }

  /** Swaps the bytes at the places with the replaced ones, and says which triples have changed. */
  private int[] exchange() {
    BitSet starts = new BitSet();
    for (int place : places) {
      starts.set(Math.max(0, place - 2), Math.min(place + 1, Math.max(0, text.length - 2)));
    }
    int[] triples = starts.stream().toArray();
    for (int triple : triples) {
      index.remove(text, triple);
    }
    for (int i = 0; i < places.length; i++) {
      byte before = text[places[i]];
      text[places[i]] = replaced[i];
      replaced[i] = before;
    }
    for (int triple : triples) {
      index.insert(text, triple);
    }
    return triples;
  }

  /** The places whose repetition, or what it repeats, or what ends either, has changed. */
  private BitSet disturbed(BitSet dirty) {
    BitSet found = new BitSet();
    int first = dirty.nextSetBit(0);
    if (first < 0) {
      return found;
    }
    int[] before = new int[text.length + 2];
    for (int place = first; place <= text.length; place++) {
      before[place + 1] = before[place] + (dirty.get(place) ? 1 : 0);
    }
    for (int place = Math.max(0, first - LONGEST - 1); place < text.length; place++) {
      int end = Math.min(text.length, place + lengths[place] + 1);
      int source = place - distances[place];
      if (before[end] > before[place]
          || (lengths[place] >= SHORTEST && before[source + lengths[place]] > before[source])) {
        found.set(place);
      }
    }
    return found;
  }

  /** Offers what now stands at a place as a repetition to what comes later. */
  private void offer(int triple, boolean previousOffered) {
    int[] list = index.places(text, triple);
    for (int i = index.after(text, triple); i < index.count(text, triple); i++) {
      int later = list[i];
      int distance = later - triple;
      if (distance > FARTHEST) {
        return;
      }
      // What begins further left was offered with the triple before, if that is the same there.
      boolean only = previousOffered && triple > 0 && text[triple - 1] == text[later - 1];
      int forward = common(triple, later);
      for (int back = 0; back <= triple && back < LONGEST; back++) {
        if (back > 0 && (only || text[triple - back] != text[later - back])) {
          break;
        }
        int place = later - back;
        int length = Math.min(LONGEST, forward + back);
        if (length > lengths[place] || (length == lengths[place] && distance < distances[place])) {
          note(place);
          lengths[place] = length;
          distances[place] = distance;
        }
      }
    }
  }

  private int common(int earlier, int later) {
    int length = SHORTEST;
    int most = Math.min(LONGEST, text.length - later);
    while (length < most && text[earlier + length] == text[later + length]) {
      length++;
    }
    return length;
  }

  private void find(int place) {
    int best = NONE;
    int distance = 0;
    if (place + SHORTEST <= text.length) {
      int most = Math.min(LONGEST, text.length - place);
      int[] list = index.places(text, place);
      for (int i = index.before(text, place); i >= 0 && best < most; i--) {
        int earlier = list[i];
        if (place - earlier > FARTHEST) {
          break;
        }
        if (text[earlier + best] == text[place + best]) {
          int length = common(earlier, place);
          if (length > best) {
            best = length;
            distance = place - earlier;
          }
        }
      }
    }
    lengths[place] = best;
    distances[place] = distance;
  }

  private void note(int place) {
    if (journaled + 3 > journal.length) {
      journal = Arrays.copyOf(journal, journal.length * 2);
    }
    journal[journaled++] = place;
    journal[journaled++] = lengths[place];
    journal[journaled++] = distances[place];
  }
}
