package io.github.teapeer.binarypack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A value, and its bytes (hexadecimal) as stock PeerJS packs it and as this codec has to.
 *
 * @param name what to call it in a message
 * @param notation the value, see {@link Notation}
 * @param stock the bytes of each stock codec that packs the value faithfully
 * @param expected the bytes to produce
 * @param legacy the bytes to produce with legacy strings
 */
record Vector(String name, String notation, List<String> stock, String expected, String legacy) {
  static List<Vector> all() {
    List<Vector> vectors = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Vector.class.getResourceAsStream("/vectors.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        vectors.add(parse(line));
      }
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
    return vectors;
  }

  Object value() {
    return Notation.parse(notation);
  }

  /** Whether a string in it cannot be written as UTF-8 without loss. */
  boolean hasLoneSurrogates() {
    return notation.contains("\\ud");
  }

  private static Vector parse(String line) {
    String[] fields = split(line);
    List<String> stock = new ArrayList<>();
    for (int i = 2; i < 4; i++) {
      if (!fields[i].equals("-")) {
        stock.add(fields[i].equals("=") ? fields[4] : fields[i]);
      }
    }
    String legacy = fields[5].equals("=") ? fields[4] : fields[5];
    return new Vector(fields[0], fields[1], stock, fields[4], legacy);
  }

  /** The six fields of a line; {@link String#split} would bring regular expressions along. */
  private static String[] split(String line) {
    String[] fields = new String[6];
    int start = 0;
    for (int i = 0; i < 5; i++) {
      int end = line.indexOf('\t', start);
      fields[i] = line.substring(start, end);
      start = end + 1;
    }
    fields[5] = line.substring(start);
    return fields;
  }
}
