package io.github.teapeer.bundler.layout;

import com.google.javascript.rhino.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a script's text, with gaps for the names of symbols. */
final class Piece {
  private static final Pattern GAP = Pattern.compile("Q(\\d+)Q");

  private final Node node;
  private final List<byte[]> texts = new ArrayList<>();
  private final List<Integer> gaps = new ArrayList<>();

  /**
   * A piece.
   *
   * @param node what it is the text of
   * @param text the text, with {@link #gap} for names
   */
  Piece(Node node, String text) {
    this.node = node;
    int end = 0;
    Matcher matcher = GAP.matcher(text);
    while (matcher.find()) {
      texts.add(bytes(text.substring(end, matcher.start())));
      gaps.add(Integer.valueOf(matcher.group(1)));
      end = matcher.end();
    }
    texts.add(bytes(text.substring(end)));
  }

  /** What stands for the name of a symbol in a text. */
  static String gap(int symbol) {
    return "Q" + symbol + "Q";
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  Node node() {
    return node;
  }

  /** Writes the piece: its texts, and between them its gaps. */
  void write(Consumer<byte[]> text, IntConsumer gap) {
    for (int i = 0; i < gaps.size(); i++) {
      text.accept(texts.get(i));
      gap.accept(gaps.get(i));
    }
    text.accept(texts.get(gaps.size()));
  }
}
