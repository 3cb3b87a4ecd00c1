package io.github.teapeer.binarypack;

import java.math.BigInteger;

/** Reads Java values; the open containers are a chain of their own, not recursive calls. */
final class ValueReader {
  private final PackReader in;

  ValueReader(PackReader in) {
    this.in = in;
  }

  Object read() {
    Container open = null;
    int depth = 0;
    while (true) {
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
                ? new Container.OfMap(open, in.size())
                : new Container.OfList(open, in.size());
        if (open != null) {
          open.add(inner.value());
        }
        open = inner;
      }
      open.readShort(in);
      while (open.isFull()) {
        if (open.parent == null) {
          return open.value();
        }
        open = open.parent;
        open.readShort(in);
        depth--;
      }
    }
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
