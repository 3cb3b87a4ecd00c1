package io.github.teapeer.binarypack;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;

/**
 * Whatever the bytes or values, the result is a value or a {@link PackException}; never another
 * exception, an endless loop or an allocation the input does not pay for.
 */
@RunWith(BrowserTestRunner.class)
public class HostileInputTest {
  @Test
  public void everyTruncationOfEveryVectorIsAnError() {
    for (Vector vector : Vector.all()) {
      byte[] packed = Hex.decode(vector.expected());
      int step = Math.max(1, packed.length / 50);
      for (int length = 0; length < packed.length; length += step) {
        byte[] part = new byte[length];
        System.arraycopy(packed, 0, part, 0, length);
        assertNotNull(vector.name() + " cut to " + length, failure(part));
      }
    }
  }

  @Test
  public void bytesAfterTheValueAreAnError() {
    assertMalformed("Trailing bytes at byte 1", "0101");
    assertMalformed("Trailing bytes at byte 4", "b3616263c0");
  }

  @Test
  public void noInputIsAnError() {
    assertMalformed("Truncated at byte 0", "");
  }

  @Test
  public void typesThatDoNotExistAreErrors() {
    for (String type : List.of("c4", "c5", "c6", "c7", "c8", "c9")) {
      assertMalformed("Unknown type at byte 1", "91" + type);
    }
  }

  @Test
  public void aLengthBeyondTheInputAllocatesNothing() {
    for (String packed :
        List.of(
            "ddffffffff",
            "dd7fffffff",
            "dfffffffff",
            "df7fffffff",
            "dbffffffff",
            "db7fffffff",
            "d9ffffffff",
            "d97fffffff",
            "dcffff",
            "deffff",
            "daffff",
            "d8ffff",
            "9f",
            "8f",
            "af",
            "bf")) {
      assertMalformed("Truncated at byte 0", packed);
      assertMalformed("Truncated at byte 1", "91" + packed);
    }
  }

  @Test
  public void aMapNeedsTwoBytesAnEntry() {
    assertMalformed("Truncated at byte 0", "82c0c0c0");
    assertMalformed("Truncated at byte 0", "df80000001" + "c0".repeat(10));
  }

  @Test
  public void containersTogetherMayNotClaimMoreThanTheInput() {
    // Each alone would fit the input, both cannot.
    assertMalformed("Truncated at byte 1", "93" + "93" + "c0c0c0");
    String each = "dc4000";
    assertMalformed("Truncated at byte 3", each + each + "c0".repeat(0x4000));
  }

  @Test
  public void aKeyThatIsNotAStringIsAnError() {
    assertMalformed("Key not a string at byte 1", "8101c0");
    assertMalformed("Key not a string at byte 4", "82b16101" + "a161c0");
    assertMalformed("Key not a string at byte 1", "81c0c0");
    assertMalformed("Key not a string at byte 1", "8190c0");
  }

  @Test
  public void bytesThatAreNotUtf8AreErrors() {
    for (String text :
        List.of(
            "ff",
            "80",
            "bf",
            "c3",
            "c328",
            "c080",
            "c1bf",
            "e0",
            "e0a0",
            "e08080",
            "e09fbf",
            "e0a041",
            "f0",
            "f09f98",
            "f09f9841",
            "f08f8080",
            "f4908080",
            "f5808080",
            "f8808080",
            "c3a9ff",
            "61eda0bd80")) {
      int size = text.length() / 2;
      assertMalformed("Not UTF-8 at byte 0", "b" + size + text);
      assertMalformed("Not UTF-8 at byte 0", "d800" + hexByte(size + 40) + "78".repeat(40) + text);
      assertMalformed("Not UTF-8 at byte 0", "d800" + hexByte(size + 40) + text + "78".repeat(40));
    }
  }

  @Test
  public void nestingBeyondTheLimitIsAnErrorOnBothSides() {
    PackLimits limits = PackLimits.defaults().withMaxDepth(3);
    assertEquals("Too deep at byte 3", failure(Hex.decode("91919190"), limits).getMessage());
    assertEquals("Too deep at byte 3", failure(Hex.decode("91919180"), limits).getMessage());
    assertEquals(List.of(List.of(List.of())), FrontEnd.unpack(Hex.decode("919190"), limits));
    Object deep = List.of(Map.of("in", List.of(List.of())));
    assertEquals("Too deep at $[0].in[0]", refusal(deep, limits));
    assertEquals("919190", Hex.encode(FrontEnd.pack(List.of(List.of(List.of())), limits, false)));
    assertEquals("c0", Hex.encode(FrontEnd.pack(null, limits.withMaxDepth(0), false)));
    assertEquals("Too deep at $", refusal(List.of(), limits.withMaxDepth(0)));
  }

