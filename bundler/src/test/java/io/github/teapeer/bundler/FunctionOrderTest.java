package io.github.teapeer.bundler;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.Node;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FunctionOrderTest {
  private static final String AROUND =
      "let count=0,base=7;let late=()=>count;class Box{get(){return late()}}g(new Box(),base);";

  private static String improve(String script) {
    Compiler compiler = new Compiler(System.err);
    CompilerOptions options = new CompilerOptions();
    options.setLanguage(LanguageMode.ECMASCRIPT_NEXT);
    compiler.initOptions(options);
    Node tree = compiler.parse(SourceFile.fromCode("test.js", "(()=>{" + script + "})()"));
    Node body = tree.getFirstFirstChild().getFirstChild().getLastChild();
    FunctionDeclarations.makeOf(body);
    new FunctionOrder(compiler).improve(body);
    return compiler.toSource(tree);
  }

  @Test
  void functionsStandInFrontOfWhatIsComputed() {
    assertThat(improve(AROUND))
        .isEqualTo(
            "(()=>{function late(){return count}let count=0,base=7;class Box{get(){return late()}}"
                + "g(new Box,base)})()");
  }

  @Test
  void aFunctionThatIsReplacedOrNeedsWhatIsAroundItStaysAVariable() {
    String script = "let a=()=>1;let b=()=>this;let c=function(){};a=b;g(a,c)";
    assertThat(improve(script)).isEqualTo("(()=>{" + script + "})()");
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
        script.append("let f%d_%d=()=>\"%s\";".formatted(kind, round, text));
      }
    }
    String improved = improve(script.toString());
    assertThat(size(improved)).isLessThan(size(script.toString()) * 6 / 10);
  }

  private static int size(String script) {
    return SizeBudget.gzipSize(script.getBytes(StandardCharsets.UTF_8));
  }
}
