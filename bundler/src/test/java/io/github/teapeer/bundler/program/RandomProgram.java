package io.github.teapeer.bundler.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Functions made of what TeaVM writes: a few variables that are used again and again, conditions,
 * loops that end, labels, {@code switch} and {@code try}. They tell what they compute.
 */
final class RandomProgram {
  private static final List<String> VARIABLES = List.of("a", "b", "c", "d");
  private static final int DEEPEST = 4;

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<String> labels = new ArrayList<>();
  private final List<String> loops = new ArrayList<>();
  private int counter;

  private RandomProgram(long seed) {
    random = new Random(seed);
  }

  /** A function of this name, with two parameters. */
  static String function(String name, long seed) {
    RandomProgram program = new RandomProgram(seed);
    program
        .text
        .append("let ")
        .append(name)
        .append(" = (a, b) => {\nlet c;\nlet d;\nlet fuel = 40;\n");
    program.block(0);
    return program.text.append("tell(a, b, c, d);\n};\n").toString();
  }

  private void block(int depth) {
    int statements = 1 + random.nextInt(4);
    for (int i = 0; i < statements; i++) {
      statement(depth);
    }
  }

  private void statement(int depth) {
    int kind = random.nextInt(depth >= DEEPEST ? 5 : 13);
    switch (kind) {
      case 0, 1, 2 -> line(variable() + " = " + expression() + ";");
      case 3 -> line("tell(" + expression() + ");");
      case 4 ->
          line(random.nextBoolean() ? variable() + "++;" : variable() + " += " + variable() + ";");
      case 5, 6 -> {
        line("if (" + condition() + ") {");
        block(depth + 1);
        if (random.nextBoolean()) {
          line("} else {");
          block(depth + 1);
        }
        line("}");
      }
      case 7 -> {
        String label = "l" + counter++;
        line(label + ": {");
        labels.add(label);
        block(depth + 1);
        labels.remove(label);
        line("}");
      }
      case 8, 9 -> loop(depth);
      case 10 -> {
        line("switch (" + variable() + " & 3) {");
        for (int i = 0; i < 3; i++) {
          line(i == 2 && random.nextBoolean() ? "default:" : "case " + i + ":");
          block(depth + 1);
          if (random.nextBoolean()) {
            line("break;");
          }
        }
        line("}");
      }
      case 11 -> {
        line("try {");
        block(depth + 1);
        line("if (" + condition() + ") throw " + variable() + ";");
        block(depth + 1);
        line("} catch (caught) {");
        line(variable() + " = caught;");
        block(depth + 1);
        line("}");
      }
      default -> jump();
    }
  }

  private void loop(int depth) {
    String label = "l" + counter++;
    String head =
        switch (random.nextInt(3)) {
          case 0 -> "while (" + condition() + " && fuel-- > 0)";
          case 1 -> "for (" + variable() + " = 0; fuel-- > 0; " + variable() + "++)";
          default -> "while (true)";
        };
    line(label + ": " + head + " {");
    line("if (fuel-- <= 0) break;");
    loops.add(label);
    block(depth + 1);
    loops.remove(label);
    line("}");
  }

  private void jump() {
    int choice = random.nextInt(3);
    if (choice == 0 && !labels.isEmpty()) {
      line("if (" + condition() + ") break " + pick(labels) + ";");
    } else if (choice == 1 && !loops.isEmpty()) {
      line("if (" + condition() + ") continue " + pick(loops) + ";");
    } else {
      line("if (" + condition() + ") { tell(a, b, c, d); return; }");
    }
  }

  private String expression() {
    return switch (random.nextInt(6)) {
      case 0 -> Integer.toString(random.nextInt(10));
      case 1 -> variable();
      case 2 -> variable() + " + " + variable();
      case 3 -> "(" + condition() + ") ? " + variable() + " : " + variable();
      case 4 -> variable() + " && (" + variable() + " = " + random.nextInt(5) + ")";
      default -> "(" + variable() + " | 0) * 3";
    };
  }

  private String condition() {
    return "(" + variable() + " & " + (1 + random.nextInt(3)) + ") == " + random.nextInt(2);
  }

  private String variable() {
    return pick(VARIABLES);
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
