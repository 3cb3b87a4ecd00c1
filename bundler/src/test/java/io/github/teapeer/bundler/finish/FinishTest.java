package io.github.teapeer.bundler.finish;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.program.Scripts;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is made of scripts that the compiler has optimised. */
class FinishTest {
  private static String change(String script, Consumer<Node> pass) {
    return Scripts.change(script, pass).replaceAll("\\s+", " ").trim();
  }

  private static String withParameters(String script) {
    return change(script, tree -> new ParameterLocals(name -> true, "hot"::equals).apply(tree));
  }

  @Test
  void localVariablesBecomeParameters() {
    assertThat(
            withParameters(
                "function f(a) { let d = g(a), c; for (c of d) { const b = c; h(b); } }"))
        .isEqualTo("function f(a, b, c, d) { d = g(a); for (c of d) { b = c; h(b); } }");
  }

  @Test
  void functionsThatAreCalledOftenHaveTheParametersThatTheyNeed() {
    String script = "function hot(a) { const b = g(a); h(b, b); }";
    assertThat(withParameters(script)).isEqualTo(script);
  }

  @Test
  void variablesOfDifferentBlocksBecomeOneParameter() {
    assertThat(withParameters("f(a => { if (a) { let b = 1; g(b); } else { let b = 2; h(b); } });"))
        .isEqualTo("f((a, b) => { if (a) { b = 1; g(b); } else { b = 2; h(b); } });");
  }

  @Test
  void aVariableThatEachRoundOfALoopHasForItselfStays() {
    String script = "function f(a) { for (const b of a) { g(() => b); } }";
    assertThat(withParameters(script)).isEqualTo(script);
  }

  @Test
  void aVariableThatAFunctionCapturesIsNotSharedWithAnother() {
    String script =
        "function f(a) { { let b = a; g(() => b); } { let b = 2; h(b); } } function e() { let b = b1; }";
    assertThat(withParameters(script))
        .isEqualTo(
            "function f(a, b) { { let b = a; g(() => b); } { b = 2; h(b); } }"
                + " function e(b) { b = b1; }");
  }

  @Test
  void aNameThatIsKnownOutsideTooStaysInItsBlock() {
    String script = "function f(a) { { let b = a; g(b); } h(b); }";
    assertThat(withParameters(script)).isEqualTo(script);
  }

  @Test
  void whatMayBeReadBeforeItIsSetStays() {
    String script = "function f(a) { let b; g(a, b); }";
    assertThat(
            change(script, tree -> new ParameterLocals(name -> false, name -> false).apply(tree)))
        .isEqualTo(script);
  }

  @Test
  void gettersAndSettersKeepTheirParameters() {
    String script =
        "class C { get x() { let a = 1; return a; } set x(a) { let b = a; this.y = b; } }";
    assertThat(withParameters(script)).isEqualTo(script);
    assertThat(withParameters("class C { other() { let a = 1; return a; } }"))
        .isEqualTo("class C { other(a) { a = 1; return a; } }");
  }

  @Test
  void changedFunctionsDoWhatTheyDid() {
    String script =
        """
        function sum(list, ...rest) { let total = 0; for (const item of list) { total += item; } return total; }
        function each(list) {
          const made = [];
          for (let i = 0; i < list.length; i++) { const item = list[i]; made.push(() => item * i); }
          let all = ""; { const text = "x"; all += text; } { const text = "y"; all += text; }
          return all + made.map(one => one()).join();
        }
        console.log(sum([1, 2, 3]), each([4, 5, 6], 7, 8));
        """;
    assertThat(Scripts.run(withParameters(script)))
        .isEqualTo(Scripts.run(script))
        .contains("xy0,5,12");
  }

  @Test
  void nothingIsPassedWhereNothingFollows() {
    assertThat(
            change(
                "function f(a, b, c) { f(a, null, void 0); g(null); b.resolve(void 0); b.push(void 0); }",
                tree -> new TrailingArguments(function -> true).leaveOut(tree)))
        .isEqualTo("function f(a, b, c) { f(a); g(null); b.resolve(); b.push(void 0); }");
  }

