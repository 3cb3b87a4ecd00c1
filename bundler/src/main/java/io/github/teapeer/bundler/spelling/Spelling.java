package io.github.teapeer.bundler.spelling;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.Purity;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;

/**
 * How a tree is written, of the ways that mean the same.
 *
 * <p>The members of the program's objects are told by their names, which are gaps.
 */
public final class Spelling {
  private static final int RADIX = 36;

  /** How many nodes change places, at most. */
  private static final int MOST = 31;

  private final int[] choice;

  private Spelling(int[] choice) {
    this.choice = choice;
  }

  /**
   * Makes a tree what its spellings start from.
   *
   * @param tree a function, a member of a class, or a statement
   * @return how it is short, whatever is around it
   */
  public static Spelling shortest(Node tree) {
    Parts.part(tree);
    List<Site> sites = sites(tree);
    int[] choice = new int[size(sites)];
    int from = 0;
    for (Site site : sites) {
      site.read(choice, from);
      from += site.size();
    }
    return new Spelling(choice);
  }

  /**
   * The spelling of a text.
   *
   * @param text what {@link #text} has written, maybe for an earlier tree
   * @param tree what {@link #shortest} was called with
   * @return this one where the text says nothing about the tree
   */
  public Spelling or(String text, Node tree) {
    if (text == null || text.length() != choice.length) {
      return this;
    }
    int[] known = text.chars().map(digit -> Character.digit(digit, RADIX)).toArray();
    int from = 0;
    for (Site site : sites(tree)) {
      if (!site.isAllowed(known, from)) {
        return this;
      }
      from += site.size();
    }
    return new Spelling(known);
  }

  /** The spelling as a text, a digit for each choice. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int digit : choice) {
      text.append(Character.forDigit(digit, RADIX));
    }
    return text.toString();
  }

  /** How much there is to choose. */
  public int size() {
    return choice.length;
  }

  /**
   * Another spelling.
   *
   * @param tree what {@link #shortest} was called with
   */
  public Spelling changed(Node tree, Random random) {
    int[] changed = choice.clone();
    int at = random.nextInt(choice.length);
    int from = 0;
    for (Site site : sites(tree)) {
      if (at < from + site.size()) {
        site.change(changed, from, random);
        break;
      }
      from += site.size();
    }
    return new Spelling(changed);
  }

  /**
   * Writes a tree so.
   *
   * @param tree what {@link #shortest} was called with, or a copy
   */
  public void apply(Node tree) {
    int from = 0;
    for (Site site : sites(tree)) {
      site.apply(choice, from);
      from += site.size();
    }
  }

  private static int size(List<Site> sites) {
    return sites.stream().mapToInt(Site::size).sum();
  }

  /** What can be written in another way; what changes which statements there are comes last. */
  private static List<Site> sites(Node tree) {
    List<Site> sites = new ArrayList<>();
    SourceTree.visit(
        tree,
        node -> {
          if (Toggle.isMirrored(node)) {
            sites.add(Toggle.mirrored(node));
          }
          if (Toggle.isChoice(node)) {
            sites.add(Toggle.opposite(node));
          }
          if (Toggle.isChain(node)) {
            sites.add(Toggle.exchanged(node));
          }
          if (Toggle.isPair(node)) {
            sites.add(Toggle.reversed(node));
          }
          if (node.isObjectLit() && isUnordered(node)) {
            sites.add(order(SourceTree.children(node), Purity::areFree));
          }
          if (node.isBlock()) {
            Statements.runs(node).forEach(run -> sites.add(order(run, Statements::areFree)));
          }
        });
    addStatements(tree, sites);
    return sites;
  }

  /** What is inside of something else comes first. */
  private static void addStatements(Node node, List<Site> sites) {
    SourceTree.children(node).forEach(child -> addStatements(child, sites));
    if (node.isIf()) {
      sites.add(new Branch(node));
    } else if (node.isBlock()) {
      sites.add(new Joints(node));
    }
  }

  private static Order order(List<Node> nodes, BiPredicate<Node, Node> areFree) {
    return new Order(nodes.subList(0, Math.min(nodes.size(), MOST)), areFree);
  }

  /** Whether the order of an object's members says nothing. */
  private static boolean isUnordered(Node object) {
    return object.hasMoreThanOneChild()
        && SourceTree.children(object).stream()
            .allMatch(
                key ->
                    (key.isStringKey() && !key.getString().equals("__proto__"))
                        || key.isMemberFunctionDef());
  }
}
