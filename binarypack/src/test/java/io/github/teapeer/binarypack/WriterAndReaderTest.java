package io.github.teapeer.binarypack;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The writer and the reader, which go from one value to the next: below the front ends. */
@RunWith(BrowserTestRunner.class)
public class WriterAndReaderTest {
  @Test
  public void theWriterIsReusedAndGrows() {
    PackWriter out = new PackWriter();
    for (int round = 0; round < 3; round++) {
      out.reset();
      out.writeArrayHeader(3);
      out.writeBinary(new byte[100_000], 10, 99_980);
      out.writeString("é".repeat(100_000));
      out.writeMapHeader(1);
      out.writeString("done");
      out.writeBoolean(true);
      assertEquals(1 + 5 + 99_980 + 5 + 200_000 + 1 + 5 + 1, out.length());
      assertEquals(out.length(), FrontEnd.pack(FrontEnd.unpack(out.toByteArray())).length);
    }
    byte[] buffer = out.buffer();
    out.reset();
    assertEquals(0, out.length());
    assertSame(buffer, out.buffer());
  }

  @Test
  public void aHugeBufferIsLetGo() {
    PackWriter out = new PackWriter();
    out.writeBinary(new byte[5_000_000], 0, 5_000_000);
    assertTrue(out.buffer().length >= 5_000_000);
    out.reset();
    assertTrue(out.buffer().length < 5_000_000);
    out.writeInt(5);
    assertEquals("05", Hex.encode(out.toByteArray()));
  }

  @Test
  public void aChunkFrameIsWrittenValueByValue() {
    PackWriter out = new PackWriter();
    byte[] message = {9, 8, 7, 6};
    out.writeMapHeader(4);
    out.writeString("__peerData");
    out.writeInt(1);
    out.writeString("n");
    out.writeInt(0);
    out.writeString("data");
    out.writeBinary(message, 1, 2);
    out.writeString("total");
    out.writeInt(3);
    assertEquals(
        "84ba5f5f7065657244617461" + "01b16e00" + "b464617461a20807" + "b5746f74616c03",
        Hex.encode(out.toByteArray()));
  }

  @Test
  public void longsKeepTheir64Bits() {
    assertEquals("d30020000000000001", packedLong((1L << 53) + 1));
    assertEquals("d37fffffffffffffff", packedLong(Long.MAX_VALUE));
    assertEquals("d38000000000000000", packedLong(Long.MIN_VALUE));
    assertEquals("d3ffdfffffffffffff", packedLong(-(1L << 53) - 1));
    assertEquals("05", packedLong(5));
    assertEquals("ce80000000", packedLong(1L << 31));
    assertEquals("cbc1e0000000200000", packedLong(-(1L << 31) - 1));
    PackWriter out = new PackWriter();
    out.writeUnsignedLong(-1);
    out.writeUnsignedLong(7);
    assertEquals("cfffffffffffffffff07", Hex.encode(out.toByteArray()));
  }

  @Test
  public void theReaderTellsWhatItFinds() {
    byte[] packed =
        Hex.decode("00" + "83b16105" + "b16293c0c3c1" + "b163cf8000000000000001" + "00");
    PackReader in = new PackReader();
    in.reset(packed, 1, packed.length - 2);
    assertEquals(PackToken.MAP, in.next());
    assertEquals(3, in.size());
    assertKey("a", in);
    assertEquals(PackToken.INTEGER, in.next());
    assertEquals(5, in.intValue());
    assertKey("b", in);
    assertEquals(PackToken.ARRAY, in.next());
    assertEquals(3, in.size());
    assertEquals(PackToken.NULL, in.next());
    assertEquals(PackToken.TRUE, in.next());
    assertEquals(PackToken.UNDEFINED, in.next());
    assertKey("c", in);
    assertEquals(PackToken.LONG, in.next());
    assertTrue(in.isUnsigned());
    assertEquals(Long.MIN_VALUE + 1, in.longValue());
    assertEquals(0x1p63, in.doubleValue(), 0);
    assertEquals(0, in.remaining());
    in.finish();
  }

  @Test
  public void whatPeerJsUpTo14MiscountsIsRead() {
    // The counts are those of the published peerjs-js-binarypack 1.0.1.
    assertLegacy("😀", "b6f09f9880");
    assertLegacy(
        List.of("😀", 1, "x😀y", "é日"),
        "94" + "b6f09f9880" + "01" + "b878f09f988079" + "b5c3a9e697a5");
    assertLegacy("😀".repeat(300), "d80708" + "f09f9880".repeat(300));
    assertLegacy("😀".repeat(303), "d804bc" + "f09f9880".repeat(303));
    assertLegacy("plain", "b5706c61696e");
  }

  @Test
  public void withoutTheWordThatItIsLegacyAMiscountIsMalformed() {
    PackReader in = new PackReader();
    byte[] packed = Hex.decode("b6f09f9880");
    in.reset(packed, 0, packed.length);
    assertThrows(MalformedPackException.class, in::next);
  }

  @Test
  public void aLegacyStringThatEndsTooEarlyIsMalformed() {
    PackReader in = new PackReader();
    in.setLegacyStrings(true);
    for (String hex : List.of("b6f09f", "b6", "b7f09f9880", "d9ffffffff", "bff0")) {
      byte[] packed = Hex.decode(hex);
      in.reset(packed, 0, packed.length);
      assertThrows(hex, MalformedPackException.class, in::next);
    }
  }

  private static void assertLegacy(Object expected, String hex) {
    PackReader in = new PackReader();
    in.setLegacyStrings(true);
    byte[] packed = Hex.decode(hex);
    in.reset(packed, 0, packed.length);
    assertEquals(expected, BinaryPack.read(in));
    in.finish();
  }

  @Test
  public void theReaderIsReused() {
    PackReader in = new PackReader();
    in.reset(Hex.decode("a3010203"), 0, 4);
    assertEquals(PackToken.BINARY, in.next());
    assertArrayEquals(new byte[] {1, 2, 3}, in.binaryValue());
    assertEquals(1, in.contentOffset());
    assertEquals(3, in.size());
    in.finish();
    in.reset(Hex.decode("d3000000ffffffffff"), 0, 9);
    assertEquals(PackToken.LONG, in.next());
    assertFalse(in.isUnsigned());
    assertEquals(0xffffffffffL, in.longValue());
    in.finish();
  }

  private static void assertKey(String key, PackReader in) {
    assertEquals(PackToken.STRING, in.next());
    assertEquals(key, in.stringValue());
  }

  private static String packedLong(long value) {
    PackWriter out = new PackWriter();
    out.writeLong(value);
    return Hex.encode(out.toByteArray());
  }
}
