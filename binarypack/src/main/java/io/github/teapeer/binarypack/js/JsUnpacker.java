package io.github.teapeer.binarypack.js;

import io.github.teapeer.binarypack.MalformedPackException;
import io.github.teapeer.binarypack.PackReader;
import io.github.teapeer.binarypack.PackToken;
import org.teavm.jso.JSObject;

/**
 * Unpacks JavaScript values. A binary becomes an ArrayBuffer of its own unless the reader {@link
 * PackReader#makesViews}, a map a plain object whose keys are all own properties, even {@code
 * __proto__}, an integer of 64 bits the nearest number.
 */
public final class JsUnpacker {
  private static final int DOUBLE = (byte) 0xcb;
  private static final int UINT_8 = (byte) 0xcc;

  private JsUnpacker() {}

  /**
   * Reads the next value.
   *
   * @throws MalformedPackException if the input is not BinaryPack or exceeds the reader's limits
   */
  public static JSObject read(PackReader in) {
    return read(in, 0);
  }

  private static JSObject read(PackReader in, int depth) {
    int token = in.next();
    if (token > PackToken.ARRAY) {
      return scalar(in, token);
    }
    if (depth == in.limits().maxDepth()) {
      throw in.malformed("Too deep");
    }
    int size = in.size();
    if (token == PackToken.MAP) {
      JSObject map = JsValues.object();
      for (int i = 0; i < size; i++) {
        String key = in.nextKey();
        JsValues.put(map, key, read(in, depth + 1));
      }
      return map;
    }
    JSObject array = JsValues.array(size);
    for (int i = readNumbers(in, array, size); i < size; i++) {
      JsValues.put(array, i, read(in, depth + 1));
    }
    return array;
  }

  private static JSObject scalar(PackReader in, int token) {
    if (token == PackToken.INTEGER) {
      return JsValues.of(in.intValue());
    }
    if (token == PackToken.STRING) {
      return JsValues.of(in.stringValue());
    }
    if (token == PackToken.BINARY) {
      JSObject view = JsBytes.view(in.input(), in.contentOffset(), in.position());
      return in.makesViews() ? view : JsBytes.copy(view);
    }
    return token < PackToken.NULL ? JsValues.of(in.doubleValue()) : JsValues.constant(token);
  }

  /**
   * Most arrays of numbers have nothing else in them: a loop for these alone.
   *
   * @return how many elements it has read
   */
  private static int readNumbers(PackReader in, JSObject array, int size) {
    byte[] bytes = in.input();
    int at = in.position();
    int end = in.end();
    int index = 0;
    while (index < size && at < end) {
      int type = bytes[at];
      if (type >= -32) {
        JsValues.put(array, index, JsValues.of(type));
        at++;
      } else if (type == UINT_8 && end - at > 1) {
        JsValues.put(array, index, JsValues.of(bytes[at + 1] & 0xff));
        at += 2;
      } else if (type == DOUBLE && end - at > 8) {
        JsValues.put(array, index, JsValues.of(in.doubleAt(at + 1)));
        at += 9;
      } else {
        break;
      }
      index++;
    }
    in.skip(at, index);
    return index;
  }
}
