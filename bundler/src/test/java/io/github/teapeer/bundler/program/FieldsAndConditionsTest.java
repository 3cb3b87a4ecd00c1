package io.github.teapeer.bundler.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What becomes of numbers that are booleans, of tests for null, and of fields nobody needs. */
class FieldsAndConditionsTest {
  private static String change(String script, Consumer<Node> pass) {
    return Scripts.change(script, pass).replaceAll("\\s+", " ").trim();
  }

  private static String withBooleans(String script) {
    return change(script, tree -> new Booleans(tree).apply());
  }

  @Test
  void aConditionIsItsOwnValue() {
    assertThat(withBooleans("let f = (a, b) => { b.$x = a == 2 ? 1 : 0; return g(a) ? 0 : 1; };"))
        .isEqualTo("let f = (a, b) => { b.$x = a == 2; return !g(a); };");
  }

  @Test
  void whatIsOnlyTrueInASenseBecomesANumberStill() {
    String script = "let f = a => g(a) ? 1 : 0;";
    assertThat(withBooleans(script)).isEqualTo(script);
  }

  @Test
  void aNumberThatIsCountedOrHandedToABrowserStaysOne() {
    String script = "let f = (a, b) => { b[a ? 0 : 1] = a == 1 ? 1 : 0; h(a == 2 ? 1 : 0); };";
    assertThat(withBooleans(script))
        .isEqualTo("let f = (a, b) => { b[a ? 0 : 1] = a == 1; h(a == 2 ? 1 : 0); };");
  }

  private static String withTruthiness(String script) {
    return change(script, tree -> new Truthiness(tree).apply());
  }

  @Test
  void anObjectIsTrue() {
    assertThat(
            withTruthiness(
                "let f = a => { if (a.$x != null) { a.$x.close(); }"
                    + " return a.$x == null ? 1 : 2; };"))
        .isEqualTo("let f = a => { if (a.$x) { a.$x.close(); } return !a.$x ? 1 : 2; };");
  }

  @Test
  void whatIsHandedToAFunctionThatTakesAnObjectIsOne() {
    assertThat(
            withTruthiness(
                "let f = a => { if (a.$x != null) { g(a.$x); } }, g = b => { b.close(); };"))
        .isEqualTo("let f = a => { if (a.$x) { g(a.$x); } }, g = b => { b.close(); };");
  }

  @Test
  void whatMayBeAStringIsComparedWithNull() {
    String[] scripts = {
      "let f = a => { if (a.$x != null) { g(a.$x); } };",
      "let f = a => { if (a.$x != null) { g(a.$x.length); } };",
      "let f = a => { if (a.$x != null) { g(a.$x.replace(b, c)); } };",
      "let f = a => { let v; v = a.$x; if (v != null) { g(v); } };"
    };
    for (String script : scripts) {
      assertThat(withTruthiness(script)).isEqualTo(script);
    }
  }

  @Test
  void aTestWhoseValueIsKeptStays() {
    String script = "let f = a => { a.$x.close(); return a.$x == null; };";
    assertThat(withTruthiness(script)).isEqualTo(script);
  }

  @Test
  void theScriptsOfAnnotationsKeepTheirTests() {
    String script = "let f$js_body$_1 = a => { a.close(); return a == null ? 1 : 2; };";
    assertThat(withTruthiness(script)).isEqualTo(script);
  }

  private static String withFields(
      String script, Map<String, Node> fields, BiConsumer<Node, Map<String, JavaClass>> pass) {
    JavaClass type =
        new JavaClass("T", IR.empty(), null, fields, new LinkedHashMap<>(), new LinkedHashMap<>());
    return change(script, tree -> pass.accept(tree, new LinkedHashMap<>(Map.of("T", type))));
  }

  private static Map<String, Node> zeros(String... names) {
    Map<String, Node> fields = new LinkedHashMap<>();
    List.of(names).forEach(name -> fields.put(name, IR.number(0)));
    return fields;
  }

  @Test
  void aFieldThatNothingReadsIsNotSet() {
    Map<String, Node> fields = zeros("$a", "$b", "$c");
    assertThat(
            withFields(
                "let f = (x, y) => { x.$a = y; x.$b = x.$a; g(x, x.$c); };"
                    + " let g = (x, y) => { x.$b = y; x.$b = h(); x.$c = 1; };",
                fields,
                (tree, classes) -> new UnreadFields(tree, classes).apply()))
        .isEqualTo("let f = (x, y) => { g(x, x.$c); }; let g = (x, y) => { h(); };");
    assertThat(fields).isEmpty();
  }

  @Test
  void aFieldThatIsReadByWhatIsHandedOnStays() {
    Map<String, Node> fields = zeros("$a", "$b");
    String script = "let f = x => { x.$a = 1; g(x.$a); run(g); }; let g = x => { x.$b = 1; };";
    assertThat(
            withFields(script, fields, (tree, classes) -> new UnreadFields(tree, classes).apply()))
        .isEqualTo(script.replace("x.$b = 1; ", ""));
    assertThat(fields).containsOnlyKeys("$a");
  }

