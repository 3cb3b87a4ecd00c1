package io.github.teapeer.bundler.spelling;

import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.Conditions;
import io.github.teapeer.bundler.source.Purity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** What is written as it is, or in one other way. */
final class Toggle implements Site {
  private static final Map<Token, Token> MIRRORED = new EnumMap<>(Token.class);

  /** What asks whether two things differ, by what asks whether they are the same, and back. */
  static final Map<Token, Token> OPPOSITE = new EnumMap<>(Token.class);

  static {
    pair(MIRRORED, Token.EQ, Token.EQ);
    pair(MIRRORED, Token.NE, Token.NE);
    pair(MIRRORED, Token.SHEQ, Token.SHEQ);
    pair(MIRRORED, Token.SHNE, Token.SHNE);
    pair(MIRRORED, Token.LT, Token.GT);
    pair(MIRRORED, Token.LE, Token.GE);
    pair(MIRRORED, Token.MUL, Token.MUL);
    pair(MIRRORED, Token.BITAND, Token.BITAND);
    pair(MIRRORED, Token.BITOR, Token.BITOR);
    pair(MIRRORED, Token.BITXOR, Token.BITXOR);
    pair(OPPOSITE, Token.EQ, Token.NE);
    pair(OPPOSITE, Token.SHEQ, Token.SHNE);
  }

  private final Runnable change;

  private Toggle(Runnable change) {
    this.change = change;
  }

  private static void pair(Map<Token, Token> map, Token one, Token other) {
    map.put(one, other);
    map.put(other, one);
  }

  /** Whether the operands of a node can change places. */
  static boolean isMirrored(Node node) {
    return MIRRORED.containsKey(node.getToken())
        && Purity.areFree(node.getFirstChild(), node.getLastChild());
  }

  /** {@code a < b} or {@code b > a}. */
  static Toggle mirrored(Node comparison) {
    return new Toggle(
        () -> {
          swap(comparison.getFirstChild(), comparison.getLastChild());
          comparison.setToken(MIRRORED.get(comparison.getToken()));
        });
  }

  /** Whether a node asks whether two things are the same, and does one thing or another. */
  static boolean isChoice(Node node) {
    return (node.isHook() || node.isIf())
        && node.hasXChildren(3)
        && OPPOSITE.containsKey(node.getFirstChild().getToken());
  }

  /** {@code a == b ? c : d} or {@code a != b ? d : c}. */
  static Toggle opposite(Node choice) {
    Node condition = choice.getFirstChild();
    return new Toggle(
        () -> {
          swap(choice.getSecondChild(), choice.getLastChild());
          condition.setToken(OPPOSITE.get(condition.getToken()));
        });
  }

  /** Whether a node sets several things to the same, and where they are is known before. */
  static boolean isChain(Node node) {
    return node.isAssign()
        && node.getLastChild().isAssign()
        && Purity.isPure(node.getFirstChild())
        && Purity.isPure(node.getLastChild().getFirstChild());
  }

  /** {@code a = b = c} or {@code b = a = c}. */
  static Toggle exchanged(Node chain) {
    return new Toggle(() -> swap(chain.getFirstChild(), chain.getLastChild().getFirstChild()));
  }

  /** Whether a node asks for two things, of which either can be asked for first. */
  static boolean isPair(Node pair) {
    Node first = pair.getFirstChild();
    return (pair.isAnd() || pair.isOr())
        && Conditions.isCondition(pair)
        && Purity.isSingle(first)
        && Purity.isSingle(first.getNext())
        && Purity.objects(first).containsAll(Purity.objects(first.getNext()));
  }

  /** {@code a && b} or {@code b && a}. */
  static Toggle reversed(Node pair) {
    return new Toggle(() -> swap(pair.getFirstChild(), pair.getLastChild()));
  }

  private static void swap(Node one, Node other) {
    Node place = new Node(Token.EMPTY);
    one.replaceWith(place);
    other.replaceWith(one);
    place.replaceWith(other);
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void read(int[] choice, int from) {
    choice[from] = 0;
  }

  @Override
  public boolean isAllowed(int[] choice, int from) {
    return choice[from] <= 1;
  }

  @Override
  public void change(int[] choice, int from, Random random) {
    choice[from] ^= 1;
  }

  @Override
  public void apply(int[] choice, int from) {
    if (choice[from] == 1) {
      change.run();
    }
  }
}
