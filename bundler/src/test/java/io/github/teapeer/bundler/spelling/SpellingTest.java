package io.github.teapeer.bundler.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.program.Scripts;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What can be written in several ways. */
class SpellingTest {
  private static final int FUNCTIONS = 200;

  /** The ways to write the body of a function, one statement or more. */
  private static Set<String> ways(String body) {
    Set<String> ways = new TreeSet<>();
    Random random = new Random(1);
    for (int way = 0; way < 200; way++) {
      int changes = way / 20;
      ways.add(
          change("function f() { " + body + " }", tree -> spell(tree, changes, random))
              .replaceAll("\\s+", " ")
              .replaceAll("^function f\\(\\) \\{ | \\} ?$", ""));
    }
    return ways;
  }

  private static String change(String script, Consumer<Node> pass) {
    return Scripts.change(script, pass);
  }

  private static void spell(Node tree, int changes, Random random) {
    Spelling spelling = Spelling.shortest(tree);
    for (int i = 0; i < changes && spelling.size() > 0; i++) {
      spelling = spelling.changed(tree, random);
    }
    assertThat(Spelling.shortest(tree).or(spelling.text(), tree).text()).isEqualTo(spelling.text());
    spelling.apply(tree);
  }

  @Test
  void theShortestWayHasNoBlocks() {
    assertThat(
            change(
                    "function f() { if (a) { b = c; d(b); } else { while (e) { f(); g(); } }"
                        + " if (!a) { b(); } if (a) { if (b) { c(); } } else { d(); e(); } f(); }",
                    tree -> spell(tree, 0, new Random(0)))
                .replaceAll("\\s+", " "))
        .isEqualTo(
            "function f() { if (a) { b = c, d(b); } else { while (e) { f(), g(); } }"
                + " a || b(); a ? b && c() : (d(), e()); f(); } ");
  }

  @Test
  void operandsChangePlaces() {
    assertThat(ways("return a.b == 1;")).containsOnly("return a.b == 1;", "return 1 == a.b;");
    assertThat(ways("return a < b.c;")).containsOnly("return a < b.c;", "return b.c > a;");
    assertThat(ways("return a() >= 0;")).containsOnly("return a() >= 0;", "return 0 <= a();");
    assertThat(ways("return a() == b();")).containsOnly("return a() == b();");
    assertThat(ways("return a == b();")).containsOnly("return a == b();");
  }

  @Test
  void whatIsDoneUnderAConditionIsAStatementOrAnExpression() {
    assertThat(ways("a && b();")).containsOnly("a && b();", "if (a) { b(); }", "!a || b();");
    assertThat(ways("a || b();")).containsOnly("a || b();", "if (!a) { b(); }", "!a && b();");
    assertThat(ways("if (a) { b(); c(); }"))
        .contains("a && (b(), c());", "if (a) { b(); c(); }", "if (a) { b(), c(); }");
    assertThat(ways("a ? b() : c();"))
        .containsOnly("a ? b() : c();", "if (a) { b(); } else { c(); }");
    assertThat(ways("return a != b ? c : d;"))
        .contains("return a == b ? d : c;", "return b != a ? c : d;");
    assertThat(ways("if (a) { for (;;) { b(); } }")).containsOnly("if (a) { for (;;) { b(); } }");
  }

  @Test
  void statementsAreOneWithTheNext() {
    assertThat(ways("a(); b(); return c;"))
        .contains("a(); b(); return c;", "a(), b(); return c;", "return a(), b(), c;");
    assertThat(ways("a(); if (b) { return; } throw c;"))
        .contains("if (a(), b) { return; } throw c;");
    assertThat(ways("for (;;) { a(); }")).containsOnly("for (;;) { a(); }");
    assertThat(ways("a(); for (b = 1; b < c;) { d(); }"))
        .contains(
            "a(); b = 1; for (; b < c;) { d(); }",
            "a(); for (b = 1; b < c;) { d(); }",
            "a(), b = 1; for (; b < c;) { d(); }",
            "for (a(), b = 1; b < c;) { d(); }");
    assertThat(ways("a(); for (let b = 1; b < c;) { d(); }")).hasSize(2);
    assertThat(ways("a(); let b = 1; c(b);")).containsOnly("a(); let b = 1; c(b);");
  }

  @Test
  void aVariableIsSetWhereItIsFirstUsed() {
    assertThat(ways("a = b(); if (a) { return; }")).contains("if (a = b()) { return; }");
    assertThat(ways("a = b; c(a, d);")).contains("c(a = b, d);");
    assertThat(ways("a = b; c.d = a;")).contains("c.d = a = b;");
    assertThat(ways("a = b; a.c(d);")).contains("(a = b).c(d);");
    assertThat(ways("a = b; c.d(a);")).containsOnly("a = b; c.d(a);", "a = b, c.d(a);");
    assertThat(ways("a = (c = b); c.d = a;")).doesNotContain("c.d = a = c = b;");
    assertThat(ways("a = b; c[d] = a;")).containsOnly("a = b; c[d] = a;", "a = b, c[d] = a;");
  }

