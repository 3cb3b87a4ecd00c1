package io.github.teapeer.bundler.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.rhino.Node;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done in the midst of the compiler's optimisations. */
class TemporariesTest {
  private static final int PROGRAMS = 500;

  private static String change(String script, BiConsumer<Compiler, Node> pass) {
    return Scripts.change(script, pass).replaceAll("\\s+", " ").trim();
  }

  private static String inlined(String body) {
    return change(
            "function f(a, b, c) { " + body + " }",
            (compiler, tree) -> Temporaries.inline(compiler, tree))
        .replaceAll("^function f\\(a, b, c\\) \\{ | \\}$", "");
  }

  @Test
  void whatIsUsedOnceNeedsNoVariable() {
    assertThat(inlined("let d = a.m; let e = g(b); return h(d, e);"))
        .isEqualTo("return h(a.m, g(b));");
    assertThat(inlined("let d = a.m; let e = b.n; h(d, e);")).isEqualTo("h(a.m, b.n);");
    assertThat(inlined("let d = encodeURIComponent(a.m); return \"x\" + b + d;"))
        .isEqualTo("return \"x\" + b + encodeURIComponent(a.m);");
    assertThat(inlined("let d = a.m; let e = b.replace(/x/, \"y\"); return d + e;"))
        .isEqualTo("return a.m + b.replace(/x/, \"y\");");
    assertThat(inlined("let d = a.m; if (b && d) { g(); }")).isEqualTo("if (b && a.m) { g(); }");
    assertThat(inlined("let d = g(); for (let e of d) { h(e); }"))
        .isEqualTo("for (let e of g()) { h(e); }");
  }

  private static String joined(String body) {
    return change(
            "function f(a, b, c) { " + body + " }",
            (compiler, tree) -> Captures.join(compiler, tree))
        .replaceAll("^function f\\(a, b, c\\) \\{ | \\}$", "");
  }

