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
    JSObject root = null;
    Frame top = null;
    int depth = 0;
    do {
      if (top != null && top.map) {
        top.key = in.nextKey();
      }
      int token = in.next();
      boolean map = token == PackToken.MAP;
      boolean container = token <= PackToken.ARRAY;
      JSObject value =
          !container ? scalar(in, token) : map ? JsValues.object() : JsValues.array(in.size());
      if (top == null) {
        root = value;
      } else {
        top.add(value);
      }
      if (container) {
        if (depth++ == in.limits().maxDepth()) {
          throw in.malformed("Too deep");
        }
        top = new Frame(top, value, map, in.size());
        if (!map) {
          top.addNumbers(in);
        }
      }
      while (top != null && top.index == top.size) {
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
      return in.makesViews()
          ? JsBytes.view(in.input(), in.contentOffset(), in.size())
          : JsBytes.copy(in.input(), in.contentOffset(), in.size());
    }
    return token < PackToken.NULL ? JsValues.of(in.doubleValue()) : JsValues.constant(token & 3);
  }

  /** A container that is being filled; it is in its parent already. */
  private static final class Frame {
    final Frame parent;

    final JSObject container;
    final boolean map;
    final int size;
    int index;

    /** Not null, so that the browser has all fields in the object from the start. */
    String key = "";

    Frame(Frame parent, JSObject container, boolean map, int size) {
      this.parent = parent;
      this.container = container;
      this.map = map;
      this.size = size;
    }

    void add(JSObject value) {
      if (map) {
        JsValues.put(container, key, value);
      } else {
        JsValues.put(container, index, value);
      }
      index++;
    }

    /** Most arrays of numbers have nothing else in them: a loop for these alone. */
    void addNumbers(PackReader in) {
      byte[] bytes = in.input();
      int at = in.position();
      int end = at + in.remaining();
      while (index < size && at < end) {
        int type = bytes[at];
        if (type >= -32) {
          JsValues.put(container, index, JsValues.of(type));
          at++;
        } else if (type == UINT_8 && end - at > 1) {
          JsValues.put(container, index, JsValues.of(bytes[at + 1] & 0xff));
          at += 2;
        } else if (type == DOUBLE && end - at > 8) {
          JsValues.put(container, index, JsValues.of(in.doubleAt(at + 1)));
          at += 9;
        } else {
          break;
        }
        index++;
      }
      in.skip(at, index);
    }
  }
}
