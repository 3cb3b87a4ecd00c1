package io.github.teapeer.benchmarks.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/** Java values with {@code msgpack-core}, as its users go about it. */
final class MessagePackObjects {
  private MessagePackObjects() {}

  static void pack(MessagePacker packer, Object value) throws IOException {
    if (value == null) {
      packer.packNil();
    } else if (value instanceof Boolean flag) {
      packer.packBoolean(flag);
    } else if (value instanceof Integer number) {
      packer.packInt(number);
    } else if (value instanceof Long number) {
      packer.packLong(number);
    } else if (value instanceof Double number) {
      packer.packDouble(number);
    } else if (value instanceof String text) {
      packer.packString(text);
    } else if (value instanceof byte[] bytes) {
      packer.packBinaryHeader(bytes.length);
      packer.writePayload(bytes);
    } else if (value instanceof Map<?, ?> map) {
      packer.packMapHeader(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        packer.packString((String) entry.getKey());
        pack(packer, entry.getValue());
      }
    } else {
      Collection<?> list = (Collection<?>) value;
      packer.packArrayHeader(list.size());
      for (Object each : list) {
        pack(packer, each);
      }
    }
  }

  static Object unpack(MessageUnpacker unpacker) throws IOException {
    return switch (unpacker.getNextFormat().getValueType()) {
      case NIL -> {
        unpacker.unpackNil();
        yield null;
      }
      case BOOLEAN -> unpacker.unpackBoolean();
      case INTEGER -> {
        long number = unpacker.unpackLong();
        if (number == (int) number) {
          yield (int) number;
        }
        yield number;
      }
      case FLOAT -> unpacker.unpackDouble();
      case STRING -> unpacker.unpackString();
      case BINARY -> unpacker.readPayload(unpacker.unpackBinaryHeader());
      case ARRAY -> {
        int size = unpacker.unpackArrayHeader();
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          list.add(unpack(unpacker));
        }
        yield list;
      }
      case MAP -> {
        int size = unpacker.unpackMapHeader();
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
          map.put(unpacker.unpackString(), unpack(unpacker));
        }
        yield map;
      }
      case EXTENSION -> throw new IllegalArgumentException("Not one of the values");
    };
  }
}