  @Test
  void nullIsPassedToAFunctionThatTellsItFromUndefined() {
    assertThat(
            change(
                "function f(a) { f(null); f(void 0); }",
                tree -> new TrailingArguments(function -> false).leaveOut(tree)))
        .isEqualTo("function f(a) { f(null); f(); }");
  }

  @Test
  void oneOfEqualFunctionsIsKept() {
    assertThat(
            Scripts.change(
                    "function f(a) { return a.b; } function g(a) { return a.b; }"
                        + " function h() {} function i() {} h.prototype = g(i);",
                    (compiler, tree) -> new EqualFunctions(compiler).merge(tree))
                .replaceAll("\\s+", " ")
                .trim())
        .isEqualTo(
            "function f(a) { return a.b; } function h() { } function i() { } h.prototype = f(i);");
  }

  @Test
  void whatMeansTheSameIsSaidShorter() {
    assertThat(
            change(
                "x.then.call(x, f); y.then.call(x, f); g(\"a\" + String(n.b), String(n));"
                    + " i((b ? \"c\" : \"d\") + String(n)); j((b ? c : \"d\") + String(n));"
                    + " h(typeof a === \"string\", b !== \"text\", a === b);",
                Idioms::use))
        .isEqualTo(
            "x.then(f); y.then.call(x, f); g(\"a\" + n.b, String(n));"
                + " i((b ? \"c\" : \"d\") + n); j((b ? c : \"d\") + String(n));"
                + " h(typeof a == \"string\", b !== \"text\", a === b);");
  }

  @Test
  void whatIsTrueNeedsNoOtherTest() {
    assertThat(
            change(
                "if (null != a && a) f(0 + b); c = null != a && a; null == a || !a || g();"
                    + " null != a && b && f(); 0 < a.length && f(); c = 0 < a.length;"
                    + " 0 >= a.length ? f() : g(); for (; 0 < a.length && 0 < b.size;) f();",
                Idioms::use))
        .isEqualTo(
            "if (a) { f(b); } c = null != a && a; !a || g();"
                + " null != a && b && f(); a.length && f(); c = 0 < a.length;"
                + " !a.length ? f() : g(); for (; a.length && 0 < b.size;) { f(); }");
  }

  @Test
  void aDefaultIsAssignedAsOne() {
    assertThat(
            change(
                "null == a && (a = b); null == a.b && (a.b = c), f(); d = null == a && (a = b);"
                    + " null == a.b && (a.c = d); null == f().b && (f().b = d);",
                Idioms::use))
        .isEqualTo(
            "a ??= b; a.b ??= c, f(); d = null == a && (a = b); null == a.b && (a.c = d);"
                + " null == f().b && (f().b = d);");
    assertThat(
            change(
                "a = b[c] ?? (b[c] = f()); this.a ?? (this.a = b); a ?? (b = a); c || (c = d);"
                    + " b[f()] ?? (b[f()] = a); function g() { this; }",
                Idioms::use))
        .isEqualTo(
            "a = b[c] ??= f(); this.a ??= b; a ?? (b = a); c ||= d; b[f()] ?? (b[f()] = a);"
                + " function g() { }");
  }

  @Test
  void whatIsSetToTheSameIsSetAtOnce() {
    assertThat(
            change(
                "a.b = null; a.c = null; this.d = null; a.e = 0; f = 0; f.g = 0; a.b = 1; a.b.c = 1;"
                    + " h().i = 1; a.j = k; a.l = k;",
                Chains::link))
        .isEqualTo(
            "a.b = a.c = this.d = null; a.e = f = 0; f.g = 0; a.b = 1; a.b.c = 1; h().i = 1;"
                + " a.j = k; a.l = k;");
  }

  private static String withNegations(String script) {
    return change(script, tree -> Negations.push(tree, node -> true));
  }

  @Test
  void theOppositeOfAComparisonNeedsNoNegation() {
    assertThat(
            withNegations(
                "a = !(b != 1 || c < 2); if (!(b && c == 1)) { f(); } if (!(!b || c == 1)) { f(); }"
                    + " !(b >= c) && f(); g(!(!b || c), !(b && c));"))
        .isEqualTo(
            "a = b == 1 && c >= 2; if (!(b && c == 1)) { f(); } if (b && c != 1) { f(); }"
                + " b < c && f(); g(!(!b || c), !(b && c));");
  }

