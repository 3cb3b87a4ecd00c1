package io.github.teapeer.bundler.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the passes make of the forms that TeaVM writes. */
class LeanProgramTest {
  private static final String CLASSES =
      """
      function jl_Object() { this.$id$ = 0; }
      function Point() { let a = this; jl_Object.call(a); a.$x = 0; a.$y = null; }
      function Task$lambda$_0() { jl_Object.call(this); this.$_0 = null; }
      $rt_packages([]);
      $rt_metadata([jl_Object, 0, 0, [], 1, 0, 0, 0,
        Point, 0, jl_Object, [], 1, 0, 0, 0,
        Task$lambda$_0, 0, jl_Object, [], 1, 0, 0, ["$run", $rt_wrapFunction1(Task_run)]]);
      (() => { let c; c = Point.prototype; EXPORTS })();
      """;

  private static String change(String exports, String script, PassWithClasses pass) {
    Consumer<Node> change =
        tree -> {
          Map<String, JavaClass> classes = ClassReader.read(tree);
          pass.change(tree, classes);
        };
    return Scripts.change(CLASSES.replace("EXPORTS", exports) + script, change);
  }

  /** A pass that asks for the classes of the program. */
  private interface PassWithClasses {
    void change(Node tree, Map<String, JavaClass> classes);
  }

  private static final String ONE_EXPORT = "c.name = $rt_callWithReceiver(Point_name);";

  private static String literals(String body) {
    return change(
            ONE_EXPORT,
            "let f = (p, q) => { let v; let w; " + body + " };",
            (tree, classes) -> {
              classes.get("Point").exports().clear();
              new ObjectLiterals(tree, classes).apply();
            })
        .replaceAll("\\s+", " ");
  }

  @Test
  void anObjectThatIsOnlyItsFieldsBecomesALiteral() {
    assertThat(literals("v = new Point(); v.$x = p; v.$y = q; g(v);"))
        .contains("v = {$x:p, $y:q}; g(v);");
  }

  @Test
  void aFieldThatIsNullIsNotThere() {
    assertThat(literals("v = new Point(); v.$x = 3; g(v);")).contains("v = {$x:3};");
  }

  @Test
  void aFieldWhoseValueNeedsTheObjectIsAssignedAfterwards() {
    assertThat(literals("v = new Point(); v.$y = v; g(v);")).contains("v = {$x:0}; v.$y = v;");
  }

  @Test
  void aValueThatAStatementInBetweenChangesIsReadBeforeIt() {
    assertThat(literals("v = new Point(); v.$x = p; p = g(); v.$y = p;"))
        .contains("v = {$x:p}; p = g(); v.$y = p;");
  }

  @Test
  void aValueThatIsComputedStaysBeforeTheStatementThatFollowsIt() {
    assertThat(literals("v = new Point(); v.$x = g(); w = h(); v.$y = w;"))
        .contains("v = {$x:g()}; w = h(); v.$y = w;");
  }

  @Test
  void aCreationMovesPastStatementsThatItDoesNotConcern() {
    assertThat(literals("v = new Point(); w = g(); v.$y = w;"))
        .contains("w = g(); v = {$y:w, $x:0};");
  }

  @Test
  void insideATryNothingMoves() {
    assertThat(literals("try { v = new Point(); w = g(); v.$y = w; } catch (e) { g(v); }"))
        .contains("v = {$x:0}; w = g(); v.$y = w;");
  }

  @Test
  void aLambdaBecomesAFunctionThatReturnsAFunction() {
    String changed =
        change(
                ONE_EXPORT,
                """
                let Task_run = (self, a) => { self = self; g(self.$_0, a); };
                let f = (p) => { let v; v = new Task$lambda$_0(); v.$_0 = p; h(v); v.$run(2); };
                """,
                (tree, classes) -> new Lambdas(tree, classes).apply())
            .replaceAll("\\s+", " ");

    assertThat(changed)
        .contains("Task_run = captured$_0 => a => { g(captured$_0, a); }")
        .contains("v = Task_run(p); h(v); v(2);");
  }

  @Test
  void aLambdaThatTeavmCallsByWhatIsInItIsCalledItself() {
    String changed =
        change(
                ONE_EXPORT,
                """
                let Task_run = (self, a) => { g(self.$_0, a); };
                let f = (p) => { let v; v = new Task$lambda$_0(); v.$_0 = p; h(() => Task_run(v, 2)); };
                """,
                (tree, classes) -> new Lambdas(tree, classes).apply())
            .replaceAll("\\s+", " ");

    assertThat(changed).contains("v = Task_run(p); h(() => v(2));");
  }

  private static String inPlace(String script) {
    return Scripts.change(script, tree -> new InPlaceLambdas(tree).apply())
        .replaceAll("\\s+", " ")
        .trim();
  }

  @Test
  void aLambdaMovesToWhereItIsCreated() {
    assertThat(inPlace("let run = x => a => { g(x, a); }; let f = p => { h(run(p)); };"))
        .isEqualTo("let f = p => { h(a$in1 => { g(p, a$in1); }); };");
  }

