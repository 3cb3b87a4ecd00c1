package io.github.teapeer.jso.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.jso.core.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

class JavaValueTest {
  @Test
  void nullStaysNullAndAJsObjectStaysWhatItIs() {
    JSObject other = new JSObject() {};
    assertThat(JavaValue.of(null)).isNull();
    assertThat(JavaValue.unwrap(null)).isNull();
    assertThat(JavaValue.of(other)).isSameAs(other);
    assertThat(JavaValue.unwrap(other)).isSameAs(other);
    assertThat(JavaValue.unwrap(JavaValue.of("tea"))).isEqualTo("tea");
  }

  @Test
  void mapsAndListsAreUsedAsTheyAre() {
    Map<String, Object> map = new LinkedHashMap<>();
    JSObject value = JavaValue.of(map);
    Values.set(value, "list", JavaValue.of(new ArrayList<>(List.of("a"))));
    Values.push(Values.get(value, "list"), Values.of(2));
    assertThat(map).containsEntry("list", List.of("a", 2.0));
  }

  @Test
  void equalValuesAreEqualAndHaveTheSameHash() {
    JSObject bytes = JavaValue.of(new byte[] {1, 2});
    JSObject sameBytes = JavaValue.of(new byte[] {1, 2});
    assertThat(bytes).isEqualTo(sameBytes).hasSameHashCodeAs(sameBytes);
    assertThat(bytes).isNotEqualTo(JavaValue.of(new byte[] {1, 3}));
    assertThat(JavaValue.of(List.of("a")))
        .isEqualTo(JavaValue.of(List.of("a")))
        .hasSameHashCodeAs(JavaValue.of(List.of("a")))
        .hasToString("[a]");
    assertThat(JavaValue.of("a")).isNotEqualTo("a");
  }

  @Test
  void aListIsASequence() {
    Sequence<?> sequence = (Sequence<?>) JavaValue.of(List.of("a", 1.0));
    assertThat(sequence.getLength()).isEqualTo(2);
    assertThat(Values.asString(sequence.get(0))).isEqualTo("a");
  }

  @Test
  void bytesAreAnObjectWithoutProperties() {
    JSObject bytes = JavaValue.of(new byte[3]);
    assertThat(Values.isObject(bytes)).isTrue();
    assertThat(Values.get(bytes, "length")).isNull();
  }

  @Test
  void numbersOfAnyKindAreNumbers() {
    JSObject object = JavaValue.of(Map.of("int", 0, "long", 5L, "float", 0.5f));
    assertThat(Values.getBoolean(object, "int")).isFalse();
    assertThat(Values.getInt(object, "long", -1)).isEqualTo(5);
    assertThat(Values.getDouble(object, "float")).isEqualTo(0.5);
  }
}
