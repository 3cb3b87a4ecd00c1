package io.github.teapeer.binarypack;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;

/** What the format says, in each front end and in the writer and reader below them. */
@RunWith(BrowserTestRunner.class)
public class CodecTest {
  @Test
  public void theDocumentedVectorsHold() {
    assertPacksTo("c0", null);
    assertPacksTo("cc80", 128);
    assertPacksTo("cd0100", 256);
    assertPacksTo("ce00010000", 65536);
    assertPacksTo("d0df", -33);
    assertPacksTo("d1ff7f", -129);
    assertPacksTo("d2ffff7fff", -32769);
    assertPacksTo("d30000000100000000", 4294967296.0);
    assertPacksTo("cb3fe0000000000000", 0.5);
    assertPacksTo("cb3ff199999999999a", 1.1);
    assertPacksTo("b26869", "hi");
    assertPacksTo("b9e697a5e69cace8aa9e", "日本語");
    assertPacksTo("93010203", List.of(1, 2, 3));
    assertPacksTo("a3010203", new byte[] {1, 2, 3});
  }

  @Test
  public void anIntegerTakesTheSmallestForm() {
    assertPacksTo("00", 0);
    assertPacksTo("7f", 127);
    assertPacksTo("ccff", 255);
    assertPacksTo("cdffff", 65535);
    assertPacksTo("ceffffffff", 4294967295.0);
    assertPacksTo("d3001fffffffffffff", 9007199254740991.0);
    assertPacksTo("ff", -1);
    assertPacksTo("e0", -32);
    assertPacksTo("d080", -128);
    assertPacksTo("d18000", -32768);
    assertPacksTo("d280000000", Integer.MIN_VALUE);
  }

  @Test
  public void anIntegerThatStockWouldGarbleIsADouble() {
    assertPacksTo("cbc1e0000000200000", -2147483649.0);
    assertPacksTo("cb4340000000000000", 0x1p53);
    assertPacksTo("cb43e0000000000000", 0x1p63);
    assertPacksTo("cb43f0000000000000", 0x1p64);
  }

  @Test
  public void aDoubleKeepsItsBits() {
    assertPacksTo("cb401fffffffffffff", 7.999999999999999);
    assertPacksTo("cb8000000000000000", -0.0);
    assertPacksTo("cb0000000000000001", Double.MIN_VALUE);
    assertPacksTo("cb7ff0000000000000", Double.POSITIVE_INFINITY);
    assertPacksTo("cbfff0000000000000", Double.NEGATIVE_INFINITY);
  }

  @Test
  public void everyNaNIsTheSame() {
    assertPacksTo("cb7ff8000000000000", Double.NaN);
    // The processor's own, which has its sign set, and the opposite.
    double computed = Math.sqrt(-1);
    assertPacksTo("cb7ff8000000000000", computed);
    assertPacksTo("cb7ff8000000000000", -computed);
  }

  @Test
  public void numbersAreReadFromEveryForm() {
    assertReads(200.0, "ccc8");
    assertReads(5.0, "cc05");
    assertReads(5.0, "d30000000000000005");
    assertReads(-5.0, "d3fffffffffffffffb");
    assertReads(-56.0, "d0c8");
    assertReads(4294967291.0, "cefffffffb");
    assertReads(-5.0, "d2fffffffb");
    assertReads(-0x1p63, "d38000000000000000");
    assertReads(0x1p63, "cf8000000000000000");
    assertReads(0x1p64, "cfffffffffffffffff");
    assertReads(0.0, "cb0000000000000000");
  }

  @Test
  public void aLongIntegerIsReadAsTheNearestNumber() {
    // Half way between two doubles, and just beyond: rounded once, not half by half.
    assertReads(0x1p53, "d30020000000000001");
    assertReads(9007199254740996.0, "d30020000000000003");
    assertReads(18014398509481988.0, "cf0040000000000003");
  }

  @Test
  public void singlePrecisionIsRead() {
    assertReads(0.5, "ca3f000000");
    assertReads((double) 1.1f, "ca3f8ccccd");
    assertReads((double) Float.MIN_VALUE, "ca00000001");
    assertReads(-0.0, "ca80000000");
    assertReads(Double.NEGATIVE_INFINITY, "caff800000");
    assertReads(Double.NaN, "ca7fc00000");
  }

  @Test
  public void undefinedAndTheReservedTypesAreReadAsNothing() {
    for (String packed : List.of("c1", "d4", "d5", "d6", "d7")) {
      assertReads(null, packed);
    }
  }

