package io.github.teapeer.binarypack.js;

import static org.junit.Assert.assertArrayEquals;

import io.github.teapeer.binarypack.BinaryPack;
import io.github.teapeer.binarypack.BrowserTestRunner;
import io.github.teapeer.binarypack.RandomValues;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.teavm.junit.SkipJVM;

/** What TeaVM makes of the codec of Java values, and the codec of JavaScript values, are one. */
@RunWith(BrowserTestRunner.class)
@SkipJVM
public class FrontEndsTest {
  private final JsBinaryPack codec = new JsBinaryPack();

  @Test
  public void bothProduceTheSameBytes() {
    long seed = System.currentTimeMillis();
    RandomValues values = new RandomValues(seed);
    for (int i = 0; i < 300; i++) {
      Object value = values.next();
      assertArrayEquals("Seed " + seed + ", value " + i, packedInJs(value), BinaryPack.pack(value));
    }
  }

  @Test
  public void listsHoldNumbersThatNoIntegerIsNear() {
    List<Double> list =
        List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MAX_VALUE,
            -1e300);
    byte[] expected = packedInJs(list);
    assertArrayEquals(expected, BinaryPack.pack(list));
    double[] array = list.stream().mapToDouble(Double::doubleValue).toArray();
    assertArrayEquals(expected, BinaryPack.pack(array));
  }

  private byte[] packedInJs(Object value) {
    return JsBytes.wrap(codec.pack(JsFrontEnd.toJs(value)));
  }
}
