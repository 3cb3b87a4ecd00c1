package io.github.teapeer.binarypack;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Writes Java values; the containers on the way are a chain of cursors, not recursive calls. */
final class ValueWriter {
  private final PackWriter out;
  private final PackLimits limits;
  private Cursor top;
  private int depth;
  private int elements;

  ValueWriter(PackWriter out, PackLimits limits) {
    this.out = out;
    this.limits = limits;
  }

  void write(Object root) {
    writeOne(root);
    while (top != null) {
      if (top.next(out)) {
        writeOne(top.value());
      } else {
        top = top.parent;
        depth--;
      }
    }
  }

  private void writeOne(Object value) {
    // In the order in which they can be told apart fast: classes before interfaces.
    if (value == null) {
      out.writeNull();
    } else if (value instanceof String text) {
      if (!LongAscii.write(out, text)) {
        out.writeString(text);
      }
    } else if (value instanceof Number number) {
      writeNumber(number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof byte[] bytes) {
      out.writeBinary(bytes, 0, bytes.length);
    } else if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      out.writeBinary(bytes, 0, bytes.length);
    } else if (value instanceof Map<?, ?> map) {
      open(new Cursor.OfMap(top, map));
      out.writeMapHeader(top.size);
    } else if (value instanceof List<?> list && value instanceof RandomAccess) {
      open(new Cursor.OfList(top, list, list));
      out.writeArrayHeader(top.size);
    } else if (value instanceof Collection<?> collection) {
      open(new Cursor.OfCollection(top, collection));
      out.writeArrayHeader(top.size);
    } else if (value instanceof Object[] array) {
      open(new Cursor.OfList(top, array, Arrays.asList(array)));
      out.writeArrayHeader(top.size);
    } else if (value instanceof CharSequence || value instanceof Character) {
      out.writeString(value.toString());
    } else if (value.getClass().isArray()) {
      open(new Cursor.OfArray(top, value));
      out.writeArrayHeader(top.size);
    } else {
      throw unsupported(value.getClass().getName() + " cannot be packed");
    }
  }

  private void open(Cursor cursor) {
    boolean tooDeep = depth >= limits.maxDepth();
    // Who is in a cycle gets to every depth: it is enough to look at each power of two.
    if ((tooDeep || (depth & (depth - 1)) == 0) && Cursor.isWithin(cursor.container, top)) {
      Cursor last = top;
      while (Cursor.isWithin(last.container, last.parent)) {
        last = last.parent;
      }
      throw new UnsupportedValueException("Contains itself", Cursor.path(last));
    }
    if (tooDeep) {
      throw unsupported("Too deep");
    }
    if (cursor.size > limits.maxElements() - elements) {
      throw unsupported("Too large");
    }
    depth++;
    elements += cursor.size;
    top = cursor;
  }

  private void writeNumber(Number number) {
    if (number instanceof Integer) {
      out.writeInt(number.intValue());
    } else if (number instanceof Double || number instanceof Float) {
      out.writeDouble(number.doubleValue());
    } else if (number instanceof Long
        || number instanceof Short
        || number instanceof Byte
        || number instanceof AtomicInteger
        || number instanceof AtomicLong) {
      out.writeLong(number.longValue());
    } else if (number instanceof BigInteger integer) {
      writeInteger(integer);
    } else if (number instanceof BigDecimal decimal) {
      writeDecimal(decimal);
    } else {
      throw unsupported(number.getClass().getName() + " cannot be packed");
    }
  }

  private void writeInteger(BigInteger integer) {
    if (integer.bitLength() < 64) {
      out.writeLong(integer.longValue());
    } else if (integer.signum() > 0 && integer.bitLength() == 64) {
      out.writeUnsignedLong(integer.longValue());
    } else {
      throw unsupported("Integer of more than 64 bits");
    }
  }

  /** A decimal is packed if there is a double that prints as the same number. */
  private void writeDecimal(BigDecimal decimal) {
    double nearest = decimal.doubleValue();
    if (Double.isInfinite(nearest) || BigDecimal.valueOf(nearest).compareTo(decimal) != 0) {
      throw unsupported("No double is " + decimal);
    }
    out.writeDouble(nearest);
  }

  private UnsupportedValueException unsupported(String problem) {
    return new UnsupportedValueException(problem, Cursor.path(top));
  }
}
