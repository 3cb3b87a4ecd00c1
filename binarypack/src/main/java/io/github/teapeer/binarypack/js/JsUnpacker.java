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
    Frame top = null;
    int depth = 0;
    while (true) {
      int token = in.next();
      if (top != null && top.map && top.key == null) {
        if (token != PackToken.STRING) {
          throw in.malformed("Key is not a string");
        }
        top.key = in.stringValue();
        continue;
      }
      JSObject value;
      if (token <= PackToken.ARRAY) {
        boolean map = token == PackToken.MAP;
        value = map ? JsValues.object() : JsValues.array();
        if (depth == in.limits().maxDepth()) {
          throw in.malformed("Nested too deeply");
        }
        if (in.size() > 0) {
          top = new Frame(top, value, in.size(), map);
          depth++;
          continue;
        }
      } else {
        value = scalar(in, token);
      }
      while (top != null) {
        top.add(value);
        if (--top.left > 0) {
          break;
        }
        value = top.container;
        top = top.parent;
        depth--;
      }
      if (top == null) {
        return value;
      }
    }
  }

  private static JSObject scalar(PackReader in, int token) {
    return switch (token) {
      case PackToken.INTEGER -> JsValues.of(in.intValue());
      case PackToken.STRING -> JsValues.of(in.stringValue());
      case PackToken.BINARY ->
          JsBytes.copy(in.input(), in.contentOffset(), in.contentOffset() + in.size());
      case PackToken.FALSE -> JsValues.of(false);
      case PackToken.TRUE -> JsValues.of(true);
      case PackToken.NULL -> null;
      case PackToken.UNDEFINED -> JsValues.undefined();
      default -> JsValues.of(in.doubleValue());
    };
  }

  /** A container that is being filled. */
  private static final class Frame {
    final Frame parent;
    final JSObject container;
    final boolean map;
    int left;
    String key;

    Frame(Frame parent, JSObject container, int left, boolean map) {
      this.parent = parent;
      this.container = container;
      this.left = left;
      this.map = map;
    }

    void add(JSObject value) {
      if (map) {
        JsValues.put(container, key, value);
        key = null;
      } else {
        JsValues.add(container, value);
      }
    }
  }
}