  @Test
  void aLambdaThatCapturesAVariableThatChangesStaysWhereItIs() {
    String[] changing = {
      "let f = p => { h(run(p)); p = 2; };",
      "let f = () => { let p; for (;;) { p = g(); h(run(p)); } };",
      "let f = () => { let p = 1; h(run(p)); p++; };",
      "let f = q => { h(run(q.r)); };",
      "let f = q => { h(run(q), run(q)); };"
    };
    for (String creation : changing) {
      assertThat(inPlace("let run = x => a => { g(x, a); }; " + creation)).contains("let run =");
    }
  }

  @Test
  void theClientsListsAreArrays() {
    String classes =
        """
        function jl_Object() { this.$id$ = 0; }
        function p_CompactList() { let a = this; jl_Object.call(a); a.$items = null; a.$size = 0; }
        $rt_packages([]);
        $rt_metadata([jl_Object, 0, 0, [], 1, 0, 0, 0, p_CompactList, 0, jl_Object, [], 1, 0, 0, 0]);
        (() => { let c; c = p_CompactList.prototype; c.x = $rt_callWithReceiver(p_CompactList_add); })();
        """;
    String changed =
        Scripts.change(
                classes
                    + """
                    let p_CompactList__init_0 = a => { a.$items = h(4); };
                    let p_CompactList__init_ = () => {
                      let a = new p_CompactList(); p_CompactList__init_0(a); return a; };
                    let p_CompactList_add = (a, b) => { a.$items[a.$size] = b; };
                    let f = a => { p_CompactList_add(a.$all, a.$all.$items[a.$all.$size - 1]); };
                    """,
                (compiler, tree) -> new NativeLists(compiler, tree, ClassReader.read(tree)).apply())
            .replaceAll("\\s+", " ");
    assertThat(changed)
        .contains("p_CompactList__init_ = () => []")
        .contains("p_CompactList_add = (list, item) => { list.push(item); }")
        .contains("p_CompactList_add(a.$all, a.$all[a.$all.length - 1]);")
        .doesNotContain("p_CompactList__init_0");
  }

  @Test
  void whatIsUndefinedCountsAsNull() {
    assertThat(
            Scripts.change(
                    """
                    let f = a => a.$x === null && a.$x !== g();
                    let f$js_body$_1 = a => a === undefined || a === null;
                    """,
                    tree -> new NullTests(tree).apply())
                .replaceAll("\\s+", " ")
                .trim())
        .isEqualTo(
            "let f = a => a.$x == null && a.$x != g();"
                + " let f$js_body$_1 = a => a === undefined || a == null;");
  }

  @Test
  void propertiesWhoseNamesAreKnownAreReadAndSetAsJavaScriptDoes() {
    String helpers =
        """
        let get = (o, k) => { var v = o[k]; return v === undefined ? null : v; };
        let set = (o, k, v) => { if (k === "__proto__") { g(o); } else { o[k] = v; } };
        """;
    assertThat(
            Scripts.change(
                    helpers
                        + "let f = (a, k) => { set(a, \"type\", get(get(a, \"x\"), \"y\"));"
                        + " set(a, k, get(a, k)); set(a, \"__proto__\", 1); };",
                    tree -> new ConstantKeys(tree).apply())
                .replaceAll("\\s+", " "))
        .contains("{ a.type = a.x.y; set(a, k, a[k]); set(a, \"__proto__\", 1); }");
  }

  @Test
  void aStringMethodThatIsNotTranslatedFailsTheBuild() {
    assertThatThrownBy(
            () ->
                Scripts.change(
                    "$rt_stringPool([\"a\"]); let $rt_s = i => i; let $rt_stringPool = s => s;"
                        + " let f = a => jl_String_trim(a);",
                    tree -> new NativeStrings(tree).apply()))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining("jl_String_trim");
  }

  @Test
  void stringsAreJavaScriptStrings() {
    assertThat(
            Scripts.change(
                    "$rt_stringPool([\"a\", \"b\"]); let $rt_s = i => i, $rt_stringPool = s => s;"
                        + " let f = a => jl_String_equals($rt_s(1), $rt_str(a.$nativeString));",
                    tree -> new NativeStrings(tree).apply())
                .trim())
        .isEqualTo("let f = a => \"b\" === a ? 1 : 0;");
  }

  @Test
  void anArrayOfStringsIsOneOfAnything() {
    assertThat(
            Scripts.change(
                    "$rt_stringPool([]); let $rt_s = i => i, $rt_stringPool = s => s;"
                        + " let f = a => $rt_createArray(jl_String, a);",
                    tree -> {
                      new NativeStrings(tree).apply();
                      new NativeArrays(tree).apply();
                    })
                .trim())
        .isEqualTo("let f = a => (new Array(a)).fill(null);");
  }

  @Test
  void arraysAreJavaScriptArrays() {
    assertThat(
            Scripts.change(
                    "let f = a => g($rt_createByteArray(3).data, $rt_createArray(jl_Object, a));",
                    tree -> new NativeArrays(tree).apply())
                .trim())
        .isEqualTo("let f = a => g(new Int8Array(3), (new Array(a)).fill(null));");
  }
}
