package io.github.teapeer.binarypack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The decoder with any bytes. In an ordinary build the known inputs run; with {@code JAZZER_FUZZ=1}
 * in the environment Jazzer looks for others, guided by what they reach.
 */
final class UnpackFuzzTest {
  @FuzzTest(maxDuration = "5m")
  void anyBytesAreAValueOrMalformed(byte[] packed) {
    assertHolds(packed, false);
    assertHolds(packed, true);
    // The decoder is usable, whatever the bytes did to it.
    assertThat(BinaryPack.unpack(Hex.decode("81b161" + "9205c3"))).hasToString("{a=[5, true]}");
  }

  private static void assertHolds(byte[] packed, boolean legacy) {
    PackReader in = new PackReader(PackLimits.defaults());
    in.setLegacyStrings(legacy);
    Object value;
    try {
      in.reset(packed, 0, packed.length);
      value = BinaryPack.read(in);
      in.finish();
    } catch (MalformedPackException malformed) {
      assertThat(malformed.offset()).isBetween(0, packed.length);
      return;
    }
    PackWriter out = new PackWriter(true);
    BinaryPack.write(out, value, PackLimits.defaults());
    assertThat(Sameness.same(value, BinaryPack.unpack(out.toByteArray()))).isTrue();
  }

  @Test
  void aBombTakesNoMoreMemoryThanItsBytesPayFor() {
    // Each claims far more than there is.
    for (String packed :
        List.of("ddffffffff", "dfffffffff", "d9ffffffff", "dbffffffff", "9f".repeat(400))) {
      assertThatThrownBy(() -> BinaryPack.unpack(Hex.decode(packed)))
          .isInstanceOf(MalformedPackException.class);
    }
  }
}
