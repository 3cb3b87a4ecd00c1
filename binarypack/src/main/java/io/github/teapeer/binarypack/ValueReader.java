package io.github.teapeer.binarypack;

import java.math.BigInteger;

/** Reads Java values; the open containers are a chain of their own, not recursive calls. */
final class ValueReader {
  private static final int DOUBLE = (byte) 0xcb;
  private static final int UINT_8 = (byte) 0xcc;

  private final PackReader in;

  ValueReader(PackReader in) {
    this.in = in;
  }

  Object read() {
    Container open = null;
    int depth = 0;
    while (true) {
      if (open != null && open.isMap()) {
        open.key(in.nextKey());
      }
      int token = in.next();
      if (token > PackToken.ARRAY) {
        Object value = scalar(token);
        if (open == null) {
          return value;
        }
        open.add(value);
      } else {
        if (depth++ == in.limits().maxDepth()) {
          throw in.malformed("Too deep");
        }
        Container inner =
            token == PackToken.MAP
                ? Container.ofMap(open, in.size())
                : Container.ofList(open, in.size());
        if (open != null) {
          open.add(inner.value());
        }
        open = inner;
        if (token == PackToken.ARRAY) {
          readNumbers(open);
        }
      }
      while (open.isFull()) {
        if (open.parent == null) {
          return open.value();
        }
        open = open.parent;
        depth--;
      }
    }
  }

  /** Most arrays of numbers have nothing else in them: a loop for these alone. */
  private void readNumbers(Container list) {
    byte[] bytes = in.input();
    int at = in.position();
    int end = at + in.remaining();
    int count = 0;
    while (!list.isFull() && at < end) {
      int type = bytes[at];
      if (type >= -32) {
        list.add(type);
        at++;
      } else if (type == UINT_8 && end - at > 1) {
        list.add(bytes[at + 1] & 0xff);
        at += 2;
      } else if (type == DOUBLE && end - at > 8) {
        list.add(in.doubleAt(at + 1));
        at += 9;
      } else {
        break;
      }
      count++;
    }
    in.skip(at, count);
  }

  private Object scalar(int token) {
    return switch (token) {
      case PackToken.INTEGER -> in.intValue();
      case PackToken.BINARY -> in.binaryValue();
      case PackToken.STRING -> in.stringValue();
      case PackToken.LONG ->
          in.isUnsigned()
              ? new BigInteger(Long.toUnsignedString(in.longValue()))
              : (Object) in.longValue();
      case PackToken.DOUBLE -> in.doubleValue();
      case PackToken.FALSE -> false;
      case PackToken.TRUE -> true;
      default -> null;
    };
  }
}
