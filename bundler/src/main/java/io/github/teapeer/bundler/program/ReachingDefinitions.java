package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which assignments to a function's variables reach which uses of them.
 *
 * <p>Only variables of the function itself are looked at: what a function inside it sees, or what
 * is declared further in once more, is {@link #isKept left alone}.
 */
final class ReachingDefinitions {
  /** An assignment, a parameter, or the undefined value that a variable starts with. */
  record Definition(String variable, Node name) {}

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

  private final Node function;
  private final List<Definition> definitions = new ArrayList<>();
  private final Map<Node, Integer> definitionOf = new HashMap<>();
  private final Map<String, BitSet> ofVariable = new LinkedHashMap<>();
  private final Map<Node, BitSet> uses = new LinkedHashMap<>();
  private final Set<String> kept = new HashSet<>();
  private final List<Target> targets = new ArrayList<>();
  private final List<BitSet> thrown = new ArrayList<>();
  private final List<String> pendingLabels = new ArrayList<>();

  private ReachingDefinitions(Node function) {
    this.function = function;
  }

  /**
   * Analyses a function.
   *
   * @return nothing where it has no variables, or statements that the analysis does not know
   */
  static Optional<ReachingDefinitions> of(Node function) {
    ReachingDefinitions analysis = new ReachingDefinitions(function);
    Node body = function.getLastChild();
    if (!body.isBlock()) {
      return Optional.empty();
    }
    analysis.findVariables();
    if (analysis.ofVariable.isEmpty()) {
      return Optional.empty();
    }
    try {
      BitSet start = new BitSet();
      start.set(0, analysis.definitions.size());
      analysis.statement(body, start);
    } catch (Unknown unknown) {
      return Optional.empty();
    }
    return Optional.of(analysis);
  }

  /** All definitions; the first ones are the values that the variables start with. */
  List<Definition> definitions() {
    return definitions;
  }

  /** The number of variables, and so of the definitions that are their first values. */
  int variables() {
    return ofVariable.size();
  }

  /** The uses, and the definitions that reach each. */
  Map<Node, BitSet> uses() {
    return uses;
  }

  /** The definition that a use is at the same time, as in {@code i++}, or -1. */
  int definedBy(Node use) {
    return definitionOf.getOrDefault(use, -1);
  }

  /** Whether a variable must stay as it is. */
  boolean isKept(String variable) {
    return kept.contains(variable);
  }

  private void findVariables() {
    for (Node parameter : Declarations.children(function.getSecondChild())) {
      if (!parameter.isName()) {
        ofVariable.clear();
        return;
      }
      declare(parameter);
    }
    for (Node statement : Declarations.children(function.getLastChild())) {
      if (statement.isLet() || statement.isVar()) {
        for (Node name : Declarations.children(statement)) {
          if (!name.isName()) {
            ofVariable.clear();
            return;
          }
          declare(name);
        }
      }
    }
    // A variable of the same name further in, or one that a function inside sees, is left alone.
    walk(function.getLastChild(), false);
  }

  private void declare(Node name) {
    if (ofVariable.containsKey(name.getString())) {
      kept.add(name.getString());
      return;
    }
    BitSet all = new BitSet();
    all.set(definitions.size());
    definitions.add(new Definition(name.getString(), null));
    ofVariable.put(name.getString(), all);
  }

  private void walk(Node node, boolean inside) {
    if (node.isName() && inside) {
      kept.add(node.getString());
    }
    if (node.isFunction() && node != function) {
      inside = true;
    }
    boolean declares = node.isLet() || node.isConst() || node.isVar() || node.isCatch();
    if (declares && node.getParent() != function.getLastChild()) {
      for (Node name : Declarations.children(node)) {
        if (name.isName()) {
          kept.add(name.getString());
        }
      }
    }
    for (Node child : Declarations.children(node)) {
      walk(child, inside);
    }
  }

  /** The definitions that reach the end of a statement; null where its end is not reached. */
  private BitSet statement(Node node, BitSet in) {
    List<String> labels = List.copyOf(pendingLabels);
    pendingLabels.clear();
    BitSet state = in;
    switch (node.getToken()) {
      case BLOCK -> {
        for (Node child : Declarations.children(node)) {
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
        for (Node name : Declarations.children(node)) {
          if (!name.isName()) {
            throw new Unknown();
          }
          if (name.hasChildren()) {
            state = expression(name.getFirstChild(), state);
            state = define(name, state);
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
    return node.isVanillaFor() || node.isWhile() || node.isDo() || node.isSwitch();
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
            ? Declarations.children(node).subList(1, node.getChildCount())
            : Declarations.children(cases);
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
          return define(node.getFirstChild(), state);
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
        for (Node child : Declarations.children(node)) {
          state = expression(child, state);
        }
        if (node.getToken().name().startsWith("OPTCHAIN_")) {
          state = join(in, state);
        }
        if (updates && first.isName()) {
          state = define(first, state);
        }
        return state;
      }
    }
  }

  private void use(Node name, BitSet state) {
    BitSet own = ofVariable.get(name.getString());
    if (own != null) {
      BitSet reaching = copy(own);
      reaching.and(state);
      uses.computeIfAbsent(name, key -> new BitSet()).or(reaching);
    }
  }

  private BitSet define(Node name, BitSet state) {
    BitSet own = ofVariable.get(name.getString());
    if (own == null) {
      return state;
    }
    Integer index = definitionOf.get(name);
    if (index == null) {
      index = definitions.size();
      definitions.add(new Definition(name.getString(), name));
      definitionOf.put(name, index);
      own.set(index);
    }
    BitSet out = copy(state);
    out.andNot(own);
    out.set(index);
    for (BitSet catching : thrown) {
      catching.set(index);
    }
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
