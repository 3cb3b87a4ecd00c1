package io.github.teapeer.bundler.flow;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows a function forwards, along every way that it may take: what holds where two ways meet is
 * what holds on either. What the bits of a state mean, and how variables change them, its
 * subclasses say.
 */
abstract class Flow {
  /** Where {@code break} and {@code continue} to a label lead. */
  private static final class Target {
    private final Set<String> labels = new HashSet<>();
    private final boolean loop;
    private final BitSet broken = new BitSet();
    private final BitSet continued = new BitSet();
    private boolean reached;

    private Target(boolean loop) {
      this.loop = loop;
    }
  }

  /** Thrown for a function with a statement that the analysis does not know. */
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Unknown() {
      super(null, null, false, false);
    }
  }

  private final List<Target> targets = new ArrayList<>();
  private final List<BitSet> thrown = new ArrayList<>();
  private final List<String> pendingLabels = new ArrayList<>();

  /** Called where a variable is read, as often as something may hold there that did not before. */
  abstract void use(Node name, BitSet state);

  /** What holds once a variable is set; a state of its own. */
  abstract BitSet define(Node name, BitSet state);

  /**
   * Follows a function from its first statement.
   *
   * @param state what holds there
   * @return whether it could be followed: there are statements that the analysis does not know
   */
  final boolean follow(Node function, BitSet state) {
    if (!function.getLastChild().isBlock()) {
      return false;
    }
    try {
      statement(function.getLastChild(), state);
      return true;
    } catch (Unknown unknown) {
      return false;
    }
  }

  /** What holds at the end of a statement; null where its end is not reached. */
  private BitSet statement(Node node, BitSet in) {
    List<String> labels = List.copyOf(pendingLabels);
    pendingLabels.clear();
    BitSet state = in;
    switch (node.getToken()) {
      case BLOCK -> {
        for (Node child : SourceTree.children(node)) {
          if (state == null) {
            return null;
          }
          state = statement(child, state);
        }
        return state;
      }
      case EXPR_RESULT -> {
        return expression(node.getFirstChild(), state);
      }
      case LET, CONST, VAR -> {
        for (Node name : SourceTree.children(node)) {
          if (!name.isName()) {
            throw new Unknown();
          }
          if (name.hasChildren()) {
            state = expression(name.getFirstChild(), state);
            state = set(name, state);
          }
        }
        return state;
      }
      case IF -> {
        state = expression(node.getFirstChild(), state);
        BitSet then = statement(node.getSecondChild(), copy(state));
        BitSet otherwise =
            node.getChildCount() == 3 ? statement(node.getLastChild(), copy(state)) : state;
        return join(then, otherwise);
      }
      case LABEL -> {
        String label = node.getFirstChild().getString();
        Node body = node.getLastChild();
        pendingLabels.addAll(labels);
        pendingLabels.add(label);
        if (isLoop(body) || body.isLabel()) {
          return statement(body, state);
        }
        Target target = new Target(false);
        target.labels.addAll(pendingLabels);
        pendingLabels.clear();
        targets.add(target);
        BitSet out = statement(body, state);
        targets.remove(targets.size() - 1);
        return target.reached ? join(out, target.broken) : out;
      }
      case FOR, WHILE, DO -> {
        return loop(node, state, labels);
      }
      case FOR_OF, FOR_IN -> {
        return walk(node, state, labels);
      }
      case BREAK, CONTINUE -> {
        jump(node, state);
        return null;
      }
      case RETURN, THROW -> {
        if (node.hasChildren()) {
          expression(node.getFirstChild(), state);
        }
        return null;
      }
      case SWITCH -> {
        return choice(node, state, labels);
      }
      case TRY -> {
        return attempt(node, state);
      }
      case EMPTY -> {
        return state;
      }
      default -> throw new Unknown();
    }
  }

  private static boolean isLoop(Node node) {
    return NodeUtil.isLoopStructure(node) || node.isSwitch();
  }

  private BitSet loop(Node node, BitSet in, List<String> labels) {
    BitSet state = in;
    Node condition;
    Node step = null;
    Node body;
    if (node.isVanillaFor()) {
      Node start = node.getFirstChild();
      if (start.isLet() || start.isVar() || start.isConst()) {
        state = statement(start, state);
      } else if (!start.isEmpty()) {
        state = expression(start, state);
      }
      condition = node.getSecondChild();
      step = node.getChildAtIndex(2);
      body = node.getLastChild();
    } else if (node.isWhile()) {
      condition = node.getFirstChild();
      body = node.getLastChild();
    } else {
      body = node.getFirstChild();
      condition = node.getLastChild();
    }
    boolean endless = condition.isEmpty() || condition.isTrue();
    BitSet head = copy(state);
    while (true) {
      Target target = new Target(true);
      target.labels.addAll(labels);
      targets.add(target);
      BitSet out = copy(head);
      BitSet exit = null;
      if (!node.isDo()) {
        if (!condition.isEmpty()) {
          out = expression(condition, out);
        }
        exit = endless ? null : copy(out);
      }
      out = statement(body, out);
      if (!target.continued.isEmpty() || target.reached) {
        out = join(out, target.continued.isEmpty() ? null : target.continued);
      }
      if (out != null && node.isDo()) {
        out = expression(condition, out);
        exit = endless ? null : copy(out);
      }
      if (out != null && step != null && !step.isEmpty()) {
        out = expression(step, out);
      }
      targets.remove(targets.size() - 1);
      BitSet next = join(copy(head), out);
      if (next.equals(head)) {
        return target.broken.isEmpty() ? exit : join(exit, target.broken);
      }
      head = next;
    }
  }

  /** A loop over what another object has. */
  private BitSet walk(Node node, BitSet in, List<String> labels) {
    Node item = node.getFirstChild();
    boolean isOuter = item.isName();
    if (!isOuter && !item.getFirstChild().isName()) {
      throw new Unknown();
    }
    BitSet head = copy(expression(node.getSecondChild(), in));
    while (true) {
      Target target = new Target(true);
      target.labels.addAll(labels);
      targets.add(target);
      BitSet out = isOuter ? set(item, copy(head)) : copy(head);
      out = join(statement(node.getLastChild(), out), target.reached ? target.continued : null);
      targets.remove(targets.size() - 1);
      BitSet next = join(copy(head), out);
      if (next.equals(head)) {
        return target.reached ? join(head, target.broken) : head;
      }
      head = next;
    }
  }

  private BitSet choice(Node node, BitSet in, List<String> labels) {
    BitSet state = expression(node.getFirstChild(), in);
    Target target = new Target(false);
    target.labels.addAll(labels);
    target.labels.add("");
    targets.add(target);
    BitSet through = null;
    boolean otherwise = false;
    Node cases = node.getSecondChild();
    List<Node> list =
        cases.isCase() || cases.isDefaultCase()
            ? SourceTree.children(node).subList(1, node.getChildCount())
            : SourceTree.children(cases);
    for (Node option : list) {
      otherwise |= option.isDefaultCase();
      if (option.isCase()) {
        state = expression(option.getFirstChild(), state);
      }
      through = statement(option.getLastChild(), join(through, copy(state)));
    }
    targets.remove(targets.size() - 1);
    BitSet out = otherwise ? through : join(through, state);
    return target.reached ? join(out, target.broken) : out;
  }

  private BitSet attempt(Node node, BitSet in) {
    Node handler = node.getSecondChild();
    if (node.getChildCount() > 2 || !handler.hasChildren()) {
      throw new Unknown();
    }
    thrown.add(copy(in));
    BitSet out = statement(node.getFirstChild(), copy(in));
    BitSet caught = thrown.remove(thrown.size() - 1);
    for (BitSet outer : thrown) {
      outer.or(caught);
    }
    BitSet recovered = statement(handler.getFirstChild().getLastChild(), caught);
    return join(out, recovered);
  }

  private void jump(Node node, BitSet state) {
    String label = node.hasChildren() ? node.getFirstChild().getString() : null;
    for (int i = targets.size() - 1; i >= 0; i--) {
      Target target = targets.get(i);
      boolean matches =
          label == null
              ? target.loop || (node.isBreak() && target.labels.contains(""))
              : target.labels.contains(label);
      if (matches) {
        target.reached = true;
        (node.isBreak() ? target.broken : target.continued).or(state);
        return;
      }
    }
    throw new Unknown();
  }

  private BitSet expression(Node node, BitSet in) {
    BitSet state = in;
    switch (node.getToken()) {
      case NAME -> {
        use(node, state);
        return state;
      }
      case ASSIGN -> {
        if (node.getFirstChild().isName()) {
          state = expression(node.getLastChild(), state);
          return set(node.getFirstChild(), state);
        }
        if (!node.getFirstChild().isGetProp() && !node.getFirstChild().isGetElem()) {
          throw new Unknown();
        }
        state = expression(node.getFirstChild(), state);
        return expression(node.getLastChild(), state);
      }
      case AND, OR, COALESCE -> {
        state = expression(node.getFirstChild(), state);
        BitSet right = expression(node.getLastChild(), copy(state));
        return join(state, right);
      }
      case HOOK -> {
        state = expression(node.getFirstChild(), state);
        BitSet then = expression(node.getSecondChild(), copy(state));
        BitSet otherwise = expression(node.getLastChild(), copy(state));
        return join(then, otherwise);
      }
      case FUNCTION -> {
        return state;
      }
      case CLASS, YIELD, AWAIT -> throw new Unknown();
      default -> {
        Node first = node.getFirstChild();
        boolean updates =
            node.isInc() || node.isDec() || node.getToken().name().startsWith("ASSIGN_");
        for (Node child : SourceTree.children(node)) {
          state = expression(child, state);
        }
        if (node.getToken().name().startsWith("OPTCHAIN_")) {
          state = join(in, state);
        }
        if (updates && first.isName()) {
          state = isLogical(node) ? join(state, set(first, state)) : set(first, state);
        }
        return state;
      }
    }
  }

  /** Whether an assignment may be left out, depending on what there is already. */
  private static boolean isLogical(Node node) {
    return switch (node.getToken()) {
      case ASSIGN_OR, ASSIGN_AND, ASSIGN_COALESCE -> true;
      default -> false;
    };
  }

  private BitSet set(Node name, BitSet state) {
    BitSet out = define(name, state);
    // Where an exception comes from is not looked at: from anywhere in the block.
    thrown.forEach(catching -> catching.or(out));
    return out;
  }

  private static BitSet copy(BitSet state) {
    return (BitSet) state.clone();
  }

  private static BitSet join(BitSet left, BitSet right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    BitSet both = copy(left);
    both.or(right);
    return both;
  }
}