  @Test
  public void aMillionLevelsToUnpackAreACleanError() {
    byte[] packed = new byte[1_000_000];
    Arrays.fill(packed, (byte) 0x91);
    assertEquals("Too deep at byte 512", failure(packed).getMessage());
  }

  @Test
  public void theNumberOfElementsIsLimited() {
    PackLimits limits = PackLimits.defaults().withMaxElements(5);
    assertEquals(5, ((List<?>) FrontEnd.unpack(Hex.decode("9501020304ff"), limits)).size());
    assertEquals("Too large at byte 0", failure(Hex.decode("96000000000000"), limits).getMessage());
    // Arrays and maps count together: 2 + 3 elements, then one entry.
    assertNotNull(FrontEnd.unpack(Hex.decode("9293000000" + "00"), limits));
    assertEquals(
        "Too large at byte 5", failure(Hex.decode("929300000081b16100"), limits).getMessage());
  }

  @Test
  public void theNumberOfElementsToPackIsLimited() {
    PackLimits limits = PackLimits.defaults().withMaxElements(5);
    assertEquals("950102030405", Hex.encode(FrontEnd.pack(List.of(1, 2, 3, 4, 5), limits, false)));
    assertEquals("Too large at $", refusal(List.of(1, 2, 3, 4, 5, 6), limits));
    // Arrays and maps count together: 2 + 3 elements, then one entry.
    assertEquals("Too large at $[1]", refusal(List.of(List.of(1, 2, 3), Map.of("a", 1)), limits));
  }

  @Test
  public void theLengthsOfStringsAndBinariesAndMessagesAreLimited() {
    PackLimits limits =
        PackLimits.defaults().withMaxStringBytes(3).withMaxBinaryBytes(4).withMaxTotalBytes(9);
    assertEquals("abc", FrontEnd.unpack(Hex.decode("b3616263"), limits));
    assertEquals("Too large at byte 0", failure(Hex.decode("b461626364"), limits).getMessage());
    assertEquals("Too large at byte 0", failure(Hex.decode("a50000000000"), limits).getMessage());
    assertNotNull(FrontEnd.unpack(Hex.decode("a400000000"), limits));
    assertNotNull(FrontEnd.unpack(Hex.decode("980000000000000000"), limits));
    assertEquals(
        "Too large at byte 0", failure(Hex.decode("99000000000000000000"), limits).getMessage());
  }

  @Test
  public void aKeyIsLimitedLikeAnyString() {
    PackLimits limits = PackLimits.defaults().withMaxStringBytes(2);
    assertEquals("Too large at byte 1", failure(Hex.decode("81b3616263c0"), limits).getMessage());
  }

  @Test
  public void randomBytesAreAValueOrAnError() {
    long seed = System.currentTimeMillis();
    RandomValues random = new RandomValues(seed);
    for (int i = 0; i < 3000; i++) {
      assertClean("Seed " + seed + ", input " + i, random.bytes(60));
    }
  }

  @Test
  public void damagedValuesAreAValueOrAnError() {
    long seed = System.currentTimeMillis();
    RandomValues random = new RandomValues(seed);
    for (int i = 0; i < 1000; i++) {
      byte[] packed = FrontEnd.pack(random.next());
      for (int damage = 0; damage < 3; damage++) {
        packed[random.below(packed.length)] = (byte) random.below(256);
        assertClean("Seed " + seed + ", input " + i, packed);
      }
    }
  }

  /** What can be read can be written, and is then read as the same. */
  private static void assertClean(String message, byte[] packed) {
    Object value;
    try {
      value = FrontEnd.unpack(packed);
    } catch (MalformedPackException malformed) {
      int offset = malformed.offset();
      assertTrue(message + ": " + offset, offset >= 0 && offset <= packed.length);
      return;
    }
    byte[] again = FrontEnd.pack(value, PackLimits.defaults(), true);
    assertTrue(message, Sameness.same(value, FrontEnd.unpack(again)));
  }

  private static void assertMalformed(String message, String packed) {
    MalformedPackException failure = failure(Hex.decode(packed));
    assertNotNull(packed, failure);
    assertEquals(packed, message, failure.getMessage());
    assertTrue(message, message.endsWith(" at byte " + failure.offset()));
  }

  private static MalformedPackException failure(byte[] packed) {
    return failure(packed, PackLimits.defaults());
  }

  private static MalformedPackException failure(byte[] packed, PackLimits limits) {
    try {
      FrontEnd.unpack(packed, limits);
      return null;
    } catch (MalformedPackException malformed) {
      return malformed;
    }
  }

  private static String refusal(Object value, PackLimits limits) {
    try {
      return "packed as " + Hex.encode(FrontEnd.pack(value, limits, false));
    } catch (UnsupportedValueException refused) {
      assertTrue(refused.getMessage().endsWith(" at " + refused.path()));
      return refused.getMessage();
    }
  }

  private static String hexByte(int value) {
    return Hex.encode(new byte[] {(byte) value});
  }
}
