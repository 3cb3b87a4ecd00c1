package io.github.teapeer.bundler;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.rhino.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;

/**
 * Puts functions beside those that they resemble, where compression finds them again: what a
 * function does not depend on where it stands.
 *
 * <p>The order is looked for by trial: functions are moved to other places as long as that makes
 * the whole smaller. The trials are the same in every build.
 */
final class FunctionOrder {
  private static final int TRIALS = 1500;
  private static final int LONGEST_MOVE = 4;
  private static final long SEED = 20131125;

  private final Compiler compiler;
  private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
  private final byte[] compressed = new byte[1 << 16];

  FunctionOrder(Compiler compiler) {
    this.compiler = compiler;
  }

  /**
   * Puts the functions that are declared in a block to its beginning, in a better order.
   *
   * @param block the body of a function that nothing will optimise any more
   */
  void improve(Node block) {
    List<Node> functions = new ArrayList<>();
    for (Node statement = block.getFirstChild(); statement != null; ) {
      Node following = statement.getNext();
      if (statement.isFunction()) {
        functions.add(statement.detach());
      }
      statement = following;
    }
    if (functions.isEmpty()) {
      return;
    }
    String rest = compiler.toSource(block);
    List<Integer> order = search(functions.stream().map(compiler::toSource).toList(), rest);
    // Each is put in front of the one that follows it.
    for (int i = order.size() - 1; i >= 0; i--) {
      block.addChildToFront(functions.get(order.get(i)));
    }
  }

  private List<Integer> search(List<String> texts, String rest) {
    Random random = new Random(SEED);
    List<Integer> best = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      best.add(i);
    }
    int size = size(best, texts, rest);
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Integer> candidate = new ArrayList<>(best);
      int from = random.nextInt(texts.size());
      int to = Math.min(texts.size(), from + 1 + random.nextInt(LONGEST_MOVE));
      List<Integer> moved = new ArrayList<>(candidate.subList(from, to));
      candidate.subList(from, to).clear();
      candidate.addAll(random.nextInt(candidate.size() + 1), moved);
      int smaller = size(candidate, texts, rest);
      if (smaller <= size) {
        best = candidate;
        size = smaller;
      }
    }
    return best;
  }

  private int size(List<Integer> order, List<String> texts, String rest) {
    StringBuilder script = new StringBuilder();
    order.forEach(index -> script.append(texts.get(index)));
    deflater.reset();
    deflater.setInput(script.append(rest).toString().getBytes(StandardCharsets.UTF_8));
    deflater.finish();
    int size = 0;
    while (!deflater.finished()) {
      size += deflater.deflate(compressed);
    }
    return size;
  }
}
