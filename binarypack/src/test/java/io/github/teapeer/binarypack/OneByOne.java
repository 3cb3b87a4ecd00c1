package io.github.teapeer.binarypack;

import java.util.List;
import java.util.Map;

/**
 * Packs values with nothing but the methods of {@link PackWriter}: what each front end is compared
 * with, since none of them is on both platforms.
 */
public final class OneByOne {
  private OneByOne() {}

  public static byte[] pack(Object value) {
    PackWriter out = new PackWriter();
    write(out, value);
    return out.toByteArray();
  }

  private static void write(PackWriter out, Object value) {
    if (value instanceof List<?> list) {
      out.writeArrayHeader(list.size());
      list.forEach(each -> write(out, each));
    } else if (value instanceof Map<?, ?> map) {
      out.writeMapHeader(map.size());
      map.forEach(
          (key, each) -> {
            out.writeString((String) key);
            write(out, each);
          });
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Double number) {
      out.writeDouble(number);
    } else if (value instanceof Number number) {
      out.writeLong(number.longValue());
    } else if (value instanceof byte[] bytes) {
      out.writeBinary(bytes, 0, bytes.length);
    } else if (value == null) {
      out.writeNull();
    } else {
      throw new AssertionError(value.getClass().getName());
    }
  }
}
