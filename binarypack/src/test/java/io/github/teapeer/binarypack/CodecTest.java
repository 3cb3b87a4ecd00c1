package io.github.teapeer.binarypack;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;

/** What the format says, in each front end. */
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
