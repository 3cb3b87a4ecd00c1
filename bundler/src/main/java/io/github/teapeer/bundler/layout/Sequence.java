package io.github.teapeer.bundler.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pieces whose order is free. */
final class Sequence {
  private static final int LONGEST_MOVE = 4;

  private List<Piece> pieces;

  Sequence(List<Piece> pieces) {
    this.pieces = pieces;
  }

  List<Piece> pieces() {
    return pieces;
  }

  void restore(List<Piece> before) {
    pieces = before;
  }

  /** Moves some pieces to another place. */
  void shuffle(Random random) {
    List<Piece> changed = new ArrayList<>(pieces);
    int from = random.nextInt(changed.size());
    int to = Math.min(changed.size(), from + 1 + random.nextInt(LONGEST_MOVE));
    List<Piece> moved = new ArrayList<>(changed.subList(from, to));
    changed.subList(from, to).clear();
    changed.addAll(random.nextInt(changed.size() + 1), moved);
    pieces = changed;
  }
}