  @Test
  void whatFunctionsKnowNeedsOneVariable() {
    assertThat(joined("let d = this; let e = b; g(() => d.m(e));"))
        .isEqualTo("g(() => this.m(b));");
    assertThat(joined("let d = g(); { let e = d; h(() => e); }"))
        .isEqualTo("let d = g(); { h(() => d); }");
    assertThat(joined("for (let d of a) { let e = b; h(() => e); }"))
        .isEqualTo("for (let d of a) { h(() => b); }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let d = this; g(function() { d.m(); });",
        "let d = b; b = c; g(() => d);",
        "let d = b; d = c; g(() => d);",
        "let d = b; g(d);",
        "let d; d = b; let e = d; g(() => e);",
        "for (;;) { var d = h(), e = 1; let i = d; g(() => i); }",
        "{ let d = h(); var e = d; } g(() => e);",
        "let d = globalThis; g(() => d);"
      })
  void whatIsNotAlwaysTheSameStaysInItsVariable(String body) {
    assertThat(joined(body)).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let d = a.m; g(); h(d);",
        "let d = a.m; a.m = b; h(d);",
        "let d = g(); h(a.m, d);",
        "let d = g(); b && h(d);",
        "let d = a.m; h(() => d);",
        "let d = a.m; for (; b();) { h(d); }",
        "let d = a.m; h(d, d);",
        "let d = b; b = c; h(d, b);",
        "let d = a.m; d = b; h(d);",
        "let d = a.m; delete a.m; h(d);",
        "let d = g(); a?.m(d);",
        "let d = a.m; let {n:e} = b; h(d, e);",
        "let d = b++; h(b, d);",
        "let d = g(); a.m += d;"
      })
  void whatWouldBeComputedTooLateStays(String body) {
    assertThat(inlined(body)).isEqualTo(body);
  }

  @Test
  void anInlinedMethodCallHasItsObjectFirst() {
    assertThat(inlined("let d = g(); a.m(d);")).isEqualTo("a.m(g());");
    assertThat(inlined("let d = g(); a.n.m(d);")).isEqualTo("let d = g(); a.n.m(d);");
    assertThat(inlined("let d = g(); a.$field(d);")).isEqualTo("let d = g(); a.$field(d);");
  }

  @Test
  void propertiesSetAtOnceBelongToTheLiteral() {
    assertThat(
            change(
                "let a = {}; a.b = c.d; a.e = f(); let g = {h:1}; g.i = g; g.j = 2; let k = {};"
                    + " k.__proto__ = a; let l = {m:1}; l.m = 2;",
                ObjectProperties::collect))
        .isEqualTo(
            "let a = {b:c.d, e:f()}; let g = {h:1}; g.i = g; g.j = 2; let k = {};"
                + " k.__proto__ = a; let l = {m:1}; l.m = 2;");
  }

  @Test
  void fieldsAreCounted() {
    assertThat(
            change(
                "let a = b.c; b.c = a + 1; let d = b.c + 1; b.c = d; let e = b.c; b.f = e + 1;"
                    + " let g = b.c + 2; b.c = g;",
                Increments::use))
        .isEqualTo(
            "let a = b.c++; let d = ++b.c; let e = b.c; b.f = e + 1; let g = b.c + 2; b.c = g;");
  }

  @Test
  void whatMayBeMissingIsCalledOptionally() {
    assertThat(
            change(
                "let a = b.c; if (a) { a.close(1); } let d = b.c; d && d.close(); let e = b.c;"
                    + " if (e) { e.close(); } f(e); let g = b.c; if (g) { h.close(g); }",
                OptionalCalls::use))
        .isEqualTo(
            "b.c?.close(1); b.c?.close(); let e = b.c; if (e) { e.close(); } f(e); let g = b.c;"
                + " if (g) { h.close(g); }");
  }

  @Test
  void errorsAreMadeWithTheirMessage() {
    assertThat(
            change(
                "class A extends Error {} class B extends A {} class C extends Error { x() {} }"
                    + " let a = new B; a.message = b + 1; throw a;"
                    + " let c = new C; c.message = b; let d = new A; d.message = d;"
                    + " let e = new A; f(e); e.message = b;",
                ErrorMessages::pass))
        .endsWith(
            "let a = new B(b + 1); throw a; let c = new C(); c.message = b; let d = new A();"
                + " d.message = d; let e = new A(); f(e); e.message = b;");
  }

  @Test
  void anotherNameOfAConstantIsNotNeeded() {
    assertThat(
            change(
                "function f() {} var a = f; a(); let b = 1; b = 2; let c = b; g(c); let d = a;"
                    + " d = g; d();",
                Aliases::remove))
        .isEqualTo(
            "function f() { } f(); let b = 1; b = 2; let c = b; g(c); let d = f; d = g; d();");
  }

  @Test
  void changedProgramsDoWhatTheyDid() {
    long first = new Random().nextLong();
    List<String> programs =
        LongStream.range(first, first + PROGRAMS).mapToObj(TemporariesProgram::function).toList();
    List<String> changed = programs.stream().map(TemporariesTest::optimized).toList();
    List<String> expected = run(programs);
    List<String> actual = run(changed);
    for (int i = 0; i < PROGRAMS; i++) {
      assertThat(actual.get(i))
          .as("seed %d:%n%s%n%s", first + i, programs.get(i), changed.get(i))
          .isEqualTo(expected.get(i));
    }
    assertThat(String.join("", changed).length()).isLessThan(String.join("", programs).length());
  }

  private static String optimized(String program) {
    return Scripts.change(
        program,
        (compiler, tree) -> {
          ObjectProperties.collect(compiler, tree);
          Increments.use(compiler, tree);
          OptionalCalls.use(compiler, tree);
          Temporaries.inline(compiler, tree);
        });
  }

  private static List<String> run(List<String> programs) {
    StringBuilder all = new StringBuilder(TemporariesProgram.HEAD);
    programs.forEach(program -> all.append("(() => {").append(program).append("})();\n"));
    return Scripts.run(all.toString()).lines().toList();
  }
}
