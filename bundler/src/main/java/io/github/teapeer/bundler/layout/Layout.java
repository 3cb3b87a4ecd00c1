package io.github.teapeer.bundler.layout;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import io.github.teapeer.bundler.spelling.Spelling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Puts functions and members of classes beside those that they resemble, calls them and the members
 * of objects so that compression finds the same names in the same places, and writes what they do
 * as it is written elsewhere.
 *
 * <p>The layout is looked for by trial: names, places and spellings are changed as long as that
 * makes the whole smaller. The trials are the same in every build that starts from the same layout.
 */
public final class Layout {
  private static final long SEED = 20131125;

  /**
   * One in so many trials moves something, and one writes something in another way: that takes as
   * long as this many others.
   */
  private static final int MOVES = 20;

  private final Compiler compiler;
  private final long seed;
  private final List<Symbol> symbols;
  private final List<Listing> listings;

  /** What stands in the script, in this order: pieces on their own, or sequences of pieces. */
  private final List<Sequence> parts = new ArrayList<>();

  private final List<Sequence> free = new ArrayList<>();

  /** What can be written in other ways, once for each choice. */
  private final List<Piece> spelled = new ArrayList<>();

  /**
   * A search.
   *
   * @param compiler what writes the script
   * @param symbols what may get another name
   * @param listings where some of them are listed
   */
  public Layout(Compiler compiler, List<Symbol> symbols, List<Listing> listings) {
    this(compiler, symbols, listings, SEED);
  }

  /**
   * A search.
   *
   * @param compiler what writes the script
   * @param symbols what may get another name
   * @param listings where some of them are listed
   * @param seed what the trials depend on
   */
  public Layout(Compiler compiler, List<Symbol> symbols, List<Listing> listings, long seed) {
    this.seed = seed;
    this.compiler = compiler;
    this.symbols = List.copyOf(symbols);
    this.listings = List.copyOf(listings);
  }

  /**
   * Improves the layout of a block, which begins with the functions that it declares afterwards.
   *
   * @param block the body of a function that nothing will optimise any more
   * @param profile a layout that was good for a script like this
   * @param effort how long to look
   * @return the layout
   */
  public Profile improve(Node block, Profile profile, Effort effort) {
    Names names = new Names(symbols, profile.names());
    Gaps gaps = new Gaps(symbols, listings, names);
    gaps.open();
    divide(block, profile);
    profile.order(free, symbols);
    // Other trials than those that have found the layout.
    search(names, gaps, effort, new Random(seed + profile.text().hashCode()));
    spellings().forEach((piece, spelling) -> spelling.apply(piece.node()));
    gaps.close();
    free.forEach(Layout::reorder);
    return Profile.of(symbols, free, spellings());
  }

  private void divide(Node block, Profile profile) {
    Map<Node, String> keys = Profile.keys(symbols);
    List<Piece> functions = new ArrayList<>();
    for (Node child : SourceTree.children(block)) {
      if (child.isFunction()) {
        functions.add(piece(child, profile, keys));
        child.detach();
      }
    }
    for (int i = functions.size() - 1; i >= 0; i--) {
      block.addChildToFront(functions.get(i).node());
    }
    addFree(functions);
    for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
      if (child.isClass()) {
        divideClass(child, profile, keys);
      } else if (!child.isFunction()) {
        parts.add(new Sequence(List.of(piece(child, profile, keys))));
      }
    }
  }

  private void divideClass(Node type, Profile profile, Map<Node, String> keys) {
    List<Node> members = SourceTree.children(type.getLastChild());
    List<Piece> pieces = members.stream().map(member -> piece(member, profile, keys)).toList();
    members.forEach(Node::detach);
    parts.add(new Sequence(List.of(new Piece(type, compiler))));
    members.forEach(type.getLastChild()::addChildToBack);
    addFree(pieces);
  }

  private Piece piece(Node node, Profile profile, Map<Node, String> keys) {
    Piece piece = new Piece(node, compiler, profile.spelling(Profile.key(node, keys)));
    spelled.addAll(Collections.nCopies(piece.spelling().size(), piece));
    return piece;
  }

  private void addFree(List<Piece> pieces) {
    if (!pieces.isEmpty()) {
      Sequence sequence = new Sequence(pieces);
      parts.add(sequence);
      free.add(sequence);
    }
  }

  private void search(Names names, Gaps gaps, Effort effort, Random random) {
    Script script = new Script(parts, gaps);
    int bits = script.bits();
    State best = new State(bits, names.copy(), orders(), spellings());
    for (int trial = 0; trial < effort.trials(); trial++) {
      Runnable back;
      int changed;
      int kind = random.nextInt(MOVES);
      if (kind == 0 && !free.isEmpty()) {
        // The functions are more than all members.
        Sequence sequence = free.get(random.nextBoolean() ? 0 : random.nextInt(free.size()));
        List<Piece> before = sequence.pieces();
        sequence.shuffle(random);
        changed = script.rewrite();
        back = () -> sequence.restore(before);
      } else if (kind == 1 && !spelled.isEmpty()) {
        Piece piece = spelled.get(random.nextInt(spelled.size()));
        Spelling before = piece.spelling();
        piece.spell(before.changed(piece.node(), random));
        changed = script.rewrite();
        back = () -> piece.spell(before);
      } else {
        Names.Change change = change(names, script, random);
        if (change.symbols().isEmpty()) {
          continue;
        }
        changed = script.rename(gaps.fill(change.symbols()));
        back =
            () -> {
              names.swap(change);
              gaps.fill(change.symbols());
            };
      }
      if (!effort.accepts((changed - bits) / (double) Byte.SIZE, trial, random)) {
        back.run();
        script.takeBack();
        continue;
      }
      bits = changed;
      if (bits < best.bits()) {
        best = new State(bits, names.copy(), orders(), spellings());
      }
    }
    names.restore(best.names());
    for (int i = 0; i < free.size(); i++) {
      free.get(i).restore(best.orders().get(i));
    }
    best.spellings().forEach(Piece::spell);
  }

  /** Changes a name, about every other time to one with which a repetition goes on. */
  private Names.Change change(Names names, Script script, Random random) {
    Optional<Script.Hint> hint = random.nextBoolean() ? script.hint(random) : Optional.empty();
    return hint.filter(hinted -> hinted.gap() < symbols.size())
        .map(hinted -> names.change(hinted.gap(), hinted.name()))
        .filter(change -> !change.symbols().isEmpty())
        .orElseGet(() -> names.change(random));
  }

  /** A layout, and the bits that it takes. */
  private record State(
      int bits, List<String> names, List<List<Piece>> orders, Map<Piece, Spelling> spellings) {}

  private List<List<Piece>> orders() {
    return free.stream().map(Sequence::pieces).toList();
  }

  private Map<Piece, Spelling> spellings() {
    Map<Piece, Spelling> spellings = new LinkedHashMap<>();
    spelled.forEach(piece -> spellings.put(piece, piece.spelling()));
    return spellings;
  }

  private static void reorder(Sequence sequence) {
    Node parent = sequence.pieces().get(0).node().getParent();
    for (int i = sequence.pieces().size() - 1; i >= 0; i--) {
      parent.addChildToFront(sequence.pieces().get(i).node().detach());
    }
  }
}
