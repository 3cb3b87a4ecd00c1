package io.github.teapeer.binarypack;

/**
 * What a reader accepts from a stranger. Independently of these limits, a reader never allocates
 * more slots or bytes than the input could fill, so memory is bounded by the input's size; the
 * limits bound what remains: nesting, the objects made out of one-byte elements, and single strings
 * and binaries.
 *
 * @param maxDepth how deep arrays and maps may nest, both when packing and when unpacking; by
 *     default 512. No data of an application comes near it. On the JVM nothing recurs, so any depth
 *     is possible; in a browser, where that is slower, each level is a call, and the stack has room
 *     for a few thousand
 * @param maxElements how many array elements and map entries a message may have altogether, both
 *     when packing and when unpacking; by default 16,777,216, which at the worst (empty maps)
 *     become about 1 GB of objects
 * @param maxStringBytes the longest string in bytes of UTF-8; by default 268,435,456, half of what
 *     JavaScript engines can hold
 * @param maxBinaryBytes the longest binary in bytes; by default 1,073,741,824
 * @param maxTotalBytes the longest message in bytes; by default 1,073,741,824
 */
public record PackLimits(
    int maxDepth, int maxElements, int maxStringBytes, int maxBinaryBytes, int maxTotalBytes) {

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public PackLimits {
    if ((maxDepth | maxElements | maxStringBytes | maxBinaryBytes | maxTotalBytes) < 0) {
      throw new IllegalArgumentException("A limit is negative");
    }
  }

  /** The limits used where none are given. */
  public static PackLimits defaults() {
    return new PackLimits(512, 1 << 24, 1 << 28, 1 << 30, 1 << 30);
  }

  /** These limits with another {@link #maxDepth}. */
  public PackLimits withMaxDepth(int depth) {
    return new PackLimits(depth, maxElements, maxStringBytes, maxBinaryBytes, maxTotalBytes);
  }

  /** These limits with another {@link #maxElements}. */
  public PackLimits withMaxElements(int elements) {
    return new PackLimits(maxDepth, elements, maxStringBytes, maxBinaryBytes, maxTotalBytes);
  }

  /** These limits with another {@link #maxStringBytes}. */
  public PackLimits withMaxStringBytes(int bytes) {
    return new PackLimits(maxDepth, maxElements, bytes, maxBinaryBytes, maxTotalBytes);
  }

  /** These limits with another {@link #maxBinaryBytes}. */
  public PackLimits withMaxBinaryBytes(int bytes) {
    return new PackLimits(maxDepth, maxElements, maxStringBytes, bytes, maxTotalBytes);
  }

  /** These limits with another {@link #maxTotalBytes}. */
  public PackLimits withMaxTotalBytes(int bytes) {
    return new PackLimits(maxDepth, maxElements, maxStringBytes, maxBinaryBytes, bytes);
  }
}
