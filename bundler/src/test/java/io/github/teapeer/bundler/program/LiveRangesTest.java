package io.github.teapeer.bundler.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import org.junit.jupiter.api.Test;

class LiveRangesTest {
  private static final int FUNCTIONS = 150;

  private static String split(String script) {
    return Scripts.change(
        script, tree -> SourceTree.find(tree, Node::isFunction).forEach(LiveRanges::split));
  }

  @Test
  void aVariableThatIsUsedAgainBecomesTwo() {
    assertThat(split("let f = a => { g(a); a = 1; g(a); };"))
        .isEqualTo("let f = a => {\n  g(a);\n  let a$1 = 1;\n  g(a$1);\n};\n");
  }

  @Test
  void valuesThatMeetStayOneVariable() {
    assertThat(split("let f = a => { let b; if (a) b = 1; else b = 2; g(b); };"))
        .contains("b$1 = 1")
        .contains("b$1 = 2")
        .contains("g(b$1)");
  }

  @Test
  void aVariableThatIsUsedOutsideOfTheBlockIsDeclaredAtTheTop() {
    assertThat(split("let f = a => { let b; x: { b = 1; break x; } g(b); };"))
        .isEqualTo(
            "let f = a => {\n  let b$1;\n  let b;\n  x: {\n    b$1 = 1;\n    break x;\n  }\n  g(b$1);\n};\n");
  }

  @Test
  void whatAFunctionInsideSeesIsLeftAlone() {
    String script = "let f = a => {\n  a = 1;\n  g(() => a);\n  a = 2;\n};\n";
    assertThat(split(script)).isEqualTo(script);
  }

  @Test
  void randomFunctionsComputeWhatTheyComputedBefore() {
    long seed = System.nanoTime();
    String functions = RandomProgram.functions(FUNCTIONS, seed);
    String changed = split(functions);

    assertThat(changed).contains("a$1").contains("b$2");
    assertThat(RandomProgram.run(changed, FUNCTIONS))
        .as("seed %d", seed)
        .isEqualTo(RandomProgram.run(functions, FUNCTIONS));
  }
}
