package io.github.teapeer.bundler.flow;

import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which assignments to a function's variables reach which uses of them. */
public final class ReachingDefinitions extends Flow {
  /** An assignment, or where there is no name, the value that a variable starts with. */
  private record Definition(int variable, Node name) {}

  private final Map<Node, Integer> variables = new HashMap<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final Map<Node, Integer> definitionOf = new HashMap<>();
  private final List<BitSet> ofVariable = new ArrayList<>();
  private final Map<Node, BitSet> uses = new LinkedHashMap<>();

  private ReachingDefinitions(List<? extends Collection<Node>> variables) {
    for (Collection<Node> nodes : variables) {
      int variable = ofVariable.size();
      nodes.forEach(node -> this.variables.put(node, variable));
      BitSet own = new BitSet();
      own.set(variable);
      ofVariable.add(own);
      definitions.add(new Definition(variable, null));
    }
  }

  /**
   * Finds what must be one variable.
   *
   * @param function a function
   * @param variables the names that stand for each of some of its variables, which no function
   *     inside it sees
   * @return the ranges, in the order of what each is first set by; nothing where there are
   *     statements that the analysis does not know
   */
  public static Optional<List<LiveRange>> ranges(
      Node function, List<? extends Collection<Node>> variables) {
    ReachingDefinitions analysis = new ReachingDefinitions(variables);
    BitSet start = new BitSet();
    start.set(0, analysis.definitions.size());
    return analysis.follow(function, start)
        ? Optional.of(analysis.new Ranges().list())
        : Optional.empty();
  }

  @Override
  void use(Node name, BitSet state) {
    Integer variable = variables.get(name);
    if (variable != null) {
      BitSet reaching = (BitSet) ofVariable.get(variable).clone();
      reaching.and(state);
      uses.computeIfAbsent(name, key -> new BitSet()).or(reaching);
    }
  }

  @Override
  BitSet define(Node name, BitSet state) {
    Integer variable = variables.get(name);
    if (variable == null) {
      return state;
    }
    BitSet own = ofVariable.get(variable);
    Integer index = definitionOf.get(name);
    if (index == null) {
      index = definitions.size();
      definitions.add(new Definition(variable, name));
      definitionOf.put(name, index);
      own.set(index);
    }
    BitSet out = (BitSet) state.clone();
    out.andNot(own);
    out.set(index);
    return out;
  }

  /** Unites the definitions that reach the same use. */
  private final class Ranges {
    private final int[] root = IntStream.range(0, definitions.size()).toArray();

    private Ranges() {
      uses.forEach(
          (use, reaching) -> {
            int first = reaching.nextSetBit(0);
            int own = definitionOf.getOrDefault(use, first);
            for (int i = first; i >= 0; i = reaching.nextSetBit(i + 1)) {
              unite(own, i);
            }
          });
    }

    private List<LiveRange> list() {
      Map<Integer, LiveRange> ranges = new TreeMap<>();
      for (int i = 0; i < root.length; i++) {
        Definition definition = definitions.get(i);
        boolean isStart = definition.name() == null;
        LiveRange range =
            ranges.computeIfAbsent(
                rootOf(i),
                key ->
                    new LiveRange(
                        definition.variable(), isStart, new ArrayList<>(), new ArrayList<>()));
        if (!isStart) {
          range.assigned().add(definition.name());
        }
      }
      uses.forEach(
          (use, reaching) -> {
            if (!reaching.isEmpty()) {
              ranges.get(rootOf(reaching.nextSetBit(0))).used().add(use);
            }
          });
      return List.copyOf(ranges.values());
    }

    /** The lower root wins: what a variable starts with is lower than any assignment. */
    private void unite(int left, int right) {
      int first = rootOf(left);
      int second = rootOf(right);
      root[Math.max(first, second)] = Math.min(first, second);
    }

    private int rootOf(int index) {
      int top = index;
      while (root[top] != top) {
        top = root[top];
      }
      return top;
    }
  }
}
