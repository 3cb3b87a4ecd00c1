package io.github.teapeer.bundler.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.layout.Effort;
import io.github.teapeer.bundler.layout.Layout;
import io.github.teapeer.bundler.layout.Profile;
import io.github.teapeer.bundler.layout.Symbol;
import io.github.teapeer.bundler.program.RandomProgram;
import io.github.teapeer.bundler.program.Scripts;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import io.github.teapeer.bundler.spelling.Parts;
import io.github.teapeer.bundler.spelling.Spelling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whose name is whose: what no script declares keeps its name, whatever is done to others. */
class ScopesTest {
  private static final int SCRIPTS = 150;

  @Test
  void whatPatternsTakeApartKeepsItsName() {
    assertThat(
            renamed(
                "function f(b, { c: c } = navigator) { const [d] = detect(b); g(c, d, a => a); }"))
        .isEqualTo("function f(a, {c:b} = navigator) { const [c] = detect(a); g(b, c, a => a); }");
  }

  @Test
  void functionsAreRenamedWhereTheyAreDeclared() {
    assertThat(
            renamed(
                "function f(d) { function c() { return c; } return g(function b() { b(c, a => a); }); }"))
        .isEqualTo(
            "function f(a) { function b() { return b; } return g(function a() { a(b, a => a); }); }");
  }

  @Test
  void aCaseKnowsWhatTheCasesBeforeItDeclare() {
    assertThat(
            renamed(
                "function f(b) { switch (b) { case 1: let c; default: c = navigator; h(a => a); } }"))
        .isEqualTo(
            "function f(a) { switch(a) { case 1: let b; default: b = navigator; h(a => a); } }");
  }

  @Test
  void variablesOfBlocksWithTheSameNameKeepIt() {
    List<String> keys = new ArrayList<>();
    Scripts.change(
        "function f(a) { { let b = a; g(() => b); } { let b = 2; h(b); } let c = 3; i(c); }",
        tree -> {
          Set<Node> parameters = new ParameterLocals(name -> true, name -> false).apply(tree);
          Locals.of(tree, parameters).symbols().forEach(symbol -> keys.add(symbol.key()));
        });
    assertThat(keys).containsExactlyInAnyOrder("f/1/1", "f/1/2");
  }

  @Test
  void aVariableIsKnownByItsPlaceWhateverItIsCalled() {
    List<String> keys = new ArrayList<>();
    for (String script :
        List.of(
            "function f(a, b, c, d) { c = a(); b = c(d); g(d => b); }",
            "function f(p, r, q, d) { q = p(); r = q(d); g(d => r); }")) {
      Scripts.change(
          script,
          tree -> {
            Set<Node> added = new HashSet<>(Bindings.parameters(tree));
            added.removeIf(node -> !Set.of("b", "c", "r", "q").contains(node.getString()));
            Locals.of(tree, added).symbols().forEach(symbol -> keys.add(symbol.key()));
          });
    }
    assertThat(keys.subList(0, keys.size() / 2))
        .containsExactlyInAnyOrderElementsOf(keys.subList(keys.size() / 2, keys.size()))
        .contains("f/1/1", "f/1/2", "f/1/3", "f/1/4");
  }

  @Test
  void scriptsDoWhatTheyDidWhateverTheirVariablesAreCalled() {
    long first = new Random().nextLong();
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    LongStream.range(first, first + SCRIPTS)
        .forEach(
            seed -> {
              String script = RandomScopes.script(seed);
              before.add(script);
              after.add(finished(script, seed));
              assertThat(FreeNames.of(after.get(after.size() - 1)).uses())
                  .as("seed %d", seed)
                  .isEqualTo(FreeNames.of(script).uses());
            });
    List<String> expected = run(before);
    List<String> actual = run(after);
    for (int i = 0; i < SCRIPTS; i++) {
      assertThat(actual.get(i))
          .as("seed %d:%n%s%n%s", first + i, before.get(i), after.get(i))
          .isEqualTo(expected.get(i))
          .doesNotContain("Error");
    }
  }

  @Test
  void functionsComputeWhatTheyDidWhateverParameterTheirValuesAreIn() {
    int functions = 40;
    long seed = new Random().nextLong();
    String before = RandomProgram.functions(functions, seed);
    String names =
        IntStream.range(0, functions).mapToObj(i -> "f" + i).collect(Collectors.joining(","));
    String after = finished(before + "Object.assign(globalThis, {" + names + "});", seed);
    assertThat(RandomProgram.run(after, functions))
        .as("seed %d", seed)
        .isEqualTo(RandomProgram.run(before, functions));
  }

  @Test
  void valuesThatAreNotNeededAtTheSameTimeMayBeInOneParameter() {
    Map<String, Symbol> symbols = new HashMap<>();
    Scripts.change(
        "function f(a, b) { b = g(a); h(b); a = i(b); b = j(); h(a, b); }",
        tree -> {
          Set<Node> added = new HashSet<>(Bindings.parameters(tree));
          added.removeIf(node -> node.getString().equals("a"));
          Locals.of(tree, added).symbols().forEach(symbol -> symbols.put(name(symbol), symbol));
        });
    assertThat(symbols).containsOnlyKeys("a", "a~1", "b", "b~1");
    assertThat(symbols.get("a").nodes()).hasSize(2);
    // What is passed is no longer needed once the first other value is there.
    assertThat(common(symbols, "a", "b")).isFalse();
    assertThat(common(symbols, "b", "a~1")).isFalse();
    assertThat(common(symbols, "a~1", "b~1")).isTrue();
    assertThat(common(symbols, "a", "b~1")).isFalse();
  }