  @Test
  void whatIsSetToTheSameIsSetInAnyOrder() {
    assertThat(ways("a.b = c.d = e;")).containsOnly("a.b = c.d = e;", "c.d = a.b = e;");
    assertThat(ways("a().b = c.d = e;")).containsOnly("a().b = c.d = e;");
  }

  @Test
  void conditionsChangePlacesWhereNeitherGuardsTheOther() {
    assertThat(ways("if (a.b && !a.c) { return; }"))
        .containsOnly("if (a.b && !a.c) { return; }", "if (!a.c && a.b) { return; }");
    assertThat(ways("if (a && a.c) { return; }")).hasSize(1);
    assertThat(ways("if (a.b && a.b.c) { return; }")).hasSize(1);
    assertThat(ways("if (a.b && c()) { return; }")).hasSize(1);
    assertThat(ways("return a.b && !a.c;")).hasSize(1);
  }

  @Test
  void whatSetsMembersChangesPlaces() {
    assertThat(ways("return {Q1Q: a, Q2Q: b.c};"))
        .containsOnly("return {Q1Q:a, Q2Q:b.c};", "return {Q2Q:b.c, Q1Q:a};");
    assertThat(ways("return {Q1Q: a(), Q2Q: b.c};")).hasSize(1);
    assertThat(ways("return {url: a, b() {}};"))
        .containsOnly("return {url:a, b() { }};", "return {b() { }, url:a};");
    assertThat(ways("return {...a, b: c};")).hasSize(1);
    assertThat(ways("return {__proto__: null, b: c};")).hasSize(1);
    assertThat(ways("a.Q1Q = b; a.Q2Q = c;")).contains("a.Q2Q = c; a.Q1Q = b;");
    assertThat(ways("a.Q1Q = b; a.Q2Q = a.Q1Q;")).noneMatch(way -> way.startsWith("a.Q2Q"));
    assertThat(ways("a.Q1Q = b; a.url = c;")).noneMatch(way -> way.startsWith("a.url"));
    assertThat(ways("clearTimeout(a.Q1Q); a.Q2Q = 1;")).contains("a.Q2Q = 1; clearTimeout(a.Q1Q);");
  }

  @Test
  void whatWasWrittenForAnotherScriptSaysNothing() {
    change(
        "function f() { a.Q1Q = b; a.Q2Q = a.Q1Q; }",
        tree -> {
          Spelling shortest = Spelling.shortest(tree);
          assertThat(shortest.or(null, tree)).isSameAs(shortest);
          assertThat(shortest.or("1", tree)).isSameAs(shortest);
          // The statements the other way round, twice the same, and more than there are.
          assertThat(shortest.or("100", tree)).isSameAs(shortest);
          assertThat(shortest.or("000", tree)).isSameAs(shortest);
          assertThat(shortest.or("020", tree)).isSameAs(shortest);
          assertThat(shortest.or("011", tree).text()).isEqualTo("011");
        });
  }

  @Test
  void functionsDoWhatTheyDidHoweverTheyAreWritten() {
    long seed = System.nanoTime();
    RandomMembers members = new RandomMembers(seed);
    List<String> functions =
        IntStream.range(0, FUNCTIONS).mapToObj(i -> members.function("f" + i)).toList();
    List<String> expected = run(functions);
    assertThat(expected.toString()).contains("stopped").doesNotContain("Error");
    Random random = new Random(seed);
    for (int changes : new int[] {0, 5, 100}) {
      List<String> changed =
          functions.stream()
              .map(function -> change(function, tree -> spell(tree, changes, random)))
              .toList();
      List<String> actual = run(changed);
      for (int i = 0; i < FUNCTIONS; i++) {
        assertThat(actual.get(i))
            .as("seed %d, %d changes:%n%s%n%s", seed, changes, functions.get(i), changed.get(i))
            .isEqualTo(expected.get(i));
      }
    }
  }

  /** What each of several scripts tells. */
  private static List<String> run(List<String> functions) {
    StringBuilder all = new StringBuilder(RandomMembers.USED);
    functions.forEach(
        function ->
            all.append(function)
                .append("console.log([...told.splice(0), ...stopped.splice(0)].join()); \n"));
    return List.of(Scripts.run("(() => {" + all + "})();").split("\n", -1));
  }
}
