package io.github.teapeer.binarypack;

import java.math.BigInteger;

/** Reads Java values; the open containers are a chain of their own, not recursive calls. */
final class ValueReader {
  private final PackReader in;
  private Container open;
  private int depth;

  ValueReader(PackReader in) {
    this.in = in;
  }

  Object read() {
    while (true) {
      if (open instanceof Container.OfMap map) {
        map.key(in.nextKey());
      }
      int token = in.next();
      if (token == PackToken.MAP || token == PackToken.ARRAY) {
        open(token);
      } else {
        Object value = scalar(token);
        if (open == null) {
          return value;
        }
        open.add(value);
      }
      while (open.isFull()) {
        Object value = open.value();
        open = open.parent;
        depth--;
        if (open == null) {
          return value;
        }
        open.add(value);
      }
    }
  }

  private void open(int token) {
    if (depth == in.limits().maxDepth()) {
      throw in.malformed("Too deep");
    }
    depth++;
    open =
        token == PackToken.MAP
            ? new Container.OfMap(open, in.size())
            : new Container.OfList(open, in.size());
  }

  private Object scalar(int token) {
    return switch (token) {
      case PackToken.BINARY -> in.binaryValue();
      case PackToken.STRING -> in.stringValue();
      case PackToken.INTEGER -> in.intValue();
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
