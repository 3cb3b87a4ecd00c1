package io.github.teapeer.bundler.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of symbols, of which those that are known in the same place differ. */
final class Names {
  private static final int RARELY = 12;

  private final List<Symbol> symbols;
  private final String[] original;
  private final String[] names;

  /** What has a name, by where it is known. */
  private final Map<String, Map<String, Integer>> owners = new HashMap<>();

  private final Map<Symbol.Kind, List<Integer>> kinds = new EnumMap<>(Symbol.Kind.class);

  /**
   * Names.
   *
   * @param symbols what has them
   * @param known names by the keys of symbols, which they get as far as they may have them now
   */
  Names(List<Symbol> symbols, Map<String, String> known) {
    this.symbols = symbols;
    original = symbols.stream().map(Symbol::name).toArray(String[]::new);
    names = new String[original.length];
    Map<Symbol.Kind, Set<String>> spare = new EnumMap<>(Symbol.Kind.class);
    for (int i = 0; i < original.length; i++) {
      Symbol.Kind kind = symbols.get(i).kind();
      kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(i);
      spare.computeIfAbsent(kind, key -> new TreeSet<>(Listing.ORDER)).add(original[i]);
    }
    for (int i = 0; i < original.length; i++) {
      String key = symbols.get(i).key();
      // A value for which nothing is known was in the variable that is called alike.
      String name = known.getOrDefault(key, known.get(key.replaceFirst("~.*", "")));
      if (name != null
          && (isAnyName(i, name) || spare.get(symbols.get(i).kind()).contains(name))
          && mayHave(i, name)) {
        set(i, name);
      }
    }
    for (int i = 0; i < original.length; i++) {
      if (names[i] == null) {
        int symbol = i;
        set(
            i,
            Stream.of(Stream.of(original[i]), spare.get(symbols.get(i).kind()).stream(), others())
                .flatMap(stream -> stream)
                .filter(name -> mayHave(symbol, name))
                .findFirst()
                .orElseThrow());
      }
    }
  }

  /** Names that no symbol had. */
  private Stream<String> others() {
    Set<String> all = new HashSet<>(List.of(original));
    symbols.forEach(symbol -> all.addAll(symbol.taken()));
    return IntStream.range(0, original.length)
        .mapToObj(number -> "a" + number)
        .filter(name -> !all.contains(name));
  }

  String of(int symbol) {
    return names[symbol];
  }

  /** All names, as they are now. */
  List<String> copy() {
    return List.of(names);
  }

  /** Gives everything the name that it had. */
  void restore(List<String> earlier) {
    owners.clear();
    for (int i = 0; i < names.length; i++) {
      set(i, earlier.get(i));
    }
  }

  /**
   * Changes the name of a symbol, and those that must change with it: a member is called any
   * letter, a number any digit, a variable as another one is, and what the whole script knows that
   * or any two letters.
   *
   * @return what has changed; nothing where something else is in the way
   */
  Change change(Random random) {
    int symbol = random.nextInt(names.length);
    String name = proposal(symbols.get(symbol).kind(), random);
    // To measure a script whose names are not as long as they were takes many times as long.
    return names[symbol].length() == name.length() || random.nextInt(RARELY) == 0
        ? change(symbol, name)
        : new Change(Set.of(), name, name);
  }

  /**
   * Changes the name of a symbol to a certain one.
   *
   * @return what has changed; nothing where something is in the way, or such a symbol has no such
   *     name
   */
  Change change(int symbol, String name) {
    String before = names[symbol];
    Set<Integer> chain = chain(symbol, name);
    if (before.equals(name)
        || !isName(symbol, name)
        || !chain.stream()
            .allMatch(each -> isAllowed(each, names[each].equals(name) ? before : name))) {
      return new Change(Set.of(), before, name);
    }
    Change change = new Change(chain, before, name);
    swap(change);
    return change;
  }

  /**
   * Symbols whose names were swapped for each other.
   *
   * @param symbols which
   * @param one the name that some of them had
   * @param other the name that the others had
   */
  record Change(Set<Integer> symbols, String one, String other) {}

  private String proposal(Symbol.Kind kind, Random random) {
    if (kind == Symbol.Kind.MEMBER) {
      return letter(random);
    }
    if (kind == Symbol.Kind.NUMBER) {
      return Integer.toString(1 + random.nextInt(9));
    }
    String pair = letter(random) + letter(random);
    if (kind == Symbol.Kind.GLOBAL && random.nextBoolean() && !Symbol.RESERVED.contains(pair)) {
      return pair;
    }
    List<Integer> others = kinds.get(kind);
    return names[others.get(random.nextInt(others.size()))];
  }

  private static String letter(Random random) {
    return "" + Listing.LETTERS.charAt(random.nextInt(Listing.LETTERS.length()));
  }

  /** Swaps the names, or swaps them back. */
  void swap(Change change) {
    change.symbols().forEach(this::remove);
    for (int symbol : change.symbols()) {
      set(symbol, names[symbol].equals(change.one()) ? change.other() : change.one());
    }
  }

  /**
   * A symbol that is to get a name, what has that name where the symbol is known and so gets the
   * symbol's, what has the symbol's where that is known, and so on.
   */
  private Set<Integer> chain(int first, String name) {
    String before = names[first];
    Set<Integer> chain = new LinkedHashSet<>(List.of(first));
    Deque<Integer> next = new ArrayDeque<>(chain);
    while (!next.isEmpty()) {
      int symbol = next.remove();
      String wanted = names[symbol].equals(before) ? name : before;
      for (String place : symbols.get(symbol).places()) {
        Integer owner = owners.get(place).get(wanted);
        if (owner != null && chain.add(owner)) {
          next.add(owner);
        }
      }
    }
    return chain;
  }

  /** Whether a symbol of this kind may be called so, or one is. */
  private boolean isName(int symbol, String name) {
    return isAnyName(symbol, name)
        || kinds.get(symbols.get(symbol).kind()).stream()
            .anyMatch(other -> names[other].equals(name));
  }

  /** Whether a name is one that no other symbol needs to have had. */
  private boolean isAnyName(int symbol, String name) {
    return switch (symbols.get(symbol).kind()) {
      case MEMBER -> Listing.LETTERS.contains(name) && name.length() == 1;
      case GLOBAL -> name.matches("[a-zA-Z]{2}") && !Symbol.RESERVED.contains(name);
      case LOCAL -> false;
      case NUMBER -> name.matches("[1-9]");
    };
  }

  private boolean mayHave(int symbol, String name) {
    return isAllowed(symbol, name)
        && symbols.get(symbol).places().stream()
            .noneMatch(place -> owners.getOrDefault(place, Map.of()).containsKey(name));
  }

  /** Whether nothing else than symbols is in the way. */
  private boolean isAllowed(int symbol, String name) {
    return original[symbol].equals(name) || !symbols.get(symbol).taken().contains(name);
  }

  private void set(int symbol, String name) {
    names[symbol] = name;
    for (String place : symbols.get(symbol).places()) {
      owners.computeIfAbsent(place, key -> new HashMap<>()).put(name, symbol);
    }
  }

  private void remove(int symbol) {
    symbols.get(symbol).places().forEach(place -> owners.get(place).remove(names[symbol]));
  }
}
