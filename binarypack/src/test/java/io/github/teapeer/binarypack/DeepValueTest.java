package io.github.teapeer.binarypack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Java values that nest deeper than any stack is, and those that contain themselves. */
final class DeepValueTest {
  private static final int MILLION = 1_000_000;

  @Test
  void aMillionLevelsToPackAreACleanError() {
    assertThatThrownBy(() -> BinaryPack.pack(nested()))
        .isInstanceOf(UnsupportedValueException.class)
        .hasMessageStartingWith("Too deep at $[0][0]");
  }

  @Test
  void aMillionLevelsArePackedAndUnpackedWhereTheLimitAllowsIt() {
    PackLimits limits = PackLimits.defaults().withMaxDepth(MILLION + 1);
    PackWriter out = new PackWriter();
    BinaryPack.write(out, nested(), limits);
    assertThat(out.length()).isEqualTo(MILLION + 1);
    Object value = BinaryPack.unpack(out.toByteArray(), limits);
    int depth = 0;
    while (value instanceof List<?> list && !list.isEmpty()) {
      value = list.get(0);
      depth++;
    }
    assertThat(depth).isEqualTo(MILLION);
  }

  @Test
  void aCycleIsReportedWhereItClosesFirst() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("d", List.of(new ArrayList<>(List.of(map))));
    Object value = List.of(List.of(List.of(Map.of("a", List.of(0, map)))));
    assertThatThrownBy(() -> BinaryPack.pack(value))
        .isInstanceOf(UnsupportedValueException.class)
        .hasMessage("Contains itself at $[0][0][0].a[1].d[0][0]");
  }

  private static List<Object> nested() {
    List<Object> value = new ArrayList<>();
    for (int depth = 0; depth < MILLION; depth++) {
      List<Object> outer = new ArrayList<>();
      outer.add(value);
      value = outer;
    }
    return value;
  }
}
