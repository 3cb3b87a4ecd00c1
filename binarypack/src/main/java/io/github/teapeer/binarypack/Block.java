package io.github.teapeer.binarypack;

import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Values on their way into a list: to add many at once is less work than to add each. For the JVM
 * alone.
 */
final class Block extends AbstractCollection<Object> {
  /** How many values it holds; it is of no use for lists of fewer. */
  static final int SIZE = 32;

  private final List<Object> list;
  private final Object[] values = new Object[SIZE];

  Block(List<Object> list) {
    this.list = list;
  }

  /** Where the next values go, from the start. */
  Object[] values() {
    return values;
  }

  /**
   * Adds the first of the values to the list.
   *
   * @param count how many have been put in since the last time
   * @return whether more may follow: the block was full
   */
  boolean flush(int count) {
    if (count == SIZE) {
      list.addAll(this);
      return true;
    }
    for (int i = 0; i < count; i++) {
      list.add(values[i]);
    }
    return false;
  }

  /** All of them, not copied: the list does that. */
  @Override
  public Object[] toArray() {
    return values;
  }

  @Override
  public Iterator<Object> iterator() {
    return Arrays.asList(values).iterator();
  }

  @Override
  public int size() {
    return values.length;
  }
}
