package io.github.teapeer.bundler.layout;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** What stands in a script for the names of symbols while they are looked for. */
final class Gaps {
  private final List<Symbol> symbols;
  private final List<Listing> listings;
  private final Names names;
  private final byte[][] filled;
  private final List<int[]> listed = new ArrayList<>();

  Gaps(List<Symbol> symbols, List<Listing> listings, Names names) {
    this.symbols = symbols;
    this.listings = listings;
    this.names = names;
    IdentityHashMap<Symbol, Integer> numbers = new IdentityHashMap<>();
    for (Symbol symbol : symbols) {
      numbers.put(symbol, numbers.size());
    }
    int count = symbols.size();
    for (Listing listing : listings) {
      listed.add(listing.variables().stream().mapToInt(numbers::get).toArray());
      count += listing.nodes().size();
    }
    filled = new byte[count][];
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

  /** The names, by the numbers of gaps. */
  byte[][] filled() {
    for (int i = 0; i < symbols.size(); i++) {
      filled[i] = Piece.bytes(names.of(i));
    }
    int gap = symbols.size();
    for (int i = 0; i < listings.size(); i++) {
      for (String name : sorted(i)) {
        filled[gap++] = Piece.bytes(name);
      }
    }
    return filled;
  }

  private List<String> sorted(int listing) {
    return IntStream.of(listed.get(listing)).mapToObj(names::of).sorted(Listing.ORDER).toList();
  }
}
