package io.github.teapeer.binarypack;

/** Bytes as text. */
final class Hex {
  private static final String DIGITS = "0123456789abcdef";

  private Hex() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append(DIGITS.charAt((each >> 4) & 15)).append(DIGITS.charAt(each & 15));
    }
    return text.toString();
  }

  static byte[] decode(String text) {
    byte[] bytes = new byte[text.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(text.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }
}
