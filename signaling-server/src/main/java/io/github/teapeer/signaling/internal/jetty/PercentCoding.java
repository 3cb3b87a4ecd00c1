package io.github.teapeer.signaling.internal.jetty;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Decodes what addresses encode, as the URL Standard does: nothing is an error, a percent sign
 * without two digits stands for itself, bytes that are not UTF-8 become U+FFFD.
 */
final class PercentCoding {
  private PercentCoding() {}

  /** Decodes a part of a path. */
  static String decodePath(String text) {
    return text.indexOf('%') < 0 ? text : decode(text, false);
  }

  /** Decodes a part of a query, where a plus sign stands for a space. */
  static String decodeQuery(String text) {
    return decode(text, true);
  }

  private static String decode(String text, boolean plusIsSpace) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        decoded.write((high << 4) | low);
        i += 2;
      } else {
        decoded.write(plusIsSpace && bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }
}
