package io.github.teapeer.bundler.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.rhino.Node;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What becomes of jumps, loops and handlers. */
class ControlFlowTest {
  private static String change(String body, Consumer<Node> pass) {
    return Scripts.change("let f = (p, q) => { " + body + " };", pass)
        .replaceAll("\\s+", " ")
        .replaceAll("^let f = \\(p, q\\) => \\{ | \\};.*$", "");
  }

  private static String withoutLabels(String body) {
    return change(body, tree -> new LabelledBreaks(tree).apply());
  }

  @Test
  void whatFollowsATryThatIsLeftIsDoneWhereItFails() {
    assertThat(withoutLabels("a: { try { g(); break a; } catch (e) { q = e; } h(q); } p();"))
        .isEqualTo("try { g(); } catch (e) { q = e; h(q); } p();");
  }

  @Test
  void aHandlerThatIsOfALabelOfItsOwnIsOneToo() {
    assertThat(
            withoutLabels(
                "a: { b: { try { g(); break a; } catch (e) {"
                    + " if (e instanceof p) { q = e; break b; } else { throw e; } } } h(q); }"))
        .isEqualTo(
            "try { g(); } catch (e) { if (e instanceof p) { q = e; } else { throw e; } h(q); }");
  }

  @Test
  void aBreakThatJumpsOverSomethingStays() {
    String body = "a: { if (p) { try { g(); break a; } catch (e) { q = e; } h(q); } p(); }";
    assertThat(withoutLabels(body)).isEqualTo(body);
  }

  @Test
  void whatFollowsABranchThatIsLeftIsTheOther() {
    assertThat(withoutLabels("a: { if (p) { g(); break a; } h(); }"))
        .isEqualTo("if (p) { g(); } else { h(); }");
    assertThat(withoutLabels("a: { if (!p) { break a; } h(); }")).isEqualTo("if (p) { h(); }");
  }

  @Test
  void aLoopAtTheEndIsLeftWithoutALabel() {
    assertThat(withoutLabels("a: { g(); while (p) { if (q) { break a; } h(); } }"))
        .isEqualTo("g(); while (p) { if (q) { break; } h(); }");
  }

  private static String decided(String body) {
    return change(
        body,
        tree -> {
          Decisions.join(tree);
          new LabelledBreaks(tree).apply();
        });
  }

  @Test
  void jumpsThatDecideAreOneCondition() {
    assertThat(
            decided(
                "a: { b: { if (p) { if (q) { break b; } if (r) { break b; } } x = 0; break a; }"
                    + " x = 1; }"))
        .isEqualTo("if (!(p && (q || r))) { x = 0; } else { x = 1; }");
    assertThat(decided("a: { if (p) { break a; } if (q) { break a; } g(); }"))
        .isEqualTo("if (!(p || q)) { g(); }");
    assertThat(decided("a: { if (p) { if (q != 1) { break a; } if (r) { break a; } } g(); }"))
        .isEqualTo("if (!(p && (q != 1 || r))) { g(); }");
  }

  @Test
  void jumpsToDifferentPlacesAreNoOneCondition() {
    String body = "a: { b: { if (p) { if (q) { break a; } else { break b; } } g(); } h(); }";
    assertThat(decided(body))
        .isEqualTo("a: { if (p) { if (q) { break a; } else { } } else { g(); } h(); }");
  }

  @Test
  void programsDoWhatTheyDidWhateverBecomesOfTheirJumps() {
    int functions = 200;
    long seed = System.nanoTime();
    String before = RandomProgram.functions(functions, seed);
    String after =
        Scripts.change(
            before,
            tree -> {
              new LabelledBreaks(tree).apply();
              Decisions.join(tree);
              new LabelledBreaks(tree).apply();
            });
    assertThat(after.split("break l").length).isLessThan(before.split("break l").length);
    assertThat(RandomProgram.run(after, functions))
        .as("seed %d", seed)
        .isEqualTo(RandomProgram.run(before, functions));
  }

  @Test
  void aCaughtExceptionKeepsItsName() {
    assertThat(
            change(
                "let v, w; try { g(); } catch (e) { v = e; w = v; h(w); }",
                tree -> new CaughtExceptions(tree).apply()))
        .isEqualTo("try { g(); } catch (e) { h(e); }");
  }

  @Test
  void aCaughtExceptionThatIsUsedLaterIsKept() {
    String body = "let v; try { g(); } catch (e) { v = e; } h(v);";
    assertThat(change(body, tree -> new CaughtExceptions(tree).apply())).isEqualTo(body);
  }

  private static String withLoops(String body) {
    return change(body, tree -> new ArrayLoops(tree).apply());
  }

  @Test
  void arraysAreWalkedOver() {
    assertThat(withLoops("let i; i = 0; while (i < p.length) { g(p[i]); i = i + 1; }"))
        .isEqualTo("let i; for (let item$1 of p) { g(item$1); }");
    assertThat(withLoops("let i; i = 0; while (i < p.length) { let v = p[i]; g(v); i = i + 1; }"))
        .isEqualTo("let i; for (let v of p) { g(v); }");
    assertThat(
            withLoops(
                "let i; i = 0; while (true) { if (i >= p.length) { break; } g(p[i]); i = i + 1; }"))
        .isEqualTo("let i; for (let item$1 of p) { g(item$1); }");
  }

  @Test
  void aLoopThatDoesMoreThanToWalkStays() {
    String[] bodies = {
      "let i; i = 1; while (i < p.length) { g(p[i]); i = i + 1; }",
      "let i; i = 0; while (i < p.length) { g(p[i], i); i = i + 1; }",
      "let i; i = 0; while (i < p.length) { p[i] = 1; i = i + 1; }",
      "let i; i = 0; while (i < p.length) { p = g(p[i]); i = i + 1; }",
      "let i; i = 0; while (i < p.length) { g(p[i]); i = i + 1; } h(i);",
      "let i; i = 0; while (i < p.length) { if (p[i]) { continue; } i = i + 1; }"
    };
    for (String body : bodies) {
      assertThat(withLoops(body).replace("for (; i < p.length;)", "while (i < p.length)"))
          .isEqualTo(body);
    }
  }
}
