package io.github.teapeer.binarypack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the values of the vectors: JSON with undefined (read as null), numbers as {@code #} and the
 * bits of the double, binaries as {@code @} and their bytes.
 */
final class Notation {
  private final String text;
  private int at;

  private Notation(String text) {
    this.text = text;
  }

  static Object parse(String text) {
    Notation notation = new Notation(text);
    Object value = notation.value();
    if (notation.at != text.length()) {
      throw new IllegalArgumentException("Left over: " + text.substring(notation.at));
    }
    return value;
  }

  private Object value() {
    char first = text.charAt(at);
    return switch (first) {
      case '#' -> number(Hex.decode(hex()));
      case '@' -> Hex.decode(hex());
      case '"' -> string();
      case '[' -> list();
      case '{' -> map();
      default -> word();
    };
  }

  private static double number(byte[] bytes) {
    long bits = 0;
    for (byte each : bytes) {
      bits = (bits << 8) | (each & 0xff);
    }
    return Double.longBitsToDouble(bits);
  }

  private String hex() {
    int start = ++at;
    while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private Object word() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null", "undefined" -> null;
      default -> throw new IllegalArgumentException("Not a value: " + word);
    };
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (text.charAt(at) != '"') {
      char next = text.charAt(at++);
      out.append(next == '\\' ? escaped() : next);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char kind = text.charAt(at++);
    return switch (kind) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> kind;
    };
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    while (separated(']')) {
      list.add(value());
    }
    return list;
  }

  private Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    while (separated('}')) {
      String key = string();
      at++;
      map.put(key, value());
    }
    return map;
  }

  /** Goes over the opening bracket or a comma to the next value; false goes over the end. */
  private boolean separated(char close) {
    if (text.charAt(at) != close) {
      at++;
    }
    if (text.charAt(at) != close) {
      return true;
    }
    at++;
    return false;
  }
}
