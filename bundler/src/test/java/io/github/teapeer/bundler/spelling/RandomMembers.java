package io.github.teapeer.bundler.spelling;

import java.util.List;
import java.util.Random;

/**
 * Functions that do with the members of objects what the client's do: set them, compare them, call
 * something if they are so or so. Each call tells what it was called with; in which order members
 * were added to an object, or timers were stopped, is not told.
 */
final class RandomMembers {
  /** Declares what the functions use. */
  static final String USED =
      """
      const told = [];
      const sorted = (key, value) => value && typeof value == "object" && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort()) : value;
      const t = value => { told.push(JSON.stringify(value, sorted)); return value; };
      const stopped = [];
      const clearTimeout = value => { stopped.push("stopped " + value); stopped.sort(); };
      """;

  private static final List<String> MEMBERS = List.of("Q1Q", "Q2Q", "Q3Q", "Q4Q");
  private static final List<String> VARIABLES = List.of("a", "b", "c");
  private static final int DEEPEST = 3;

  private final Random random;

  RandomMembers(long seed) {
    random = new Random(seed);
  }

  /** A function of two parameters that uses a third, and a call of it. */
  String function(String name) {
    return "function "
        + name
        + "(a, b, c) { c = 3; const o = {Q1Q: 1, Q2Q: a, Q3Q: null, Q4Q: \"\"}, p = {Q1Q: b};"
        + " const q = {Q1Q: o, Q2Q: p, Q3Q: () => t(a), Q4Q: t(1)};"
        + block(0)
        + " t([a, b, c, o, p]); return q.Q1Q.Q1Q; }\nt("
        + name
        + "(1, null)); t("
        + name
        + "(0, \"x\"));\n";
  }

  private String block(int depth) {
    StringBuilder block = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      block.append(statement(depth));
    }
    return block.toString();
  }

  private String statement(int depth) {
    int kinds = depth == DEEPEST ? 5 : 11;
    return switch (random.nextInt(kinds)) {
      case 0, 1 -> set() + "; ";
      case 2 -> pick(VARIABLES) + " = " + value(depth) + "; ";
      case 3 -> "clearTimeout(" + pick(VARIABLES) + "); ";
      case 4 -> effect(depth) + "; ";
      case 5 -> "if (" + condition(depth) + ") { " + block(depth + 1) + "} ";
      case 6 ->
          "if ("
              + condition(depth)
              + ") { "
              + block(depth + 1)
              + "} else { "
              + block(depth + 1)
              + "} ";
      case 7 -> "if (" + condition(depth) + ") return " + effect(depth) + ", " + set() + "; ";
      case 8 ->
          "x%d: { %sif (%s) break x%d; %s} "
              .formatted(depth, block(depth + 1), condition(depth), depth, block(depth + 1));
      case 9 -> "for (let i of [1, 2]) { " + block(depth + 1) + "t(i); } ";
      default -> "t(() => { " + block(depth + 1) + "}); ";
    };
  }

  /** Something that is done, as one expression. */
  private String effect(int depth) {
    if (depth == DEEPEST) {
      return random.nextBoolean() ? set() : "t(" + pick(VARIABLES) + ")";
    }
    return switch (random.nextInt(5)) {
      case 0 -> condition(depth) + " && (" + effect(depth + 1) + ", " + effect(depth + 1) + ")";
      case 1 -> condition(depth) + " || (" + effect(depth + 1) + ")";
      case 2 -> condition(depth) + " ? (" + effect(depth + 1) + ") : (" + effect(depth + 1) + ")";
      case 3 -> set() + ", " + effect(depth + 1);
      default -> "t(" + value(depth) + ")";
    };
  }

  private String set() {
    String target = member();
    String chain = random.nextInt(3) == 0 ? member() + " = " : "";
    return target + " = " + chain + pick(List.of("1", "null", "a", "b", "o.Q1Q", "p.Q2Q", "!c"));
  }

  private String member() {
    return pick(List.of("o", "p")) + "." + pick(MEMBERS);
  }

  private String value(int depth) {
    return switch (random.nextInt(depth == DEEPEST ? 3 : 6)) {
      case 0 -> pick(VARIABLES);
      case 1 -> member();
      case 2 -> pick(List.of("0", "2", "null", "\"x\""));
      case 3 -> "t(" + value(depth + 1) + ")";
      case 4 -> "(" + pick(VARIABLES) + " = " + value(depth + 1) + ")";
      default -> "(" + condition(depth + 1) + ")";
    };
  }

  private String condition(int depth) {
    String operator = pick(List.of("==", "!=", "===", "!==", "<", ">", "<=", ">="));
    return switch (random.nextInt(depth >= DEEPEST ? 2 : 5)) {
      case 0 -> pick(VARIABLES);
      case 1 -> member() + " " + operator + " " + pick(List.of("1", "null", "a", "b"));
      case 2 -> "!" + pick(VARIABLES);
      case 3 -> value(depth + 1) + " " + operator + " " + value(depth + 1);
      default -> "(" + effect(depth + 1) + ")";
    };
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
