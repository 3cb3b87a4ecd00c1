package io.github.teapeer.bundler.layout;

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

  /** The symbols in each list, the first gap of each, and the lists in which a symbol is. */
  private final List<int[]> listed = new ArrayList<>();

  private final List<Integer> firsts = new ArrayList<>();
  private final Map<Integer, Set<Integer>> listing = new HashMap<>();

  Gaps(List<Symbol> symbols, List<Listing> listings, Names names) {
    this.symbols = symbols;
    this.listings = listings;
    this.names = names;
    IdentityHashMap<Symbol, Integer> numbers = new IdentityHashMap<>();
    for (Symbol symbol : symbols) {
      numbers.put(symbol, numbers.size());
    }
    int count = symbols.size();
    for (int list = 0; list < listings.size(); list++) {
      int[] variables = listings.get(list).variables().stream().mapToInt(numbers::get).toArray();
      for (int variable : variables) {
        listing.computeIfAbsent(variable, key -> new LinkedHashSet<>()).add(list);
      }
      listed.add(variables);
      firsts.add(count);
      count += variables.length;
    }
    filled = new byte[count][];
    fill(numbers.values().stream().collect(Collectors.toSet()));
  }

  /** Makes gaps of the names. */
  void open() {
    for (int i = 0; i < symbols.size(); i++) {
      symbols.get(i).rename(Piece.gap(i));
    }
    int gap = symbols.size();
    for (Listing listing : listings) {
      for (var node : listing.nodes()) {
        node.setString(Piece.gap(gap++));
      }
    }
  }

  /** Puts the names into the gaps. */
  void close() {
    for (int i = 0; i < symbols.size(); i++) {
      symbols.get(i).rename(names.of(i));
    }
    for (int i = 0; i < listings.size(); i++) {
      List<String> sorted = sorted(i);
      for (int j = 0; j < sorted.size(); j++) {
        listings.get(i).nodes().get(j).setString(sorted.get(j));
      }
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
      int gap = firsts.get(list);
      for (String name : sorted(list)) {
        filled[gap] = Piece.bytes(name);
        gaps.add(gap++);
      }
    }
    return gaps;
  }

  private List<String> sorted(int list) {
    return IntStream.of(listed.get(list)).mapToObj(names::of).sorted(Listing.ORDER).toList();
  }
}
