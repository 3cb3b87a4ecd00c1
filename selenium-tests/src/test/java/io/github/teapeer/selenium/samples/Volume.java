package io.github.teapeer.selenium.samples;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Data of which nobody has to hold more than a part: parts of a mebibyte that differ in their
 * numbers, as {@code volumes.js} makes them.
 *
 * @param parts how many
 */
public record Volume(int parts) {
  /** The bytes of a part. */
  public static final int PART = 1 << 20;

  private static final int HASH = 32;

  /** The bytes of all parts. */
  public long size() {
    return (long) parts * PART;
  }

  /** What the page's checksum of it must be: each part's hash, hashed with the sum before. */
  public String checksum() {
    MessageDigest sha = sha256();
    ByteBuffer part = ByteBuffer.allocate(PART).order(ByteOrder.LITTLE_ENDIAN);
    part.putInt(0);
    for (int i = 0; part.hasRemaining(); i++) {
      part.put((byte) (i * 31 + (i >> 8)));
    }
    byte[] sum = new byte[HASH];
    for (int number = 0; number < parts; number++) {
      byte[] hash = sha.digest(part.putInt(0, number).array());
      sha.update(sum);
      sum = sha.digest(hash);
    }
    return HexFormat.of().formatHex(sum);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
