package io.github.teapeer.binarypack;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Compares values across front ends: numbers as JavaScript has them, that is, by the double they
 * are (NaN is itself, −0 is not 0), maps with their order.
 */
final class Sameness {
  private Sameness() {}

  static boolean same(Object one, Object other) {
    if (one instanceof Number a && other instanceof Number b) {
      return Double.doubleToLongBits(a.doubleValue()) == Double.doubleToLongBits(b.doubleValue());
    }
    if (one instanceof byte[] a && other instanceof byte[] b) {
      return Arrays.equals(a, b);
    }
    if (one instanceof List<?> a && other instanceof List<?> b) {
      return a.size() == b.size() && sameInOrder(a.iterator(), b.iterator());
    }
    if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
      return a.size() == b.size()
          && sameInOrder(a.keySet().iterator(), b.keySet().iterator())
          && sameInOrder(a.values().iterator(), b.values().iterator());
    }
    return one == null ? other == null : one.equals(other);
  }

  private static boolean sameInOrder(Iterator<?> one, Iterator<?> other) {
    while (one.hasNext()) {
      if (!same(one.next(), other.next())) {
        return false;
      }
    }
    return true;
  }
}