  @Test
  public void theSizeOfAStringDecidesOnItsHeader() {
    assertHeader("b0", "");
    assertHeader("bf", "x".repeat(15));
    assertHeader("d80010", "x".repeat(16));
    assertHeader("d8ffff", "x".repeat(65535));
    assertHeader("d900010000", "x".repeat(65536));
  }

  @Test
  public void theSizeInBytesCountsAndNotInCharacters() {
    assertHeader("be", "é".repeat(7));
    assertHeader("d80010", "é".repeat(8));
    assertHeader("d8fffe", "é".repeat(32767));
    assertHeader("d900010000", "é".repeat(32768));
    assertHeader("d8fffc", "語".repeat(21844));
    assertHeader("d900010002", "語".repeat(21846));
  }

  @Test
  public void theSizesOfBinariesArraysAndMapsDecideOnTheirHeaders() {
    assertHeader("af", new byte[15]);
    assertHeader("da0010", new byte[16]);
    assertHeader("daffff", new byte[65535]);
    assertHeader("db00010000", new byte[65536]);
    assertHeader("9f", list(15));
    assertHeader("dc0010", list(16));
    assertHeader("dcffff", list(65535));
    assertHeader("dd00010000", list(65536));
    assertHeader("8f", map(15));
    assertHeader("de0010", map(16));
    assertHeader("deffff", map(65535));
    assertHeader("df00010000", map(65536));
  }

  @Test
  public void cesu8IsReadWhereverUtf8Is() {
    assertReads("😀", "b6eda0bdedb880");
    assertReads("a😀b", "b861eda0bdedb88062");
    String many = "😀".repeat(20);
    assertReads(many, "d80078" + "eda0bdedb880".repeat(20));
    assertReads("\ud83d", "b3eda0bd");
  }

  @Test
  public void aByteOrderMarkIsPartOfTheText() {
    assertRoundTrip("\ufeff");
    assertRoundTrip("\ufeff" + "x".repeat(50));
  }

  @Test
  public void aLoneSurrogateBecomesTheReplacementCharacter() {
    assertPacksTo("b3efbfbd", "\ud800");
    assertPacksTo("b6efbfbdefbfbd", "\udc00\ud800");
    assertPacksTo("d8001b" + "efbfbd" + "78".repeat(24), "\udfff" + "x".repeat(24));
  }

  @Test
  public void keysOfThePrototypeAreData() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("__proto__", Map.of("polluted", true));
    map.put("constructor", 1);
    map.put("hasOwnProperty", "no");
    assertRoundTrip(map);
  }

  @Test
  public void aKeyThatIsThereTwiceHasItsLastValue() {
    assertReads(Map.of("a", 2), "82b16101b16102");
  }

  @Test
  public void nestingOf512IsCommon() {
    Object value = List.of();
    for (int depth = 1; depth < 512; depth++) {
      value = depth % 2 == 0 ? List.of(value) : Map.of("in", value);
    }
    assertRoundTrip(value);
  }

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

  @Test
  public void randomValuesSurvive() {
    long seed = System.currentTimeMillis();
    RandomValues values = new RandomValues(seed);
    for (int i = 0; i < 500; i++) {
      Object value = values.next();
      Object read = FrontEnd.unpack(FrontEnd.pack(value));
      assertTrue("Seed " + seed + ", value " + i, Sameness.same(value, read));
    }
  }

  @Test
  public void randomValuesSurviveForOldPeers() {
    long seed = System.currentTimeMillis();
    RandomValues values = new RandomValues(seed);
    for (int i = 0; i < 200; i++) {
      Object value = values.next();
      Object read = FrontEnd.unpack(FrontEnd.pack(value, PackLimits.defaults(), true));
      assertTrue("Seed " + seed + ", value " + i, Sameness.same(value, read));
    }
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

  private static void assertPacksTo(String expected, Object value) {
    assertEquals(expected, Hex.encode(FrontEnd.pack(value)));
  }

  private static void assertHeader(String expected, Object value) {
    byte[] packed = FrontEnd.pack(value);
    assertEquals(expected, Hex.encode(Arrays.copyOf(packed, expected.length() / 2)));
    assertTrue(expected, Sameness.same(value, FrontEnd.unpack(packed)));
  }

  private static void assertReads(Object expected, String packed) {
    Object read = FrontEnd.unpack(Hex.decode(packed));
    assertTrue(packed + " is " + read, Sameness.same(expected, read));
  }

  private static void assertRoundTrip(Object value) {
    assertTrue(Sameness.same(value, FrontEnd.unpack(FrontEnd.pack(value))));
  }

  private static List<Object> list(int size) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(i & 1);
    }
    return list;
  }

  private static Map<String, Object> map(int size) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put("k" + i, i);
    }
    return map;
  }
}
