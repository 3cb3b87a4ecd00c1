package io.github.teapeer.bundler;

import io.github.teapeer.bundler.source.BuildFailure;
import java.util.zip.Deflater;

/**
 * How many bytes a script may take on its way to the page.
 *
 * @param bytes the most that {@code gzip -9} may leave of it
 */
record SizeBudget(int bytes) {
  /** The header and trailer of a gzip file without a name (RFC 1952, section 2.3). */
  private static final int GZIP_FRAME = 18;

  /** The size of the script as {@code gzip -9} leaves it. */
  static int gzipSize(byte[] script) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(script);
      deflater.finish();
      byte[] chunk = new byte[64 * 1024];
      int size = GZIP_FRAME;
      while (!deflater.finished()) {
        size += deflater.deflate(chunk);
      }
      return size;
    } finally {
      deflater.end();
    }
  }

  /**
   * Checks a script.
   *
   * @param file its name, for the message
   * @param script its bytes
   * @return its size after gzip
   * @throws BuildFailure when it is larger than the budget
   */
  int check(String file, byte[] script) {
    int size = gzipSize(script);
    if (size > bytes) {
      throw new BuildFailure(
          file
              + " takes "
              + size
              + " bytes after gzip -9, "
              + (size - bytes)
              + " more than its budget of "
              + bytes
              + ". Make it smaller, or decide to raise peerjs.budget in client/pom.xml.");
    }
    return size;
  }
}
