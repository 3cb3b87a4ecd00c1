package io.github.teapeer.binarypack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * What the JVM writes and reads by its own short cuts is the same, byte for byte, as what {@link
 * PackWriter} and {@link PackReader} make of it value by value.
 */
final class ShortFormsTest {
  private static final int[] INTEGERS = integersAroundEveryPowerOfTwo();

  private static final double[] DOUBLES = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    127,
    128,
    255,
    256,
    65_535,
    65_536,
    -32,
    -33,
    -128,
    -129,
    -32_768,
    -32_769,
    0x1p31,
    0x1p31 - 1,
    -0x1p31,
    -0x1p31 - 1,
    0x1p32 - 1,
    0x1p32,
    0x1p53 - 1,
    0x1p53,
    -0x1p53,
    0x1p62,
    0x1p63,
    -0x1p63,
    0x1p64,
    1e300,
    -1e300,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.NaN,
    -Double.NaN,
    Double.longBitsToDouble(0xfff8_0000_0000_0001L),
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    1 / 3.0,
    4294967295.5
  };

  @Test
  void runsOfEveryLengthAreReadBetweenOtherValues() {
    for (int length = 0; length < 100; length++) {
      List<Object> list = new ArrayList<>(Collections.nCopies(length, 0.5));
      list.add("a");
      list.addAll(Collections.nCopies(length, 200));
      list.add(null);
      for (int i = 0; i < length; i++) {
        list.add(i);
      }
      list.addAll(Collections.nCopies(length, -0.25));
      assertThat(BinaryPack.unpack(BinaryPack.pack(list))).as("%s", length).isEqualTo(list);
      assertThat(BinaryPack.unpack(BinaryPack.pack(list.subList(0, length))))
          .isEqualTo(list.subList(0, length));
    }
  }

  @Test
  void everyIntegerHasTheFormThatTheWriterGivesIt() {
    PackWriter out = new PackWriter();
    out.writeArrayHeader(INTEGERS.length);
    List<Object> list = new ArrayList<>();
    for (int integer : INTEGERS) {
      out.writeInt(integer);
      list.add(integer);
    }
    byte[] expected = out.toByteArray();
    assertThat(BinaryPack.pack(list)).isEqualTo(expected);
    assertThat(BinaryPack.pack(list.toArray())).isEqualTo(expected);
    assertThat(BinaryPack.pack(new ArrayDeque<>(list))).isEqualTo(expected);
    assertThat(BinaryPack.pack(INTEGERS)).isEqualTo(expected);
    assertThat(BinaryPack.pack(Arrays.stream(INTEGERS).asDoubleStream().toArray()))
        .isEqualTo(expected);
    assertThat(BinaryPack.pack(Arrays.stream(INTEGERS).asLongStream().toArray()))
        .isEqualTo(expected);
    assertThat(Sameness.same(list, BinaryPack.unpack(expected))).isTrue();
  }

  @Test
  void everyDoubleHasTheFormThatTheWriterGivesIt() {
    PackWriter out = new PackWriter();
    out.writeArrayHeader(DOUBLES.length);
    List<Object> list = new ArrayList<>();
    for (double number : DOUBLES) {
      out.writeDouble(number);
      list.add(number);
    }
    byte[] expected = out.toByteArray();
    assertThat(BinaryPack.pack(list)).isEqualTo(expected);
    assertThat(BinaryPack.pack(list.toArray())).isEqualTo(expected);
    assertThat(BinaryPack.pack(new ArrayDeque<>(list))).isEqualTo(expected);
    assertThat(BinaryPack.pack(DOUBLES)).isEqualTo(expected);
    assertThat(Sameness.same(list, BinaryPack.unpack(expected))).isTrue();
  }

  @Test
  void theBufferGrowsWhereverAValueIs() {
    // So many bytes before each kind of value that the first buffer ends before, in or after it.
    for (int before = 970; before <= 1030; before++) {
      List<Object> list = new ArrayList<>(Collections.nCopies(before, 7));
      Map<String, Object> map = new LinkedHashMap<>();
      for (Object value : Arrays.asList(0.1, 70_000, "fifteen letters", null, true, 0x1p40, "日本")) {
        list.add(value);
        map.put("key " + value, value);
        map.put("a key of more than fifteen letters " + value, value);
      }
      assertSurvives(list);
      assertSurvives(List.of("x".repeat(before), map));
      assertSurvives(List.of("x".repeat(before - 40), "y".repeat(40), map, list));
      int[] integers = new int[before / 5 + 3];
      Arrays.fill(integers, -100_000);
      assertThat(BinaryPack.pack(integers)).isEqualTo(OneByOne.pack(Arrays.asList(box(integers))));
      double[] numbers = new double[before / 9 + 3];
      Arrays.fill(numbers, before / 7.0);
      numbers[before / 9] = -0.0;
      assertSurvives(Arrays.stream(numbers).boxed().toList());
      assertThat(BinaryPack.pack(numbers))
          .isEqualTo(OneByOne.pack(Arrays.stream(numbers).boxed().toList()));
    }
  }

  @Test
  void valuesOfAllKindsTakeTurns() {
    List<Object> list = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      list.add(
          switch (random.nextInt(10)) {
            case 0 -> random.nextInt(256);
            case 1 -> random.nextInt();
            case 2 -> random.nextDouble();
            case 3 -> random.nextLong() >> random.nextInt(64);
            case 4 -> "t" + random.nextInt(30);
            case 5 -> "é" + random.nextInt(30);
            case 6 -> "longer than fifteen " + random.nextInt(30);
            case 7 -> random.nextBoolean();
            case 8 -> List.of(1, random.nextDouble(), "x");
            default -> null;
          });
    }
    assertSurvives(list);
  }

  @Test
  void randomValuesAreTheBytesOfTheWriter() {
    long seed = System.nanoTime();
    RandomValues values = new RandomValues(seed);
    for (int i = 0; i < 3000; i++) {
      Object value = values.next();
      byte[] packed = BinaryPack.pack(value);
      assertThat(packed).as("Seed %d, value %d", seed, i).isEqualTo(OneByOne.pack(value));
      assertThat(Sameness.same(value, BinaryPack.unpack(packed)))
          .as("Seed %d, value %d", seed, i)
          .isTrue();
    }
  }

  @Test
  void aLargeBinaryIsStillNotCopiedWhereItIsTheLast() {
    for (Object value : List.of(Map.of("data", new byte[100_000]), List.of(1, new byte[100_000]))) {
      PackWriter out = new PackWriter();
      BinaryPack.write(out, value, PackLimits.defaults());
      assertThat(out.buffer()).hasSize(out.length());
    }
  }

  @Test
  void aKeyIsItselfWhateverKeysWereThereBefore() {
    // More than there are slots, in which others are then.
    for (int round = 0; round < 3; round++) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < 2000; i++) {
        map.put("k" + i, "v" + (i % 300));
        map.put("k" + i + "\u0000", i);
        map.put("é" + i, null);
        map.put("", false);
      }
      assertSurvives(map);
    }
  }

  @Test
  void keysOfEveryLengthAreWrittenAndRead() {
    for (int length = 0; length <= 40; length++) {
      for (String last : List.of("", "x", "é", "😀")) {
        assertSurvives(Map.of("k".repeat(length) + last, "v".repeat(length) + last));
      }
    }
  }

  @Test
  void whereAMessageEndsNothingAfterItIsRead() {
    Object value = List.of(Map.of("key", 0.5), "text", 200, List.of(1.5, 2), true);
    byte[] packed = BinaryPack.pack(value);
    byte[] around = new byte[packed.length + 40];
    Arrays.fill(around, (byte) 0xcb);
    System.arraycopy(packed, 0, around, 20, packed.length);
    PackReader in = new PackReader();
    in.reset(around, 20, packed.length);
    assertThat(BinaryPack.read(in)).isEqualTo(value);
    in.finish();
    for (int length = 0; length < packed.length; length++) {
      in.reset(around, 20, length);
      assertThatThrownBy(() -> BinaryPack.read(in)).isInstanceOf(MalformedPackException.class);
    }
  }

  @Test
  void aShortStringThatIsTooLongForTheLimitIsRefused() {
    PackLimits limits = PackLimits.defaults().withMaxStringBytes(4);
    String padding = "00".repeat(16);
    for (String packed :
        List.of("92" + "b56162636465", "81" + "b56162636465", "81b161b56162636465")) {
      assertThatThrownBy(() -> BinaryPack.unpack(Hex.decode(packed + padding), limits))
          .hasMessageStartingWith("Too large at byte ");
    }
  }

  @Test
  void whatIsReadCanBeChanged() {
    byte[] packed = BinaryPack.pack(List.of(1, 0.5, Map.of("a", List.of(2))));
    @SuppressWarnings("unchecked")
    List<Object> list = (List<Object>) BinaryPack.unpack(packed);
    list.add("more");
    list.remove(0);
    @SuppressWarnings("unchecked")
    Map<String, Object> map = (Map<String, Object>) list.get(1);
    map.put("b", null);
    assertThat(list).hasToString("[0.5, {a=[2], b=null}, more]");
  }

  @Test
  void threadsShareWhatWasWrittenAndReadLast() throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int first = t;
      Thread thread =
          new Thread(
              () -> {
                for (int round = 0; round < 200; round++) {
                  Map<String, Object> map = new LinkedHashMap<>();
                  for (int i = 0; i < 500; i++) {
                    map.put("key" + (first * 100 + i), "v" + i);
                  }
                  assertSurvives(map);
                }
              });
      thread.setUncaughtExceptionHandler((where, thrown) -> failure.set(thrown));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failure).hasValue(null);
  }

  /** Is packed as value by value, and read as the same. */
  private static void assertSurvives(Object value) {
    byte[] packed = BinaryPack.pack(value);
    assertThat(packed).isEqualTo(OneByOne.pack(value));
    assertThat(Sameness.same(value, BinaryPack.unpack(packed))).isTrue();
  }

  private static Integer[] box(int[] integers) {
    return Arrays.stream(integers).boxed().toArray(Integer[]::new);
  }

  private static int[] integersAroundEveryPowerOfTwo() {
    List<Integer> integers = new ArrayList<>();
    for (int bit = 0; bit < 32; bit++) {
      for (int off = -2; off <= 2; off++) {
        integers.add((1 << bit) + off);
        integers.add(-(1 << bit) + off);
      }
    }
    return integers.stream().mapToInt(Integer::intValue).toArray();
  }
}
