package io.github.teapeer.bundler.layout;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Puts functions and members of classes beside those that they resemble, and calls them and the
 * members of objects so that compression finds the same names in the same places.
 *
 * <p>The layout is looked for by trial: names and places are changed as long as that makes the
 * whole smaller. The trials are the same in every build that starts from the same layout.
 */
public final class Layout {
  private static final long SEED = 20131125;

  private final Compiler compiler;
  private final long seed;
  private final List<Symbol> symbols;
  private final Names names;
  private final byte[][] encoded;
  private final Script script = new Script();

  /** What stands in the script, in this order: pieces on their own, or sequences of pieces. */
  private final List<Sequence> parts = new ArrayList<>();

  private final List<Sequence> free = new ArrayList<>();

  /**
   * A search.
   *
   * @param compiler what writes the script
   * @param symbols what may get another name
   */
  public Layout(Compiler compiler, List<Symbol> symbols) {
    this(compiler, symbols, SEED);
  }

  /**
   * A search.
   *
   * @param compiler what writes the script
   * @param symbols what may get another name
   * @param seed what the trials depend on
   */
  public Layout(Compiler compiler, List<Symbol> symbols, long seed) {
    this.seed = seed;
    this.compiler = compiler;
    this.symbols = List.copyOf(symbols);
    names = new Names(this.symbols);
    encoded = new byte[symbols.size()][];
  }

  /**
   * Improves the layout of a block, which begins with the functions that it declares afterwards.
   *
   * @param block the body of a function that nothing will optimise any more
   * @param profile a layout that was good for a script like this
   * @param trials how many changes are tried
   * @return the layout
   */
  public Profile improve(Node block, Profile profile, int trials) {
    profile.nameAll(symbols, names);
    for (int i = 0; i < encoded.length; i++) {
      symbols.get(i).rename(Piece.gap(i));
    }
    divide(block);
    profile.order(free, symbols);
    // Other trials than those that have found the layout.
    search(trials, new Random(seed + profile.text().hashCode()));
    for (int i = 0; i < encoded.length; i++) {
      symbols.get(i).rename(names.of(i));
    }
    free.forEach(Layout::reorder);
    return Profile.of(symbols, free);
  }

  private void divide(Node block) {
    List<Piece> functions = new ArrayList<>();
    for (Node child = block.getFirstChild(); child != null; ) {
      Node following = child.getNext();
      if (child.isFunction()) {
        functions.add(new Piece(child, compiler.toSource(child)));
        child.detach();
      }
      child = following;
    }
    for (int i = functions.size() - 1; i >= 0; i--) {
      block.addChildToFront(functions.get(i).node());
    }
    addFree(functions);
    for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
      if (child.isClass()) {
        divideClass(child);
      } else if (!child.isFunction()) {
        parts.add(new Sequence(List.of(new Piece(child, compiler.toSource(child)))));
      }
    }
  }

  private void divideClass(Node type) {
    List<Piece> members = new ArrayList<>();
    List<Node> detached = new ArrayList<>();
    for (Node member = type.getLastChild().getFirstChild();
        member != null;
        member = member.getNext()) {
      members.add(new Piece(member, compiler.toSource(member)));
      detached.add(member);
    }
    detached.forEach(Node::detach);
    parts.add(new Sequence(List.of(new Piece(type, compiler.toSource(type)))));
    detached.forEach(type.getLastChild()::addChildToBack);
    addFree(members);
  }

  private void addFree(List<Piece> pieces) {
    if (!pieces.isEmpty()) {
      Sequence sequence = new Sequence(pieces);
      parts.add(sequence);
      free.add(sequence);
    }
  }

  private void search(int trials, Random random) {
    int size = size();
    for (int trial = 0; trial < trials; trial++) {
      if (random.nextInt(3) == 0 && !free.isEmpty()) {
        // The functions are more than all members.
        Sequence sequence = free.get(random.nextBoolean() ? 0 : random.nextInt(free.size()));
        List<Piece> before = sequence.pieces();
        sequence.shuffle(random);
        int other = size();
        if (other <= size) {
          size = other;
        } else {
          sequence.restore(before);
        }
      } else if (!symbols.isEmpty()) {
        Names.Change back = names.apply(names.propose(random));
        int other = size();
        if (other <= size) {
          size = other;
        } else {
          names.apply(back);
        }
      }
    }
  }

  private int size() {
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = Piece.bytes(names.of(i));
    }
    script.clear();
    parts.forEach(part -> part.pieces().forEach(piece -> piece.write(script, encoded)));
    return script.size();
  }

  private static void reorder(Sequence sequence) {
    Node parent = sequence.pieces().get(0).node().getParent();
    for (int i = sequence.pieces().size() - 1; i >= 0; i--) {
      parent.addChildToFront(sequence.pieces().get(i).node().detach());
    }
  }
}
