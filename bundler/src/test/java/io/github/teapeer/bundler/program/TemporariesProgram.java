package io.github.teapeer.bundler.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Functions that put values in variables, most of which are used once, and tell in which order they
 * read and change the fields of objects.
 */
final class TemporariesProgram {
  /** An object that tells what is done with it, and a function that changes it. */
  static final String HEAD =
      """
      const told = [];
      const make = name => new Proxy({ x: 1, y: 2, z: 3, m(...values) { told.push(values.join()); return values.length; } }, {
        set(target, key, value) { told.push(name + key + "=" + value); target[key] = value; return true; }
      });
      let o, p;
      const change = (...values) => { told.push("c" + values.map(Number)); o.x = o.x * 3 % 101; p.y = p.y * 5 % 103; return values.length; };
      const begin = () => { told.length = 0; o = make("o"); p = make("p"); };
      const end = () => console.log(told.join(";"));
      """;

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<String> variables = new ArrayList<>();
  private int counter;

  private TemporariesProgram(long seed) {
    random = new Random(seed);
  }

  /** A script of statements. */
  static String function(long seed) {
    TemporariesProgram program = new TemporariesProgram(seed);
    program.text.append("begin();\nlet s = 1;\nconst bump = () => { s = s + 7; return s; };\n");
    for (int i = 0; i < 12; i++) {
      program.statement();
    }
    return program
        .text
        .append("change(")
        .append(program.operand())
        .append(");\nend();\n")
        .toString();
  }

  private void statement() {
    switch (random.nextInt(11)) {
      case 0, 1, 2, 3 -> {
        String value = expression();
        String name = "v" + counter++;
        text.append("let ").append(name).append(" = ").append(value).append(";\n");
        variables.add(name);
      }
      case 4 -> text.append("s = ").append(expression()).append(";\n");
      case 5 -> text.append(field()).append(" = ").append(expression()).append(";\n");
      case 6 -> text.append(field()).append(" += ").append(operand()).append(";\n");
      case 7 -> {
        String field = field();
        String name = "v" + counter++;
        text.append(
            random.nextBoolean()
                ? "let %s = %s;\n%s = %s + 1;\n".formatted(name, field, field, name)
                : "let %s = %s + 1;\n%s = %s;\n".formatted(name, field, field, name));
        variables.add(name);
      }
      case 8 -> {
        String name = "v" + counter++;
        text.append(
            "let %s = %s.x > 2 ? p : null;\nif (%s) { %s.m(%s); }\n"
                .formatted(name, object(), name, name, operand()));
      }
      case 9 -> {
        String name = "v" + counter++;
        text.append(
            "let %s = {};\n%s.a = %s;\n%s.b = %s;\n"
                .formatted(name, name, operand(), name, expression()));
        text.append("change(%s.a, %s.b);\n".formatted(name, name));
      }
      default ->
          text.append("if (")
              .append(expression())
              .append(") { ")
              .append("change(")
              .append(operand())
              .append("); }\n");
    }
  }

  private String expression() {
    return switch (random.nextInt(8)) {
      case 0 -> "change(" + operand() + ", " + operand() + ")";
      case 1 -> operand() + " + " + operand();
      case 2 -> "bump()";
      case 3 -> object() + ".m(" + operand() + ", " + operand() + ")";
      case 4 -> operand() + " && " + operand();
      case 5 -> operand() + " > 4 ? " + operand() + " : " + operand();
      default -> operand();
    };
  }

  private String operand() {
    return switch (random.nextInt(6)) {
      case 0 -> field();
      case 1 -> "s";
      case 2 -> Integer.toString(random.nextInt(5));
      case 3 -> "change(" + (variables.isEmpty() ? "s" : variable()) + ")";
      default -> variables.isEmpty() ? field() : variable();
    };
  }

  /** A variable, which is most often used no more. */
  private String variable() {
    int index = random.nextInt(variables.size());
    return random.nextInt(4) == 0 ? variables.get(index) : variables.remove(index);
  }

  private String field() {
    return object() + "." + "xyz".charAt(random.nextInt(3));
  }

  private String object() {
    return random.nextBoolean() ? "o" : "p";
  }
}