  @Test
  void conditionsAreWhatTheyWereWithoutTheirNegations() {
    Random random = new Random();
    long seed = random.nextLong();
    random.setSeed(seed);
    StringBuilder script = new StringBuilder("function f(a, b, c) { return [");
    for (int i = 0; i < 500; i++) {
      script
          .append(condition(random, 4))
          .append(", (")
          .append(condition(random, 3))
          .append(") ? 1 : 2,");
    }
    script.append("]; }\n");
    String values = "for (const a of [0, 1]) for (const b of [0, 1]) for (const c of [0, 1])";
    String calls = values + " console.log(JSON.stringify(f(a, b, c)));";
    String changed = withNegations(script.toString());
    assertThat(changed.length()).isLessThan(script.length());
    assertThat(Scripts.run(changed + "\n" + calls))
        .as("seed %d", seed)
        .isEqualTo(Scripts.run(script + calls));
  }

  private static String condition(Random random, int depth) {
    String variable = List.of("a", "b", "c").get(random.nextInt(3));
    return switch (random.nextInt(depth == 0 ? 4 : 8)) {
      case 0 -> variable;
      case 1 -> variable + " == 1";
      case 2 -> variable + " < 1";
      case 3 -> "0 !== " + variable;
      case 4, 5 -> "!(" + condition(random, depth - 1) + ")";
      case 6 -> "(" + condition(random, depth - 1) + " || " + condition(random, depth - 1) + ")";
      default -> "(" + condition(random, depth - 1) + " && " + condition(random, depth - 1) + ")";
    };
  }

  @Test
  void innerFunctionsUseTheFirstLettersAgain() {
    assertThat(
            change(
                "function f(a, b) { g(c => h(c), d => i(a, d), e => j => k(e, j)); }",
                LocalNames::repeat))
        .isEqualTo("function f(a, b) { g(a => h(a), b => i(a, b), a => b => k(a, b)); }");
  }

  @Test
  void aNameThatIsKnownEverywhereIsGivenToNoVariable() {
    assertThat(change("a(); function f(b, c) { g(d => a(b, d)); }", LocalNames::repeat))
        .isEqualTo("a(); function f(b, c) { g(c => a(b, c)); }");
  }

  @Test
  void aConditionSaysWhenALoopEnds() {
    assertThat(
            change(
                "for (;;) { a = b.c; if (d >= a.length) break; f(a[d]); }"
                    + " for (;;) { if (!g()) { break; } h(); } for (;;) { h(); if (g) break; }",
                LoopHeads::complete))
        .isEqualTo(
            "for (; a = b.c, d < a.length;) { f(a[d]); } for (; g();) { h(); }"
                + " for (;;) { h(); if (g) { break; } }");
  }

  @Test
  void variablesAreDeclaredWhereTheyAreSet() {
    assertThat(
            change(
                "let a = null, b; f(() => a); a = 2; let c = null; b = 1; b = 2;"
                    + " function g() { let c; let d = 3, e; e = f(d); c = 1; let h; h = () => h; }"
                    + " function i() { const c = 1; var d = 2; { var e = 3, h = 4; } f(c, d, e);"
                    + " for (;;) { var j = 5; f(() => j); } var k = (k = f()) ? k : 1;"
                    + " l = 2; var l; }",
                Lets::collect))
        .isEqualTo(
            "let b; f(() => a); let a = 2; let c = null; b = 1; b = 2;"
                + " function g() { let c, d = 3, e = f(d); c = 1; let h; h = () => h; }"
                + " function i() { let c = 1, d = 2; { var e = 3, h = 4; } f(c, d, e);"
                + " for (;;) { var j = 5; f(() => j); } var k = (k = f()) ? k : 1;"
                + " l = 2; var l; }");
  }

