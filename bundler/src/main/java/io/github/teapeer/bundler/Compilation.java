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
import io.github.teapeer.bundler.finish.Bindings;
import io.github.teapeer.bundler.finish.Chains;
import io.github.teapeer.bundler.finish.Copies;
import io.github.teapeer.bundler.finish.EmptyClasses;
import io.github.teapeer.bundler.finish.EqualFunctions;
import io.github.teapeer.bundler.finish.FreeNames;
import io.github.teapeer.bundler.finish.Globals;
import io.github.teapeer.bundler.finish.Idioms;
import io.github.teapeer.bundler.finish.Lets;
import io.github.teapeer.bundler.finish.LocalNames;
import io.github.teapeer.bundler.finish.Locals;
import io.github.teapeer.bundler.finish.LoopHeads;
import io.github.teapeer.bundler.finish.Negations;
import io.github.teapeer.bundler.finish.ParameterLocals;
import io.github.teapeer.bundler.finish.TrailingArguments;
import io.github.teapeer.bundler.finish.VoidArrows;
import io.github.teapeer.bundler.layout.Effort;
import io.github.teapeer.bundler.layout.Layout;
import io.github.teapeer.bundler.layout.Profile;
import io.github.teapeer.bundler.layout.Symbol;
import io.github.teapeer.bundler.program.Aliases;
import io.github.teapeer.bundler.program.Captures;
import io.github.teapeer.bundler.program.ConstantFields;
import io.github.teapeer.bundler.program.ErrorMessages;
import io.github.teapeer.bundler.program.Increments;
import io.github.teapeer.bundler.program.LeanProgram;
import io.github.teapeer.bundler.program.MemberOwners;
import io.github.teapeer.bundler.program.ObjectProperties;
import io.github.teapeer.bundler.program.OptionalCalls;
import io.github.teapeer.bundler.program.Temporaries;
import io.github.teapeer.bundler.program.Wrappers;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceText;
import io.github.teapeer.bundler.spelling.Parts;
import io.github.teapeer.bundler.spelling.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One run of the Closure compiler: TeaVM's program, the glue and a wrapper in, one script out.
 *
 * @param program TeaVM's CommonJS output
 * @param programMap its source map
 * @param glue the JavaScript that makes classes of TeaVM's exports
 * @param wrapper the function around them, see {@link Assembly}
 * @param style for people or for machines
 * @param profile the layout that the search for the smallest one starts from
 * @param effort how long a smaller layout is looked for
 */
record Compilation(
    SourceText program,
    SourceMap programMap,
    SourceText glue,
    SourceText wrapper,
    Style style,
    Profile profile,
    Effort effort) {

  /** What packs, by TeaVM's names: packing small objects is calling functions. */
  private static final Pattern HOT = Pattern.compile("igtb_PackWriter_|igtbj_JsPacker_");

  /** For whom the script is written. */
  enum Style {
    /** Nothing renamed, one statement a line. */
    READABLE,
    /** As few bytes as possible. */
    MINIFIED,
    /** As few bytes as possible once it is compressed, which takes a while. */
    SMALLEST
  }

  /**
   * What is made.
   *
   * @param script the script, without a {@code sourceMappingURL}
   * @param map where each piece of it came from
   * @param layout the layout that was found, where one was looked for
   */
  record Output(String script, SourceMap map, Profile layout) {}

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
    if (style != Style.READABLE) {
      options.addCustomPass(
          CustomPassExecutionTime.BEFORE_OPTIMIZATION_LOOP,
          (externs, root) -> optimize(compiler, root));
      options.addCustomPass(
          CustomPassExecutionTime.AFTER_OPTIMIZATION_LOOP,
          (externs, root) -> optimize(compiler, root));
    }
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
    Profile layout = profile;
    Node body = enclosure.get().body();
    FreeNames names = FreeNames.of(compiler.toSource(body));
    Set<Node> parameters = style == Style.READABLE ? Set.of() : finish(compiler, body);
    List<Symbol> numbers = EnumNumbers.count(body);
    if (style != Style.READABLE) {
      Locals locals = Locals.of(body, parameters);
      List<Symbol> symbols = new ArrayList<>(locals.symbols());
      symbols.addAll(new MemberNames(owners.get()).shorten(body));
      symbols.addAll(Globals.of(body));
      symbols.addAll(numbers);
      if (style == Style.SMALLEST) {
        FreeNames before = FreeNames.of(compiler.toSource(body));
        Set<Node> passed = Bindings.parameters(body);
        passed.removeAll(parameters);
        Bindings bindings = Bindings.of(body, passed);
        layout = new Layout(compiler, symbols, locals.listings()).improve(body, profile, effort);
        bindings.checkSame(Bindings.of(body, passed));
        Copies.remove(body);
        before.checkSame(FreeNames.of(compiler.toSource(body)));
      }
    }
    names.checkSameSet(FreeNames.of(compiler.toSource(body)));
    StrictMode.restore(scripts);
    String script = compiler.toSource();
    StringBuilder map = new StringBuilder();
    try {
      compiler.getSourceMap().appendTo(map, wrapper.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Output(
        script, SourceMap.parse(map.toString()).through(program.name(), programMap), layout);
  }

  /** What the compiler does not do, in the midst of its optimisations. */
  private static void optimize(Compiler compiler, Node root) {
    ObjectProperties.collect(compiler, root);
    Increments.use(compiler, root);
    for (Node script = root.getFirstChild(); script != null; script = script.getNext()) {
      Aliases.remove(compiler, script);
    }
    OptionalCalls.use(compiler, root);
    Temporaries.inline(compiler, root);
    ErrorMessages.pass(compiler, root);
    ConstantFields.inline(compiler, root);
    Captures.join(compiler, root);
    Wrappers.remove(compiler, root);
  }

  /**
   * Does what can be done once the compiler has optimised.
   *
   * @return the parameters that no caller passes
   */
  private Set<Node> finish(Compiler compiler, Node body) {
    FunctionDeclarations.makeOf(body);
    new TrailingArguments(this::isOfProgram).leaveOut(body);
    Negations.push(body, this::isOfProgram);
    Idioms.use(body);
    EmptyClasses.merge(body);
    VoidArrows.shorten(body);
    FreeNames names = FreeNames.of(compiler.toSource(body));
    Set<Node> parameters =
        new ParameterLocals(this::isOfProgram, name -> HOT.matcher(name).lookingAt()).apply(body);
    Parts.part(body);
    LoopHeads.complete(body);
    Lets.collect(body);
    Chains.link(body);
    Spelling.shortest(body).apply(body);
    Globals.hide(body);
    LocalNames.repeat(body);
    Globals.shorten(body);
    names.checkSame(FreeNames.of(compiler.toSource(body)));
    new EqualFunctions(compiler).merge(body);
    return parameters;
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
    // Nobody writes the script into a page, where = and & might matter.
    options.setTrustedStrings(true);
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

  /** Whether a node is one of TeaVM's, which reads no variable before it was set. */
  private boolean isOfProgram(Node node) {
    return program.name().equals(node.getSourceFileName());
  }

  private static SourceFile file(SourceText text) {
    return SourceFile.fromCode(text.name(), text.content());
  }
}
