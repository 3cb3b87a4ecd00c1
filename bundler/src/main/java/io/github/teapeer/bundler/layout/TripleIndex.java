package io.github.teapeer.bundler.layout;

import java.util.Arrays;

/** Where in a text of ASCII three bytes stand, in ascending order. */
final class TripleIndex {
  private static final int[] NOWHERE = {};

  private final int[][] places = new int[1 << 21][];
  private final int[] counts = new int[1 << 21];

  private static int key(byte[] text, int place) {
    return text[place] << 14 | text[place + 1] << 7 | text[place + 2];
  }

  /** The places of what stands at a place, of which the first {@link #count} matter. */
  int[] places(byte[] text, int place) {
    int[] list = places[key(text, place)];
    return list == null ? NOWHERE : list;
  }

  int count(byte[] text, int place) {
    return counts[key(text, place)];
  }

  /** The index of the last place before a place with the same three bytes, or −1. */
  int before(byte[] text, int place) {
    int found = search(text, place);
    return found >= 0 ? found - 1 : -found - 2;
  }

  /** The index of the first place after a place with the same three bytes. */
  int after(byte[] text, int place) {
    int found = search(text, place);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int search(byte[] text, int place) {
    int key = key(text, place);
    return counts[key] == 0 ? -1 : Arrays.binarySearch(places[key], 0, counts[key], place);
  }

  /** Adds a place after all others. */
  void append(byte[] text, int place) {
    put(key(text, place), counts[key(text, place)], place);
  }

  /** Adds a place that is not there. */
  void insert(byte[] text, int place) {
    put(key(text, place), -search(text, place) - 1, place);
  }

  private void put(int key, int at, int place) {
    int count = counts[key];
    if (places[key] == null) {
      places[key] = new int[4];
    } else if (count == places[key].length) {
      places[key] = Arrays.copyOf(places[key], count * 2);
    }
    System.arraycopy(places[key], at, places[key], at + 1, count - at);
    places[key][at] = place;
    counts[key]++;
  }

  /** Removes a place that is there. */
  void remove(byte[] text, int place) {
    int key = key(text, place);
    int at = search(text, place);
    System.arraycopy(places[key], at + 1, places[key], at, counts[key] - at - 1);
    counts[key]--;
  }

  /** Removes all places of what stands at a place. */
  void clear(byte[] text, int place) {
    counts[key(text, place)] = 0;
  }
}
