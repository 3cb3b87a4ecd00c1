package io.github.teapeer.signaling.internal.tls;

import java.nio.ByteBuffer;

/**
 * The little of DER (X.690) that it takes to put the older private key formats into PKCS#8 (RFC
 * 5208), the only one Java reads.
 */
final class Der {
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int SEQUENCE = 0x30;
  private static final int PARAMETERS = 0xa0;

  private static final byte[] VERSION_0 = {INTEGER, 1, 0};

  /** rsaEncryption (RFC 8017, A.1) and NULL. */
  private static final byte[] RSA = {
    0x06, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };

  /** id-ecPublicKey (RFC 5480, 2.1.1). */
  private static final byte[] EC = {0x06, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  private Der() {}

  /** Wraps an RSAPrivateKey (RFC 8017, A.1.2). */
  static byte[] wrapRsaKey(byte[] key) {
    return encode(SEQUENCE, VERSION_0, encode(SEQUENCE, RSA), encode(OCTET_STRING, key));
  }

  /**
   * Wraps an ECPrivateKey (RFC 5915), whose curve is inside it.
   *
   * @throws IllegalArgumentException if it is damaged, or does not name its curve
   */
  static byte[] wrapEcKey(byte[] key) {
    ByteBuffer fields = enter(ByteBuffer.wrap(key), SEQUENCE);
    enter(fields, INTEGER);
    enter(fields, OCTET_STRING);
    ByteBuffer curve = enter(fields, PARAMETERS);
    byte[] parameters = new byte[curve.remaining()];
    curve.get(parameters);
    return encode(SEQUENCE, VERSION_0, encode(SEQUENCE, EC, parameters), encode(OCTET_STRING, key));
  }

  /** Steps over an element, and returns its content. */
  private static ByteBuffer enter(ByteBuffer in, int tag) {
    if (in.remaining() < 2 || (in.get() & 0xff) != tag) {
      throw new IllegalArgumentException(
          "no DER element 0x" + Integer.toHexString(tag) + " where one belongs");
    }
    int length = in.get() & 0xff;
    if (length >= 0x80) {
      int octets = length & 0x7f;
      if (octets > 3 || octets > in.remaining()) {
        throw new IllegalArgumentException("a DER length out of bounds");
      }
      length = 0;
      for (int i = 0; i < octets; i++) {
        length = (length << 8) | (in.get() & 0xff);
      }
    }
    if (length > in.remaining()) {
      throw new IllegalArgumentException("a DER element longer than what holds it");
    }
    ByteBuffer content = in.slice(in.position(), length);
    in.position(in.position() + length);
    return content;
  }

  private static byte[] encode(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer out = ByteBuffer.allocate(length + 6);
    out.put((byte) tag);
    putLength(out, length);
    for (byte[] part : parts) {
      out.put(part);
    }
    byte[] encoded = new byte[out.position()];
    out.flip().get(encoded);
    return encoded;
  }

  /** DER wants the shortest form that fits. */
  private static void putLength(ByteBuffer out, int length) {
    if (length < 0x80) {
      out.put((byte) length);
      return;
    }
    int octets = (39 - Integer.numberOfLeadingZeros(length)) / 8;
    out.put((byte) (0x80 | octets));
    for (int i = octets - 1; i >= 0; i--) {
      out.put((byte) (length >> (8 * i)));
    }
  }
}
