package io.github.teapeer.binarypack;

/**
 * The kinds of values {@link PackReader#next} finds. Plain numbers and not an enum, because an enum
 * costs a download of its own in the browser.
 */
public final class PackToken {
  /** A map: {@link PackReader#size} keys, each a {@link #STRING} followed by its value. */
  public static final int MAP = 0;

  /** An array of {@link PackReader#size} values. */
  public static final int ARRAY = 1;

  /** A binary: {@link PackReader#binaryValue}. */
  public static final int BINARY = 2;

  /** A string: {@link PackReader#stringValue}. */
  public static final int STRING = 3;

  /** An integer that fits an int, however it was packed: {@link PackReader#intValue}. */
  public static final int INTEGER = 4;

  /**
   * A longer integer: {@link PackReader#longValue}, or {@link PackReader#doubleValue} for the
   * nearest double.
   */
  public static final int LONG = 5;

  /** A floating point number: {@link PackReader#doubleValue}. */
  public static final int DOUBLE = 6;

  /** The boolean false. */
  public static final int FALSE = 10;

  /** The boolean true. */
  public static final int TRUE = 11;

  /** The null value. */
  public static final int NULL = 8;

  /** JavaScript's undefined, and the reserved types, which stock decoders read as undefined. */
  public static final int UNDEFINED = 9;

  private PackToken() {}
}
