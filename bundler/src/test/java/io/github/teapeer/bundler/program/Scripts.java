package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Scripts that a test has a pass change, and runs. */
public final class Scripts {
  private Scripts() {}

  /**
   * What a pass makes of a script.
   *
   * @param script the script
   * @param pass the pass
   * @return the script that is left
   */
  public static String change(String script, Consumer<Node> pass) {
    return change(script, (compiler, tree) -> pass.accept(tree));
  }

  /**
   * What a pass that needs the compiler makes of a script.
   *
   * @param script the script
   * @param pass the pass
   * @return the script that is left
   */
  public static String change(String script, BiConsumer<Compiler, Node> pass) {
    Compiler compiler = new Compiler(System.err);
    CompilerOptions options = new CompilerOptions();
    options.setLanguage(LanguageMode.ECMASCRIPT_NEXT);
    options.setPrettyPrint(true);
    compiler.initOptions(options);
    Node tree = compiler.parse(SourceFile.fromCode("test.js", script));
    if (compiler.hasErrors()) {
      throw new IllegalArgumentException("Not a script:\n" + script);
    }
    pass.accept(compiler, tree);
    return compiler.toSource(tree);
  }

  /**
   * What Node.js prints when it runs a script.
   *
   * @param script the script
   * @return the output and the errors
   */
  public static String run(String script) {
    try {
      Process process = new ProcessBuilder("node", "-").redirectErrorStream(true).start();
      process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
