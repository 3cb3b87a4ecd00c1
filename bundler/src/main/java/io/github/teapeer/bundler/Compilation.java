package io.github.teapeer.bundler;

import com.google.javascript.jscomp.CheckLevel;
import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.CompilerPass;
import com.google.javascript.jscomp.CustomPassExecutionTime;
import com.google.javascript.jscomp.DiagnosticGroups;
import com.google.javascript.jscomp.Result;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.SourceMap;
import com.google.javascript.jscomp.SourceMapInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** One run of the Closure compiler: TeaVM's program, the glue and a wrapper in, one script out. */
final class Compilation {
  private final Sources sources;
  private final Sources.Text wrapper;
  private final boolean minified;

  Compilation(Sources sources, Sources.Text wrapper, boolean minified) {
    this.sources = sources;
    this.wrapper = wrapper;
    this.minified = minified;
  }

  /** The script, without a {@code sourceMappingURL}, and its map. */
  record Output(String script, String map) {}

  Output run() {
    Compiler compiler = new Compiler(System.err);
    CompilerOptions options = options();
    CompilerPass assembly =
        new Assembly(compiler, sources.program().name(), sources.glue().name(), wrapper.name());
    CompilerPass receivers = new ReceiverCalls(compiler);
    CompilerPass members = new MemberNames(compiler);
    options.addCustomPass(
        CustomPassExecutionTime.BEFORE_CHECKS,
        (externs, root) -> {
          assembly.process(externs, root);
          receivers.process(externs, root);
          if (minified) {
            members.process(externs, root);
          }
        });
    Result result =
        compiler.compile(
            List.of(SourceFile.fromCode("externs.js", "var globalThis;")),
            List.of(file(sources.program()), file(sources.glue()), file(wrapper)),
            options);
    if (!result.success) {
      throw new BuildFailure("The Closure compiler refused the program: " + result.errors);
    }
    String script = compiler.toSource();
    StringBuilder map = new StringBuilder();
    try {
      compiler.getSourceMap().appendTo(map, wrapper.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Output(script, map.toString());
  }

  private CompilerOptions options() {
    CompilerOptions options = new CompilerOptions();
    if (minified) {
      CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
    } else {
      options.setPrettyPrint(true);
    }
    options.setLanguageIn(LanguageMode.ECMASCRIPT_NEXT);
    options.setLanguageOut(LanguageMode.ECMASCRIPT_NEXT);
    options.setEmitUseStrict(false);
    options.setSourceMapOutputPath("peer.js.map");
    options.setSourceMapFormat(SourceMap.Format.V3);
    options.setApplyInputSourceMaps(true);
    options.setInputSourceMaps(
        com.google.javascript.jscomp.jarjar.com.google.common.collect.ImmutableMap.of(
            sources.program().name(),
            new SourceMapInput(SourceFile.fromCode("raw.js.map", sources.programMap()))));
    options.setWarningLevel(DiagnosticGroups.CHECK_VARIABLES, CheckLevel.OFF);
    return options;
  }

  private static SourceFile file(Sources.Text text) {
    return SourceFile.fromCode(text.name(), text.content());
  }
}
