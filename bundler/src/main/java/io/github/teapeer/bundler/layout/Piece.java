package io.github.teapeer.bundler.layout;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.spelling.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a script's text, with gaps for the names of symbols. */
final class Piece {
  /** What numbers begin with that are gaps, and no others. */
  private static final String NUMBERS = "5318008";

  private static final Pattern GAP = Pattern.compile("Q(\\d+)Q|" + NUMBERS + "(\\d{6})");

  private final Node node;
  private final Compiler compiler;
  private final List<byte[]> texts = new ArrayList<>();
  private final List<Integer> gaps = new ArrayList<>();
  private Spelling spelling;

  /**
   * A piece that is written in one way.
   *
   * @param node what it is the text of, with {@link #gap} for names
   */
  Piece(Node node, Compiler compiler) {
    this.node = node;
    this.compiler = compiler;
    write(node);
  }

  /**
   * A piece that can be written in other ways.
   *
   * @param known how it was written, or null
   */
  Piece(Node node, Compiler compiler, String known) {
    this.node = node;
    this.compiler = compiler;
    spell(Spelling.shortest(node).or(known, node));
  }

  private void write(Node written) {
    String text = compiler.toSource(written);
    texts.clear();
    gaps.clear();
    int end = 0;
    Matcher matcher = GAP.matcher(text);
    while (matcher.find()) {
      texts.add(bytes(text.substring(end, matcher.start())));
      gaps.add(Integer.valueOf(matcher.group(matcher.start(1) < 0 ? 2 : 1)));
      end = matcher.end();
    }
    texts.add(bytes(text.substring(end)));
  }

  /** Writes it in another way. */
  void spell(Spelling other) {
    spelling = other;
    Node copy = node.cloneTree();
    other.apply(copy);
    // What surrounds it says how it is written.
    node.replaceWith(copy);
    write(copy);
    copy.replaceWith(node);
  }

  /** How it is written, or null where there is no other way. */
  Spelling spelling() {
    return spelling;
  }

  /** What stands for the name of a symbol in a text. */
  static String gap(int symbol) {
    return "Q" + symbol + "Q";
  }

  /** What stands for a number in a text. */
  static String number(int symbol) {
    return NUMBERS + "%06d".formatted(symbol);
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
