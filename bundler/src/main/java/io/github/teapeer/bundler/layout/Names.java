package io.github.teapeer.bundler.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The names of symbols, of which those of one group differ. */
final class Names {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final List<Symbol> symbols;
  private final String[] names;
  private final Map<String, Map<String, Integer>> owners = new HashMap<>();
  private final Map<String, List<Integer>> members = new HashMap<>();

  Names(List<Symbol> symbols) {
    this.symbols = symbols;
    names = new String[symbols.size()];
    for (int i = 0; i < names.length; i++) {
      set(i, symbols.get(i).name());
      members.computeIfAbsent(symbols.get(i).group(), key -> new ArrayList<>()).add(i);
    }
  }

  String of(int symbol) {
    return names[symbol];
  }

  /** A symbol, and what it might be called as well. */
  record Change(int symbol, String name) {}

  /** Proposes another name for a symbol: a letter for a member, the name of another variable. */
  Change propose(Random random) {
    int symbol = random.nextInt(names.length);
    if (symbols.get(symbol).isMember()) {
      return new Change(symbol, "" + LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    List<Integer> others = members.get(symbols.get(symbol).group());
    return new Change(symbol, names[others.get(random.nextInt(others.size()))]);
  }

  /**
   * Gives a symbol a name, and what had the name the symbol's.
   *
   * @return the change that takes this one back
   */
  Change apply(Change change) {
    String before = names[change.symbol()];
    Integer owner = group(change.symbol()).get(change.name());
    group(change.symbol()).remove(before);
    if (owner != null && owner != change.symbol()) {
      set(owner, before);
    }
    set(change.symbol(), change.name());
    return new Change(change.symbol(), before);
  }

  private void set(int symbol, String name) {
    names[symbol] = name;
    group(symbol).put(name, symbol);
  }

  private Map<String, Integer> group(int symbol) {
    return owners.computeIfAbsent(symbols.get(symbol).group(), key -> new HashMap<>());
  }
}
