package io.github.teapeer.bundler.program;

import com.google.javascript.jscomp.AbstractCompiler;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.Map;

/** Makes of TeaVM's program one that is made of what JavaScript has itself. */
public final class LeanProgram {
  private final AbstractCompiler compiler;
  private final Node script;

  private LeanProgram(AbstractCompiler compiler, Node script) {
    this.compiler = compiler;
    this.script = script;
  }

  /**
   * Changes a program in place.
   *
   * @param compiler the compiler that parsed it
   * @param script TeaVM's CommonJS program, built with {@code minifying=false}
   * @return who owns which member of the program's objects
   */
  public static MemberOwners apply(AbstractCompiler compiler, Node script) {
    return new LeanProgram(compiler, script).run();
  }

  private MemberOwners run() {
    if (!SourceTree.find(script, node -> Program.isCallOf(node, "otji_JSWrapper_wrap")).isEmpty()) {
      throw new BuildFailure(
          "A JSObject meets java.lang.Object or a generic type, and TeaVM wraps it."
              + " Declare precise JSO types.");
    }
    StartUp startUp = new StartUp(script);
    startUp.apply();
    Map<String, JavaClass> classes = ClassReader.read(script);
    new NativeStrings(script).apply();
    new NativeArrays(script).apply();
    new NativeFunctions(script).apply();
    new NullTests(script).apply();
    new NativeErrors(script, classes).apply();
    new LabelledBreaks(script).apply();
    Decisions.join(script);
    new LabelledBreaks(script).apply();
    new Booleans(script).apply();
    new NativeLists(compiler, script, classes).apply();
    new EnumConstants(script, classes).apply();
    new PlainSums(script).apply();
    SourceTree.find(script, Node::isFunction).forEach(LiveRanges::split);
    new CaughtExceptions(script).apply();
    new Truthiness(script).apply();
    new ConstantKeys(script).apply();
    new ArrayLoops(script).apply();
    new UnreadFields(script, classes).apply();
    new AbsentFields(script, classes).apply();
    new Constructors(script).apply();
    MemberOwners owners = MemberOwners.of(classes);
    new Lambdas(script, classes).apply();
    new ObjectLiterals(script, classes).apply();
    new ClassDefinitions(compiler, script, classes).apply();
    startUp.removeUnusedRuntime();
    new InPlaceLambdas(script).apply();
    return owners;
  }
}
