package io.github.teapeer.binarypack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Java values that change while they are packed, and where among others those are that cannot be.
 */
final class PackFailureTest {
  @Test
  void theListIsAskedForNoMoreThanItSaidThatItHas() {
    // It grows while it is being packed.
    List<Object> growing = new Asked(10, list -> list.size++);
    assertThat(BinaryPack.unpack(BinaryPack.pack(growing)))
        .isEqualTo(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
  }

  @Test
  void aListThatShrinksWhileItIsPackedFailsAsItDoes() {
    List<Object> shrinking = new Asked(10, list -> list.size--);
    assertThatThrownBy(() -> BinaryPack.pack(shrinking))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(BinaryPack.unpack(BinaryPack.pack(List.of(1, 2)))).isEqualTo(List.of(1, 2));
  }

  @Test
  void aMapThatChangesWhileItIsPackedFailsAsItDoes() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("list", new Asked(1, list -> map.put("more", 1)));
    map.put("last", 2);
    assertThatThrownBy(() -> BinaryPack.pack(map))
        .isInstanceOf(ConcurrentModificationException.class);
  }

  @Test
  void theBytesBeforeAnErrorAreAPartOfTheMessage() {
    PackWriter out = new PackWriter();
    List<Object> list = List.of(1, 0.5, "text", new Object(), 2);
    assertThatThrownBy(() -> BinaryPack.write(out, list, PackLimits.defaults()))
        .isInstanceOf(UnsupportedValueException.class)
        .hasMessage("java.lang.Object cannot be packed at $[3]");
    assertThat(Hex.encode(Arrays.copyOf(out.buffer(), out.length())))
        .isEqualTo("9501" + "cb3fe0000000000000" + "b474657874");
  }

  @Test
  void anErrorTellsThePlaceAfterShortValuesToo() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put("b", List.of(true, List.of(0.5, Object.class)));
    assertThatThrownBy(() -> BinaryPack.pack(map)).hasMessageEndingWith(" at $.b[1][1]");
    map.put("b", 2);
    map.put(5, 2);
    assertThatThrownBy(() -> BinaryPack.pack(List.of(1, map)))
        .hasMessage("Key 5 is not a string at $[1]");
  }

  /** A list that changes whenever it is asked for a value. */
  private static final class Asked extends AbstractList<Object> implements RandomAccess {
    private final Consumer<Asked> change;
    int size;

    Asked(int size, Consumer<Asked> change) {
      this.size = size;
      this.change = change;
    }

    @Override
    public Object get(int index) {
      if (index >= size) {
        throw new IndexOutOfBoundsException(index);
      }
      change.accept(this);
      return index;
    }

    @Override
    public int size() {
      return size;
    }
  }
}
