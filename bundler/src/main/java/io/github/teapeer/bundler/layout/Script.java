package io.github.teapeer.bundler.layout;

import java.util.zip.Deflater;

/** The text of a whole script, to be measured again and again. */
final class Script {
  private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
  private final byte[] text = new byte[1 << 21];
  private final byte[] compressed = new byte[1 << 16];
  private int length;

  void clear() {
    length = 0;
  }

  void add(byte[] bytes) {
    System.arraycopy(bytes, 0, text, length, bytes.length);
    length += bytes.length;
  }

  /** How many bytes compression leaves. */
  int size() {
    deflater.reset();
    deflater.setInput(text, 0, length);
    deflater.finish();
    int size = 0;
    while (!deflater.finished()) {
      size += deflater.deflate(compressed);
    }
    return size;
  }
}
