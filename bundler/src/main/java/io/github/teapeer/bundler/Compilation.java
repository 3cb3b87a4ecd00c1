package io.github.teapeer.bundler;

import com.google.javascript.jscomp.CheckLevel;
import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.CompilerOptions.PropertyCollapseLevel;
import com.google.javascript.jscomp.CompilerOptions.Reach;
import com.google.javascript.jscomp.CompilerPass;
import com.google.javascript.jscomp.CustomPassExecutionTime;
import com.google.javascript.jscomp.DiagnosticGroups;
import com.google.javascript.jscomp.Result;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.VariableRenamingPolicy;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.program.LeanProgram;
import io.github.teapeer.bundler.program.MemberOwners;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One run of the Closure compiler: TeaVM's program, the glue and a wrapper in, one script out.
 *
 * @param program TeaVM's CommonJS output
 * @param programMap its source map
 * @param glue the JavaScript that makes classes of TeaVM's exports
 * @param wrapper the function around them, see {@link Assembly}
 * @param style for people or for machines
 */
record Compilation(
    SourceText program, SourceMap programMap, SourceText glue, SourceText wrapper, Style style) {

  /** For whom the script is written. */
  enum Style {
    /** Nothing renamed, one statement a line. */
    READABLE,
    /** As few bytes as possible. */
    MINIFIED,
    /** As few bytes as possible once it is compressed, which takes a while. */
    SMALLEST
  }

  /** The script, without a {@code sourceMappingURL}, and where each piece of it came from. */
  record Output(String script, SourceMap map) {}

  /**
   * Compiles.
   *
   * @throws BuildFailure when the program cannot be parsed, or is not what the passes expect
   */
  Output run() {
    Compiler compiler = new Compiler(System.err);
    CompilerOptions options = options();
    AtomicReference<MemberOwners> owners = new AtomicReference<>();
    AtomicReference<Enclosure> enclosure = new AtomicReference<>();
    options.addCustomPass(
        CustomPassExecutionTime.BEFORE_CHECKS, passes(compiler, owners::set, enclosure::set));
    Result result =
        compiler.compile(
            List.of(SourceFile.fromCode("externs.js", "")),
            List.of(file(program), file(glue), file(wrapper)),
            options);
    if (!result.success) {
      throw new BuildFailure("The Closure compiler refused the program: " + result.errors);
    }
    Node scripts = compiler.getRoot().getSecondChild();
    enclosure.get().close(Assembly.script(scripts, wrapper.name()));
    ForbiddenCode.check(wrapper.name(), scripts);
    if (style != Style.READABLE) {
      new MemberNames(owners.get()).shorten(scripts);
      FunctionDeclarations.makeOf(enclosure.get().body());
    }
    if (style == Style.SMALLEST) {
      new FunctionOrder(compiler).improve(enclosure.get().body());
    }
    StrictMode.restore(scripts);
    String script = compiler.toSource();
    StringBuilder map = new StringBuilder();
    try {
      compiler.getSourceMap().appendTo(map, wrapper.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Output(script, SourceMap.parse(map.toString()).through(program.name(), programMap));
  }

  private CompilerPass passes(
      Compiler compiler, Consumer<MemberOwners> owners, Consumer<Enclosure> enclosure) {
    Assembly assembly = new Assembly(compiler, program.name(), glue.name(), wrapper.name());
    return (externs, root) -> {
      Node script = Assembly.script(root, wrapper.name());
      owners.accept(LeanProgram.apply(compiler, Assembly.script(root, program.name())));
      enclosure.accept(Enclosure.open(script));
      assembly.process(externs, root);
      Enclosure.declareForeignNames(compiler, externs.getFirstChild(), script);
    };
  }

  private CompilerOptions options() {
    CompilerOptions options = new CompilerOptions();
    if (style != Style.READABLE) {
      CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
      options.setLineLengthThreshold(Integer.MAX_VALUE);
      optimizeWholeProgram(options);
    } else {
      options.setPrettyPrint(true);
    }
    options.setLanguageIn(LanguageMode.ECMASCRIPT_NEXT);
    options.setLanguageOut(LanguageMode.ECMASCRIPT_NEXT);
    options.setEmitUseStrict(false);
    options.setSourceMapOutputPath(wrapper.name() + ".map");
    // TeaVM's program refers to names that only Closure's externs would declare.
    options.setWarningLevel(DiagnosticGroups.CHECK_VARIABLES, CheckLevel.OFF);
    options.setWarningLevel(DiagnosticGroups.CHECK_USELESS_CODE, CheckLevel.OFF);
    return options;
  }

  /** What is safe because nobody else sees the program's variables and members. */
  private static void optimizeWholeProgram(CompilerOptions options) {
    options.setInlineFunctions(Reach.ALL);
    options.setInlineVariables(Reach.ALL);
    options.setRemoveUnusedVariables(Reach.ALL);
    options.setVariableRenaming(VariableRenamingPolicy.ALL);
    options.setSmartNameRemoval(true);
    options.setCollapsePropertiesLevel(PropertyCollapseLevel.ALL);
    options.setDevirtualizeMethods(true);
    options.setOptimizeCalls(true);
    options.setAssumeClosuresOnlyCaptureReferences(true);
    options.setComputeFunctionSideEffects(true);
  }

  private static SourceFile file(SourceText text) {
    return SourceFile.fromCode(text.name(), text.content());
  }
}
