package io.github.teapeer.binarypack;

/**
 * Writes long texts of ASCII into just as much room as they take, which may be all that the message
 * has then: {@link PackWriter#toByteArray} need not copy it. For the JVM alone.
 */
final class LongAscii {
  private static final int SHORTEST = 1 << 14;
  private static final int LONGEST = 1 << 28;

  private LongAscii() {}

  /** Writes a text, or nothing if it is not long or has anything but ASCII in it. */
  static boolean write(PackWriter out, String text) {
    int length = text.length();
    if (Words.isJavaScript()) {
      return false;
    } else {
      return length >= SHORTEST && length <= LONGEST && writeBlocks(out, text, length);
    }
  }

  private static boolean writeBlocks(PackWriter out, String text, int length) {
    int header = PackWriter.headerSize(length);
    byte[] bytes = out.room(header + length);
    char[] units = new char[LatinBlocks.BLOCK];
    LatinBlocks blocks = new LatinBlocks(units, bytes);
    int start = out.length() + header;
    for (int from = 0; from < length; from += units.length) {
      int end = Math.min(length, from + units.length);
      text.getChars(from, end, units, 0);
      if (!blocks.write(end - from, start + from)) {
        return false;
      }
    }
    out.writeStringHeader(length);
    out.writtenTo(start + length);
    return true;
  }
}
