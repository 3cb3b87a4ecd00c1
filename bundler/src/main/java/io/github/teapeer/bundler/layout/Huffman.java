package io.github.teapeer.bundler.layout;

import java.util.Arrays;

/** A code that takes as few bits as possible for symbols that are used so often. */
final class Huffman {
  private final int[] lengths;
  private final int bits;

  private Huffman(int[] lengths, int bits) {
    this.lengths = lengths;
    this.bits = bits;
  }

  /** The code for symbols, by how often each is used. */
  static Huffman of(int[] uses) {
    long[] used = new long[uses.length];
    int count = 0;
    for (int symbol = 0; symbol < uses.length; symbol++) {
      if (uses[symbol] > 0) {
        used[count++] = (long) uses[symbol] << 16 | symbol;
      }
    }
    Arrays.sort(used, 0, count);
    int[] lengths = new int[uses.length];
    if (count == 1) {
      lengths[(int) used[0] & 0xffff] = 1;
      return new Huffman(lengths, uses[(int) used[0] & 0xffff]);
    }
    int[] weights = new int[2 * count];
    int[] parents = new int[2 * count];
    for (int i = 0; i < count; i++) {
      weights[i] = (int) (used[i] >> 16);
    }
    int leaf = 0;
    int inner = count;
    int bits = 0;
    // Both what is used and what was joined get heavier from left to right.
    for (int next = count; next < 2 * count - 1; next++) {
      for (int side = 0; side < 2; side++) {
        boolean takesLeaf = leaf < count && (inner >= next || weights[leaf] <= weights[inner]);
        int taken = takesLeaf ? leaf++ : inner++;
        parents[taken] = next;
        weights[next] += weights[taken];
      }
      bits += weights[next];
    }
    int[] depths = new int[2 * count];
    for (int node = 2 * count - 3; node >= 0; node--) {
      depths[node] = depths[parents[node]] + 1;
      if (node < count) {
        lengths[(int) used[node] & 0xffff] = depths[node];
      }
    }
    return new Huffman(lengths, bits);
  }

  /** The bits that all symbols take together. */
  int bits() {
    return bits;
  }

  /** The bits of each symbol's code, without those at the end that are not used. */
  int[] lengths(int least) {
    int count = lengths.length;
    while (count > least && lengths[count - 1] == 0) {
      count--;
    }
    return Arrays.copyOf(lengths, count);
  }
}
