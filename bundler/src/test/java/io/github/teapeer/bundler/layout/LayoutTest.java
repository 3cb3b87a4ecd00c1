package io.github.teapeer.bundler.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.finish.Globals;
import io.github.teapeer.bundler.program.Scripts;
import io.github.teapeer.bundler.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** The search for names and an order that compress well. */
class LayoutTest {
  private static final Effort EFFORT = new Effort(1500);

  /** A script, and the layout that was found for it. */
  private record Improved(String script, Profile profile) {}

  private static Improved improve(String script, Profile start, Effort effort) {
    Compiler compiler = new Compiler(System.err);
    Node tree = parse(compiler, script);
    Node body = body(tree);
    List<Symbol> symbols = new ArrayList<>(Globals.of(body));
    symbols.addAll(members(body));
    Profile found = new Layout(compiler, symbols, List.of()).improve(body, start, effort);
    return new Improved(compiler.toSource(tree), found);
  }

  private static Node parse(Compiler compiler, String script) {
    CompilerOptions options = new CompilerOptions();
    options.setLanguage(LanguageMode.ECMASCRIPT_NEXT);
    compiler.initOptions(options);
    return compiler.parse(SourceFile.fromCode("test.js", "(()=>{" + script + "})()"));
  }

  private static Node body(Node tree) {
    return tree.getFirstFirstChild().getFirstChild().getLastChild();
  }

  /** The members that begin with an x, of one family. */
  private static List<Symbol> members(Node body) {
    return SourceTree.find(body, node -> node.isGetProp() && node.getString().startsWith("x"))
        .stream()
        .map(Node::getString)
        .distinct()
        .map(
            name ->
                new Symbol(
                    name,
                    Symbol.Kind.MEMBER,
                    Set.of("family"),
                    Set.of(),
                    "",
                    SourceTree.find(
                        body,
                        node ->
                            (node.isGetProp() || node.isStringKey())
                                && node.getString().equals(name))))
        .toList();
  }

  private static Improved improve(String script) {
    return improve(script, Profile.parse(""), EFFORT);
  }

  @Test
  void functionsThatResembleEachOtherComeTogether() {
    // Between two that are alike there is more than compression looks back.
    StringBuilder script = new StringBuilder();
    for (int round = 0; round < 2; round++) {
      for (int kind = 0; kind < 5; kind++) {
        String text =
            new Random(kind)
                .ints(9000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        script.append("function f%d_%d(){return\"%s\"}".formatted(kind, round, text));
      }
    }
    assertThat(size(improve(script.toString()).script()))
        .isLessThan(size(script.toString()) * 6 / 10);
  }

  @Test
  void changedNamesMeanWhatTheyDid() {
    String script =
        """
        function f(o) { return o.xfirst + g(o); }
        function g(o) { return o.xsecond * 2; }
        class A { get() { return f({ xfirst: 3, xsecond: 4 }); } other() { return this.get(); } }
        let h = new A(), i = 5;
        console.log(h.other(), f({ xfirst: i, xsecond: 6 }), g({ xsecond: 7, xfirst: h }));
        """;
    Improved improved = improve(script);
    assertThat(improved.script()).isNotEqualTo("(()=>{" + script + "})()");
    assertThat(Scripts.run(improved.script())).isEqualTo(Scripts.run(script)).contains("11 17 14");
  }

  @Test
  void aLayoutThatWasFoundIsFoundAgain() {
    String script =
        "function f(o){return o.xa+g(o.xb)}function g(o){return f(o.xb)}function h(o){return g(o)}"
            + "class A{m(){return f(this)}n(){return h(this.xa)}}g(new A,h)";
    Improved first = improve(script);
    Improved second = improve(script, Profile.parse(first.profile().text()), new Effort(0));
    assertThat(second.script()).isEqualTo(first.script());
  }

  @Test
  void whatALayoutDoesNotKnowHasAnyOtherName() {
    Profile profile = Profile.parse("xa b\nf g\nh\nf\n");
    String script =
        improve(
                "function f(o){return o.xa+o.b1}function g(o){return f(o)}function h(){return g}",
                profile,
                new Effort(0))
            .script();
    assertThat(script)
        .isEqualTo(
            "(()=>{function h(){return f}function g(o){return o.b+o.b1}function f(o){return g(o)}})()");
  }

  @Test
  void whatGotWorseOnTheWayToNothingBetterIsForgotten() {
    String script = "function f(o){return o.xa+g(o.xb)}function g(o){return f(o.xb)}";
    Effort hot = new Effort(300, 1e6);
    assertThat(size(improve(script, Profile.parse(""), hot).script()))
        .isLessThanOrEqualTo(size("(()=>{" + script + "})()"));
  }

  @Test
  void aNumberIsAnyDigitThatNoOtherNumberOfItsKindIs() {
    Compiler compiler = new Compiler(System.err);
    Node tree = parse(compiler, "f7(1);f7(2);f7(3);f7(1);f7(2);f7(3)");
    Node body = body(tree);
    List<Symbol> numbers = new ArrayList<>();
    for (int digit = 1; digit <= 3; digit++) {
      int value = digit;
      numbers.add(
          new Symbol(
              "enum0." + digit,
              Symbol.Kind.NUMBER,
              Set.of("enum0"),
              Set.of(),
              "",
              SourceTree.find(body, node -> node.isNumber() && node.getDouble() == value)));
    }
    Profile profile = Profile.parse("enum0.1 7\nenum0.2 1\nenum0.3 0\n");
    new Layout(compiler, numbers, List.of()).improve(body, profile, new Effort(0));
    assertThat(compiler.toSource(tree)).isEqualTo("(()=>{f7(7);f7(1);f7(3);f7(7);f7(1);f7(3)})()");
    new Layout(compiler, numbers, List.of()).improve(body, profile, new Effort(500, 1e6));
    assertThat(numbers)
        .extracting(Symbol::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[1-9]"));
  }

  private static int size(String script) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(script.getBytes(StandardCharsets.UTF_8));
    deflater.finish();
    int size = deflater.deflate(new byte[1 << 20]);
    deflater.end();
    return size;
  }
}