  @Test
  void largeNumbersArePowersOfTwoOrNearToOne() {
    assertThat(
            change(
                "f(65536, 1048576 <= a, b / 4294967296, c & 9007199254740992, 2147483639 - d);"
                    + " g(65535, 65600, 1E6, 99999999, 1342177280, 2147483647, 5368709120.5, -1048576);",
                Idioms::use))
        .isEqualTo(
            "f(2 ** 16, 2 ** 20 <= a, b / 2 ** 32, c & 2 ** 53, 2 ** 31 - 9 - d);"
                + " g(65535, 65600, 1E6, 99999999, 5 << 28, 2 ** 31 - 1, 5368709120.5, -(2 ** 20));");
  }

  @Test
  void aPatternThatIsKnownIsWrittenAsOne() {
    assertThat(
            change(
                "RegExp(\"^(a|b)?$\").test(c); new RegExp('\"d').test(e); RegExp(f); RegExp(\"/\");"
                    + " RegExp(\"\\\\d\"); RegExp(\"[^/]\"); RegExp(\"a\", \"g\"); RegExp(\"\");",
                Idioms::use))
        .isEqualTo(
            "/^(a|b)?$/.test(c); /\"d/.test(e); RegExp(f); RegExp(\"/\");"
                + " RegExp(\"\\\\d\"); RegExp(\"[^/]\"); RegExp(\"a\", \"g\"); RegExp(\"\");");
  }

  @Test
  void whatSetsAVariableToItselfIsLeftOut() {
    assertThat(
            change(
                "a = b; c(), b = b; if (d) { d = d; f(); } for (; e; e = e) f(); g(a = a, b == b);"
                    + " a.b = a.b; for (let h of (c = c, d)) { e(h); }",
                Copies::remove))
        .isEqualTo(
            "a = b; c(); if (d) { f(); } for (; e; e = e) { f(); } g(a, b == b);"
                + " a.b = a.b; for (let h of d) { e(h); }");
  }

  @Test
  void whatALoopCountsIsInItsHead() {
    assertThat(
            change(
                "for (a = 0; a < b;) { f(a); ++a; } for (; a < b;) { f(a); a = g(); }"
                    + " for (; a < b;) { if (f(a)) { continue; } ++a; } for (; a < b;) { ++a; }",
                LoopHeads::complete))
        .isEqualTo(
            "for (a = 0; a < b; ++a) { f(a); } for (; a < b;) { f(a); a = g(); }"
                + " for (; a < b;) { if (f(a)) { continue; } ++a; } for (; a < b;) { ++a; }");
  }

  @Test
  void whatReturnsNothingNeedsNoBraces() {
    assertThat(
            change(
                "function f(a) { g(() => { return 1; }); } function g() { return 2; }"
                    + " class C { $m() {} $n() { return 1; } $o() {} }"
                    + " h(() => { f(1); }, () => { g(); }, a => { a.$m(); }, a => { a.$n(); },"
                    + " a => { a.m(); }, () => { f(1); f(2); }, a => { a.$o(); }); x.$o = g;",
                VoidArrows::shorten))
        .endsWith(
            "h(() => f(1), () => { g(); }, a => a.$m(), a => { a.$n(); }, a => { a.m(); },"
                + " () => { f(1); f(2); }, a => { a.$o(); }); x.$o = g;");
  }

  @Test
  void aClassThatAddsNothingIsItsParent() {
    assertThat(
            change(
                "class A extends Error { } class B extends A { } class C extends A { }"
                    + " class D extends C { } g(new B, new D, e instanceof C);",
                EmptyClasses::merge))
        .isEqualTo("class C extends Error { } g(new Error(), new C(), e instanceof C);");
  }

  @Test
  void whatIsSaidTwiceOrCountedByOneIsSaidShorter() {
    assertThat(
            change(
                "if (null != a && void 0 !== a) { a += 1; } if (null == b || void 0 === b) { b += -1; }"
                    + " c = d += 1; null != a && void 0 !== b; e += 2;",
                Idioms::use))
        .isEqualTo(
            "if (null != a) { ++a; } if (null == b) { --b; } c = d += 1;"
                + " null != a && void 0 !== b; e += 2;");
  }
}
