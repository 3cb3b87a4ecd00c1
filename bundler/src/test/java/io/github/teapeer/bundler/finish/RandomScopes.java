package io.github.teapeer.bundler.finish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Functions whose variables have the same few names in blocks, loops, {@code switch}, {@code
 * catch}, patterns, default values and functions within functions; and that use names which no
 * script declares, one of which looks like theirs.
 */
final class RandomScopes {
  /** Declares for Node.js what the functions only use, and prints at the end what they told. */
  static final String FREE =
      """
      const told = [];
      const plain = value => typeof value == "function" ? "function" : value;
      globalThis.tell = (...values) => { told.push(values.map(plain).join()); return told.length; };
      globalThis.navigator2 = { n: 5, c: 6, list: [7, 8, 9] };
      globalThis.detect = n => [plain(n), plain(n) + 1, 2];
      globalThis.e = { n: 3, c: 4, list: [2, 1] };
      globalThis.end = () => console.log(told.splice(0).join(";"));
      """;

  private static final List<String> NAMES = List.of("a", "b", "c", "d", "f");
  private static final List<String> OBJECTS = List.of("navigator2", "e");
  private static final int DEEPEST = 3;

  /** More than any function has parameters, which must stay without a value. */
  private static final String ARGUMENTS = "(void 0, void 0, void 0, 8, 9)";

  private final Random random;
  private final StringBuilder text = new StringBuilder();

  private RandomScopes(long seed) {
    random = new Random(seed);
  }

  /** A script of a function with others in it, and calls of them. */
  static String script(long seed) {
    RandomScopes scopes = new RandomScopes(seed);
    scopes.function("function main", "", List.of(), 0);
    scopes.line("tell(main" + ARGUMENTS + ", main());");
    return scopes.text.toString();
  }

  /** Parameters and a body. */
  private void function(String head, String arrow, List<String> outer, int depth) {
    List<String> own = some();
    List<String> parameters = new ArrayList<>();
    for (String name : own) {
      String value = value(without(outer, own));
      parameters.add(
          switch (random.nextInt(4)) {
            case 0 -> "{n: %s} = %s".formatted(name, pick(OBJECTS));
            case 1 -> "[%s = %s] = detect(%s)".formatted(name, pick(OBJECTS), value);
            default -> name + " = " + value;
          });
    }
    line(head + "(" + String.join(", ", parameters) + ")" + arrow + " {");
    body(with(outer, own), own, depth, true);
    line("}");
  }

  /** What a block declares, of which its statements use as much as they like. */
  private void body(List<String> outer, List<String> taken, int depth, boolean isFunction) {
    List<String> own = without(some(), taken);
    List<String> known = without(outer, own);
    List<String> functions = new ArrayList<>();
    for (String name : own) {
      String value = value(known);
      switch (random.nextInt(6)) {
        case 0 -> line("const {n: %s = %s} = %s;".formatted(name, value, pick(OBJECTS)));
        case 1 -> line("const [, %s = %s] = detect(%s);".formatted(name, value, value));
        case 2 -> line((isFunction ? "var " : "let ") + name + " = " + value + ";");
        case 3 -> {
          function("function " + name, "", without(outer, own), depth + 1);
          functions.add(name);
          continue;
        }
        default -> line("let " + name + " = " + value + ";");
      }
      known = with(known, List.of(name));
    }
    functions.forEach(name -> line("tell(" + name + ARGUMENTS + ");"));
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      statement(known, depth);
    }
    if (isFunction) {
      line("return " + value(known) + ";");
    }
  }

  private void statement(List<String> known, int depth) {
    switch (random.nextInt(depth >= DEEPEST ? 2 : 9)) {
      case 0 -> line("tell(" + value(known) + ", " + value(known) + ");");
      case 1 -> line("tell(" + value(known) + ", detect(" + value(known) + "));");
      case 2 -> {
        line("if (" + value(known) + " > 3) {");
        body(known, List.of(), depth + 1, false);
        line("} else {");
        body(known, List.of(), depth + 1, false);
        line("}");
      }
      case 3 -> {
        List<String> own = List.of(pick(NAMES));
        line("for (const %s of %s.list) {".formatted(own.get(0), pick(OBJECTS)));
        body(with(known, own), List.of(), depth + 1, false);
        line("}");
      }
      case 4 -> {
        List<String> own = List.of(pick(NAMES));
        String name = own.get(0);
        line("{\nconst made = [];");
        line("for (let %s = 0; %s < 2; %s++) {".formatted(name, name, name));
        line("made.push(() => tell(" + value(with(known, own)) + "));");
        body(with(known, own), List.of(), depth + 1, false);
        line("}\nmade.forEach(one => one());\n}");
      }
      case 5 -> {
        line("switch (0) {\ncase 0:");
        // What a case declares is known in the next ones.
        List<String> own = some();
        own.forEach(name -> line("let " + name + ";"));
        line("default:");
        own.forEach(name -> line(name + " = 4;"));
        statement(with(known, own), depth + 1);
        line("}");
      }
      case 6 -> {
        List<String> own = List.of(pick(NAMES));
        line("try { throw " + value(known) + "; } catch (" + own.get(0) + ") {");
        body(with(known, own), own, depth + 1, false);
        line("}");
      }
      case 7 -> {
        line("tell((");
        function("", " =>", known, depth + 1);
        line(")" + ARGUMENTS + ");");
      }
      default -> {
        String name = pick(NAMES);
        line("tell((");
        function("function " + name, "", without(known, List.of(name)), depth + 1);
        line(")" + ARGUMENTS + ");");
      }
    }
  }

  private List<String> some() {
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    return names.subList(0, random.nextInt(4));
  }

  private static List<String> with(List<String> names, List<String> more) {
    TreeSet<String> all = new TreeSet<>(names);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static List<String> without(List<String> names, List<String> less) {
    return names.stream().filter(name -> !less.contains(name)).toList();
  }

  private String value(List<String> known) {
    return switch (random.nextInt(known.isEmpty() ? 2 : 5)) {
      case 0 -> pick(OBJECTS) + ".n";
      case 1 -> Integer.toString(random.nextInt(9));
      default -> pick(known);
    };
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
