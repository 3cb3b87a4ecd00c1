package io.github.teapeer.bundler.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Functions made of what TeaVM writes: a few variables that are used again and again, conditions,
 * loops that end, labels, {@code switch} and {@code try}. They tell what they compute.
 */
public final class RandomProgram {
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

  /** Functions that are called f0, f1, ... */
  public static String functions(int number, long seed) {
    StringBuilder functions = new StringBuilder();
    for (int i = 0; i < number; i++) {
      functions.append(function("f" + i, seed + i));
    }
    return functions.toString();
  }

  /** What such functions tell when they are called. */
  public static String run(String functions, int number) {
    StringBuilder script =
        new StringBuilder("const log = []; const tell = (...all) => log.push(JSON.stringify(all));")
            .append(functions);
    for (int i = 0; i < number; i++) {
      script
          .append("for (const [x, y] of [[0, 1], [3, 2], [6, 7]]) try { log.push('f")
          .append(i)
          .append("'); f")
          .append(i)
          .append("(x, y); } catch (e) { tell('thrown', e); }\n");
    }
    String told = Scripts.run(script.append("console.log(log.join('\\n'));\n").toString());
    assertThat(told).contains("f0").doesNotContain("SyntaxError");
    return told;
  }

  private void block(int depth) {
    int statements = 1 + random.nextInt(4);
    for (int i = 0; i < statements; i++) {
      statement(depth);
    }
  }

  private void statement(int depth) {
    int kind = random.nextInt(depth >= DEEPEST ? 5 : 14);
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
      case 12 -> decision(depth);
      default -> jump();
    }
  }

  /** What TeaVM makes of a method with {@code &&} and {@code ||} that it puts into another. */
  private void decision(int depth) {
    String outer = "l" + counter++;
    String inner = "l" + counter++;
    String variable = variable();
    line(outer + ": { " + inner + ": {");
    jumps(depth, List.of(outer, inner));
    line(variable + " = 0; break " + outer + "; } " + variable + " = 1; }");
    line("if (" + variable + ") {");
    block(depth + 1);
    line("}");
  }

  private void jumps(int depth, List<String> targets) {
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      line("if (" + condition() + ") {");
      if (depth < DEEPEST + 2 && random.nextBoolean()) {
        jumps(depth + 1, targets);
      } else {
        line("break " + pick(targets) + ";");
      }
      line(random.nextInt(3) > 0 ? "}" : "} else { break " + pick(targets) + "; }");
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
