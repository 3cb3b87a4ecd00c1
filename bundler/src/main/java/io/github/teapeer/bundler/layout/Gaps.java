package io.github.teapeer.bundler.layout;

import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What stands in a script for the names of symbols while they are looked for. */
final class Gaps {
  private final List<Symbol> symbols;
  private final List<Listing> listings;
  private final Names names;
  private final byte[][] filled;

  /** The symbols in each list, those that are not listed again, and the lists of each symbol. */
  private final List<int[]> listed = new ArrayList<>();

  private final List<int[]> passed = new ArrayList<>();
  private final Map<Integer, Set<Integer>> listing = new HashMap<>();

  Gaps(List<Symbol> symbols, List<Listing> listings, Names names) {
    this.symbols = symbols;
    this.listings = listings.stream().filter(listing -> !listing.nodes().isEmpty()).toList();
    this.names = names;
    IdentityHashMap<Symbol, Integer> numbers = new IdentityHashMap<>();
    for (Symbol symbol : symbols) {
      numbers.put(symbol, numbers.size());
    }
    for (Listing each : this.listings) {
      int list = listed.size();
      listed.add(each.variables().stream().mapToInt(numbers::get).toArray());
      passed.add(each.passed().stream().mapToInt(numbers::get).toArray());
      IntStream.concat(IntStream.of(listed.get(list)), IntStream.of(passed.get(list)))
          .forEach(
              symbol -> listing.computeIfAbsent(symbol, key -> new LinkedHashSet<>()).add(list));
    }
    filled = new byte[symbols.size() + this.listings.size()][];
    fill(numbers.values().stream().collect(Collectors.toSet()));
  }

  /** Makes gaps of the names, one of those in a list. */
  void open() {
    for (int i = 0; i < symbols.size(); i++) {
      Symbol symbol = symbols.get(i);
      symbol.rename(symbol.kind() == Symbol.Kind.NUMBER ? Piece.number(i) : Piece.gap(i));
    }
    int gap = symbols.size();
    for (Listing each : listings) {
      each.nodes().get(0).setString(Piece.gap(gap++));
      each.nodes().stream().skip(1).forEach(Node::detach);
    }
  }

  /** Puts the names into the gaps. */
  void close() {
    for (int i = 0; i < symbols.size(); i++) {
      symbols.get(i).rename(names.of(i));
    }
    for (int i = 0; i < listings.size(); i++) {
      Node first = listings.get(i).nodes().get(0);
      for (String name : sorted(i)) {
        Node node = first.cloneNode();
        node.setString(name);
        node.insertBefore(first);
      }
      first.detach();
    }
  }

  /** How many gaps there are. */
  int count() {
    return filled.length;
  }

  /** What is in a gap. */
  byte[] name(int gap) {
    return filled[gap];
  }

  /**
   * Fills the gaps of symbols, and those of the lists in which they are.
   *
   * @return these gaps
   */
  Set<Integer> fill(Set<Integer> changed) {
    Set<Integer> gaps = new LinkedHashSet<>(changed);
    Set<Integer> lists = new LinkedHashSet<>();
    for (int symbol : changed) {
      filled[symbol] = Piece.bytes(names.of(symbol));
      lists.addAll(listing.getOrDefault(symbol, Set.of()));
    }
    for (int list : lists) {
      int gap = symbols.size() + list;
      filled[gap] = Piece.bytes(String.join(",", sorted(list)));
      gaps.add(gap);
    }
    return gaps;
  }

  private List<String> sorted(int list) {
    Set<String> others =
        IntStream.of(passed.get(list)).mapToObj(names::of).collect(Collectors.toSet());
    return IntStream.of(listed.get(list))
        .mapToObj(names::of)
        .distinct()
        .filter(name -> !others.contains(name))
        .sorted(Listing.ORDER)
        .toList();
  }
}