  @Test
  void aFieldThatIsOnlyAskedNeedsNoZero() {
    Map<String, Node> fields = zeros("$asked", "$timer", "$counted");
    withFields(
        "let f = x => { if (!x.$asked && x.$counted < 2) { clearTimeout(x.$timer); }"
            + " x.$asked = 1; };",
        fields,
        (tree, classes) -> new AbsentFields(tree, classes).apply());
    assertThat(fields.get("$asked").isNull()).isTrue();
    assertThat(fields.get("$timer").isNull()).isTrue();
    assertThat(fields.get("$counted").isNull()).isFalse();
  }

  @Test
  void aTimerThatAMethodCancelsNeedsNoZero() {
    Map<String, Node> fields = zeros("$timer", "$other");
    withFields(
        "let f = (a, b) => { let v = b.$timer; g(a, v); let w = b.$other; g(a, w); h(w); };"
            + " let g = (a, b) => { clearTimeout(b); };",
        fields,
        (tree, classes) -> new AbsentFields(tree, classes).apply());
    assertThat(fields.get("$timer").isNull()).isTrue();
    assertThat(fields.get("$other").isNull()).isFalse();
  }

  private static String withConstants(String script) {
    return Scripts.change(script, ConstantFields::inline).replaceAll("\\s+", " ").trim();
  }

  @Test
  void aFieldThatIsAlwaysTheSameNumberIsThatNumber() {
    assertThat(
            withConstants(
                "let a = { $most: 5, $name: b }, c = { $most: 5, $name: d };"
                    + " if (a.$most < c.$name.$x) { e = a.$most; }"))
        .isEqualTo("let a = {$name:b}, c = {$name:d}; if (5 < c.$name.$x) { e = 5; }");
  }

  @Test
  void anObjectOfWhichNobodyReadsAFieldIsLeftOut() {
    assertThat(
            withConstants(
                "let a = { $limits: { $most: 5 }, $name: b, $made: f() };"
                    + " if (a.$limits.$most < c) { e(a.$name); }"))
        .isEqualTo("let a = {$name:b, $made:f()}; if (5 < c) { e(a.$name); }");
  }

  @Test
  void aFieldThatMayBeAnotherStays() {
    String[] scripts = {
      "let a = {$most:5}, b = {$most:6}; f(a.$most);",
      "let a = {$most:5}; a.$most = 6; f(a.$most);",
      "let a = {$most:5, $x:1}, b = {$x:2}; f(a.$most, a.$x);",
      "let a = {most:5}; f(a.most);",
      "let a = {$most:5}; f(g().$most);"
    };
    for (String script : scripts) {
      assertThat(withConstants(script)).isEqualTo(script);
    }
  }

  private static String withoutWrappers(String script) {
    return Scripts.change(script, Wrappers::remove).replaceAll("\\s+", " ").trim();
  }

  @Test
  void anObjectThatHasNothingButAnotherIsTheOther() {
    assertThat(
            withoutWrappers(
                "let a = {$list:[]}; a.$list.push(b); let c = {$this$0:d}; f(c.$this$0);"
                    + " let g = {$h:d}; g.$h.$x = 1;"))
        .isEqualTo("let a = []; a.push(b); let c = d; f(c); let g = d; g.$x = 1;");
  }

  @Test
  void anObjectThatHasMoreOrMayHaveNothingStays() {
    String[] scripts = {
      "let a = {$list:[], $x:1}; a.$list.push(b);",
      "let a = {$list:[]}; a.$list = []; a.$list.push(b);",
      "let a = {$h:d}; f(a.$h);",
      "let a = {$h:f()}; a.$h.$x = 1;",
      "let a = {list:[]}; a.list.push(b);"
    };
    for (String script : scripts) {
      assertThat(withoutWrappers(script)).isEqualTo(script);
    }
  }

  private static String withFunctions(String script) {
    return change(script, tree -> new NativeFunctions(tree).apply());
  }

  @Test
  void functionsOfThePageAreCalledAsSuch() {
    assertThat(
            withFunctions(
                "let f = a => { let b = otji_JS_functionAsObject(a, \"ask\"); g(b.ask(1).c); },"
                    + " otji_JS_functionAsObject = (a, b) => a;"))
        .isEqualTo("let f = a => { let b = a; g(b(1).c); };");
  }

  @Test
  void aFunctionThatIsMoreThanCalledFailsTheBuild() {
    assertThatThrownBy(
            () ->
                withFunctions(
                    "let f = a => { let b = otji_JS_functionAsObject(a, \"ask\"); g(b.ask); },"
                        + " otji_JS_functionAsObject = (a, b) => a;"))
        .isInstanceOf(BuildFailure.class);
  }

  @Test
  void sumsAndBytesAreNotCut() {
    assertThat(
            change(
                "let f = (a, b) => { b[a] = a + b << 24 >> 24; b[a] = a & 65535;"
                    + " return (a - b | 0) + (a >>> 8 | 0) + (a * b | 0) + (a * b | 0 & 255)"
                    + " + (2 * a | 0) + (b * 3 | 0) + (0.5 * a | 0); };",
                tree -> new PlainSums(tree).apply()))
        .isEqualTo(
            "let f = (a, b) => { b[a] = a + b; b[a] = a;"
                + " return a - b + (a >>> 8) + (a * b | 0) + (a * b | 0 & 255)"
                + " + 2 * a + b * 3 + (0.5 * a | 0); };");
  }
}
