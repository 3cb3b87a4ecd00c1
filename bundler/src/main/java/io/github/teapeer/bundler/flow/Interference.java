package io.github.teapeer.bundler.flow;

import com.google.javascript.rhino.Node;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which live ranges of a function cannot be one variable: one of them is set between where the
 * other is and where that is used.
 *
 * <p>A state has a bit for each pair of ranges: that the first has been set since the second was.
 */
public final class Interference extends Flow {
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final BitSet[] found;

  private Interference(List<LiveRange> ranges) {
    found = new BitSet[ranges.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = new BitSet();
      for (Node node : ranges.get(i).assigned()) {
        numbers.put(node, i);
      }
      for (Node node : ranges.get(i).used()) {
        numbers.put(node, i);
      }
    }
  }

  /**
   * Compares the ranges of a function.
   *
   * @param function one whose {@link ReachingDefinitions} are known
   * @param ranges some of its ranges
   */
  public static Interference of(Node function, List<LiveRange> ranges) {
    Interference interference = new Interference(ranges);
    if (!ranges.isEmpty() && !interference.follow(function, new BitSet())) {
      throw new IllegalArgumentException("The function has statements that nobody knows");
    }
    return interference;
  }

  /** Whether two ranges, by their places in the list, must be two variables. */
  public boolean between(int one, int other) {
    return found[one].get(other) || found[other].get(one);
  }

  @Override
  void use(Node name, BitSet state) {
    Integer range = numbers.get(name);
    if (range != null) {
      for (int other = 0; other < found.length; other++) {
        if (state.get(pair(other, range))) {
          found[range].set(other);
        }
      }
    }
  }

  @Override
  BitSet define(Node name, BitSet state) {
    Integer range = numbers.get(name);
    if (range == null) {
      return state;
    }
    BitSet out = (BitSet) state.clone();
    out.set(pair(range, 0), pair(range, found.length));
    for (int other = 0; other < found.length; other++) {
      out.clear(pair(other, range));
    }
    return out;
  }

  private int pair(int set, int before) {
    return set * found.length + before;
  }
}
