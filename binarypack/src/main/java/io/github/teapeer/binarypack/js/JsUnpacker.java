package io.github.teapeer.binarypack.js;

import io.github.teapeer.binarypack.MalformedPackException;
import io.github.teapeer.binarypack.PackReader;
import io.github.teapeer.binarypack.PackToken;
import org.teavm.jso.JSObject;

/**
 * Unpacks JavaScript values. A binary becomes an ArrayBuffer of its own, a map a plain object whose
 * keys are all own properties, even {@code __proto__}, an integer of 64 bits the nearest number.
 */
public final class JsUnpacker {
  private JsUnpacker() {}

  /**
   * Reads the next value.
   *
   * @throws MalformedPackException if the input is not BinaryPack or exceeds the reader's limits
   */
  public static JSObject read(PackReader in) {
    JSObject root = null;
    Frame top = null;
    int depth = 0;
    do {
      if (top != null && top.map) {
        if (in.next() != PackToken.STRING) {
          throw in.malformed("Key not a string");
        }
        top.key = in.stringValue();
      }
      int token = in.next();
      boolean container = token <= PackToken.ARRAY;
      JSObject value =
          !container
              ? scalar(in, token)
              : token == PackToken.MAP ? JsValues.object() : JsValues.array();
      if (top == null) {
        root = value;
      } else {
        top.add(value);
      }
      if (container) {
        if (depth++ == in.limits().maxDepth()) {
          throw in.malformed("Too deep");
        }
        top = new Frame(top, value, in.size(), token);
      }
      while (top != null && top.left == 0) {
        top = top.parent;
        depth--;
      }
    } while (top != null);
    return root;
  }

  private static JSObject scalar(PackReader in, int token) {
    if (token == PackToken.INTEGER) {
      return JsValues.of(in.intValue());
    }
    if (token == PackToken.STRING) {
      return JsValues.of(in.stringValue());
    }
    if (token == PackToken.BINARY) {
      return JsBytes.copy(in.input(), in.contentOffset(), in.size());
    }
    return token < PackToken.NULL ? JsValues.of(in.doubleValue()) : JsValues.constant(token & 3);
  }

  /** A container that is being filled; it is in its parent already. */
  private static final class Frame {
    final Frame parent;
    final JSObject container;
    final boolean map;
    int left;
    String key;

    Frame(Frame parent, JSObject container, int left, int token) {
      this.parent = parent;
      this.container = container;
      this.left = left;
      map = token == PackToken.MAP;
    }

    void add(JSObject value) {
      left--;
      JsValues.put(container, key, value);
    }
  }
}
