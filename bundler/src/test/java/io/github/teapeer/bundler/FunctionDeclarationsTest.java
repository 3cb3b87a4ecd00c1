package io.github.teapeer.bundler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.bundler.program.Scripts;
import org.junit.jupiter.api.Test;

/** Functions that could be declarations. */
class FunctionDeclarationsTest {
  private static String declare(String script) {
    return Scripts.change(script, FunctionDeclarations::makeOf).replaceAll("\\s+", " ").trim();
  }

  @Test
  void functionsStandInFrontOfWhatIsComputed() {
    assertThat(declare("let count = 0, base = 7; let late = () => count; g(base);"))
        .isEqualTo("function late() { return count; } let count = 0, base = 7; g(base);");
  }

  @Test
  void aFunctionThatIsReplacedOrNeedsWhatIsAroundItStaysAVariable() {
    String script =
        "let a = () => 1; let b = () => this; let c = function() { return this; }; a = b; g(a, c);";
    assertThat(declare(script)).isEqualTo(script);
  }

  @Test
  void aFunctionThatIsOnlyCalledNeedsNoVariable() {
    assertThat(
            Scripts.change(
                    "let a = function(b) { return b; }; let c = function() {}; a(new c);",
                    FunctionDeclarations::makeOf)
                .replaceAll("\\s+", " ")
                .trim())
        .isEqualTo("function a(b) { return b; } let c = function() { }; a(new c());");
  }
}