  /** What a variable is called, and the number of the value in it. */
  private static String name(Symbol symbol) {
    return symbol.nodes().get(0).getString() + symbol.key().replaceFirst("[^~]*", "");
  }

  private static boolean common(Map<String, Symbol> symbols, String one, String other) {
    return !Collections.disjoint(symbols.get(one).places(), symbols.get(other).places());
  }

  @Test
  void variablesOfInnerFunctionsMayHaveTheNamesThatTheseDoNotUse() {
    Map<String, Symbol> symbols = new HashMap<>();
    Scripts.change(
        "function f(a, b) { g(c => c(b)); for (const d in a) h(() => { const e = navigator; e(d); }); }",
        tree ->
            Locals.of(tree, Set.of())
                .symbols()
                .forEach(symbol -> symbols.put(name(symbol), symbol)));
    assertThat(symbols).containsOnlyKeys("a", "b", "c", "d", "e");
    assertThat(symbols.get("a").places()).hasSize(1).isSubsetOf(symbols.get("b").places());
    assertThat(symbols.get("b").places()).hasSize(2).containsAll(symbols.get("c").places());
    assertThat(symbols.get("d").places()).hasSize(2).containsAll(symbols.get("e").places());
    assertThat(symbols.get("a").taken()).containsOnly("f", "g", "h", "navigator");
    assertThat(symbols.get("c").taken()).isEmpty();
    assertThat(symbols.get("e").taken()).containsOnly("navigator");
  }

  @Test
  void aNameThatStandsForAnotherVariableFailsTheBuild() {
    Scripts.change(
        "function f(a) { return b => a + b; }",
        tree -> {
          Bindings bindings = Bindings.of(tree, Bindings.parameters(tree));
          List<Node> names =
              SourceTree.find(tree, node -> node.isName() && node.getString().equals("b"));
          names.forEach(name -> name.setString("c"));
          bindings.checkSame(Bindings.of(tree, Bindings.parameters(tree)));
          names.forEach(name -> name.setString("a"));
          Bindings captured = Bindings.of(tree, Bindings.parameters(tree));
          assertThatThrownBy(() -> bindings.checkSame(captured)).isInstanceOf(BuildFailure.class);
        });
  }

  @Test
  void aFreeNameThatIsRenamedFailsTheBuild() {
    FreeNames names = FreeNames.of("f(navigator, b => { const { c = d, e } = b; c(e, f); });");
    assertThat(names.uses()).hasToString("{d=1, f=2, navigator=1}");
    names.checkSame(FreeNames.of("f(navigator, a => { const { c: b = d, e: g } = a; b(g, f); });"));
    FreeNames once = FreeNames.of("f(navigator, a => d);");
    names.checkSameSet(once);
    assertThatThrownBy(() -> names.checkSame(once)).isInstanceOf(BuildFailure.class);
    assertThatThrownBy(() -> names.checkSameSet(FreeNames.of("f(a, a => d, f);")))
        .isInstanceOf(BuildFailure.class)
        .hasMessage("Free names were [d, f, navigator], and are [a, d, f]");
  }

  private static String renamed(String script) {
    return Scripts.change(script, LocalNames::repeat).replaceAll("\\s+", " ").trim();
  }

  /** What all passes that rename variables make of a script. */
  private static String finished(String script, long seed) {
    return Scripts.change(
        "(() => {" + script + "})();",
        (compiler, tree) -> {
          Node body = tree.getFirstFirstChild().getFirstChild().getLastChild();
          Set<Node> parameters = new ParameterLocals(name -> true, name -> false).apply(body);
          Parts.part(body);
          Spelling.shortest(body).apply(body);
          Globals.hide(body);
          LocalNames.repeat(body);
          Globals.shorten(body);
          Locals locals = Locals.of(body, parameters);
          List<Symbol> symbols = new ArrayList<>(locals.symbols());
          symbols.addAll(Globals.of(body));
          Set<Node> passed = Bindings.parameters(body);
          passed.removeAll(parameters);
          Bindings bindings = Bindings.of(body, passed);
          // So hot that it takes everything.
          new Layout(compiler, symbols, locals.listings(), seed)
              .improve(body, Profile.parse(""), new Effort(60, 1e6));
          bindings.checkSame(Bindings.of(body, passed));
        });
  }

  private static List<String> run(List<String> scripts) {
    StringBuilder all = new StringBuilder(RandomScopes.FREE);
    scripts.forEach(
        script -> all.append("(() => {\"use strict\";").append(script).append("})(); end();\n"));
    return List.of(Scripts.run(all.toString()).split("\n", -1));
  }
}
