package io.github.teapeer.client.simulation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCConfiguration;
import io.github.teapeer.jso.webrtc.RTCIceCandidate;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSObject;

/**
 * JSON as {@code JSON.parse} and {@code JSON.stringify} have it: numbers are doubles, and objects
 * that are not data become {@code {}}.
 */
final class SimulatedJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final double LARGEST_INTEGER = 1L << 53;

  /** A value that holds itself would be written for ever; Jackson stops at 1000. */
  private static final int MAX_DEPTH = 900;

  private SimulatedJson() {}

  /** A JSON text that is not one. */
  static final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Reads a Java value: Map, List, String, Double, Boolean or null. */
  static Object parse(String text) throws MalformedJsonException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new MalformedJsonException("Unexpected end of JSON input", null);
      }
      Object value = read(parser, first);
      if (parser.nextToken() != null) {
        throw new MalformedJsonException("Unexpected text after JSON", null);
      }
      return value;
    } catch (JsonProcessingException malformed) {
      throw new MalformedJsonException(malformed.getOriginalMessage(), malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Object read(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          map.put(key, read(parser, parser.nextToken()));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          list.add(read(parser, next));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.valueOf(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** Writes a Java value or a JSObject. */
  static String write(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(generator, value, 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Object value, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw DomException.typeError("Converting circular structure to JSON");
    }
    Object plain = value instanceof JSObject object ? plain(object) : value;
    if (plain instanceof Map<?, ?> map) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        generator.writeFieldName((String) entry.getKey());
        write(generator, entry.getValue(), depth + 1);
      }
      generator.writeEndObject();
    } else if (plain instanceof List<?> list) {
      generator.writeStartArray();
      for (Object item : list) {
        write(generator, item, depth + 1);
      }
      generator.writeEndArray();
    } else if (plain instanceof Number number) {
      writeNumber(generator, number.doubleValue());
    } else if (plain instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (plain instanceof String string) {
      generator.writeString(string);
    } else if (plain == null) {
      generator.writeNull();
    } else {
      generator.writeStartObject();
      generator.writeEndObject();
    }
  }

  private static Object plain(JSObject object) {
    if (object instanceof RTCSessionDescription description) {
      Map<String, Object> init = new LinkedHashMap<>();
      init.put("type", description.getType());
      init.put("sdp", description.getSdp());
      return init;
    }
    if (object instanceof RTCConfiguration dictionary) {
      return JavaValue.unwrap(Values.copy(dictionary));
    }
    return JavaValue.unwrap(
        object instanceof RTCIceCandidate candidate ? candidate.toJSON() : object);
  }

  private static void writeNumber(JsonGenerator generator, double number) throws IOException {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      generator.writeNull();
    } else if (number == Math.rint(number) && Math.abs(number) < LARGEST_INTEGER) {
      generator.writeNumber((long) number);
    } else {
      generator.writeNumber(number);
    }
  }
}
