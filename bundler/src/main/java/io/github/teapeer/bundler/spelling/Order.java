package io.github.teapeer.bundler.spelling;

import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;

/** Children of a node of which some may change places with their neighbours. */
final class Order implements Site {
  private final List<Node> children;
  private final BiPredicate<Node, Node> isFree;

  /**
   * A site.
   *
   * @param children nodes that follow each other, no more than there are digits
   * @param isFree whether two of them may change places
   */
  Order(List<Node> children, BiPredicate<Node, Node> isFree) {
    this.children = children;
    this.isFree = isFree;
  }

  @Override
  public int size() {
    return children.size();
  }

  @Override
  public void read(int[] choice, int from) {
    for (int i = 0; i < size(); i++) {
      choice[from + i] = i;
    }
  }

  @Override
  public boolean isAllowed(int[] choice, int from) {
    int seen = 0;
    for (int i = 0; i < size(); i++) {
      if (choice[from + i] >= size() || (seen & 1 << choice[from + i]) != 0) {
        return false;
      }
      seen |= 1 << choice[from + i];
      for (int j = 0; j < i; j++) {
        if (choice[from + j] > choice[from + i] && !mayFollow(choice[from + j], choice[from + i])) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean mayFollow(int one, int other) {
    return isFree.test(children.get(one), children.get(other));
  }

  /** Moves one child as far as it may. */
  @Override
  public void change(int[] choice, int from, Random random) {
    int at = random.nextInt(size());
    int step = random.nextBoolean() ? 1 : -1;
    for (int rest = 1 + random.nextInt(size()); rest > 0; rest--) {
      int next = at + step;
      if (next < 0 || next >= size() || !mayFollow(choice[from + at], choice[from + next])) {
        return;
      }
      int moved = choice[from + at];
      choice[from + at] = choice[from + next];
      choice[from + next] = moved;
      at = next;
    }
  }

  @Override
  public void apply(int[] choice, int from) {
    Node place = new Node(Token.EMPTY);
    place.insertBefore(children.get(0));
    for (int i = 0; i < size(); i++) {
      children.get(choice[from + i]).detach().insertBefore(place);
    }
    place.detach();
  }
}
