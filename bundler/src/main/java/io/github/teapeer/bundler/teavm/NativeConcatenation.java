package io.github.teapeer.bundler.teavm;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatFactory;
import org.teavm.dependency.BootstrapMethodSubstitutor;
import org.teavm.dependency.DynamicCallSite;
import org.teavm.model.MethodReference;
import org.teavm.model.RuntimeConstant;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/**
 * Compiles {@code +} on strings to {@code +} in JavaScript. TeaVM's own way goes through
 * StringBuilder, which then is a twentieth of peer.js. Only strings can be concatenated in our
 * code; the class library's is compiled as ever.
 */
final class NativeConcatenation implements BootstrapMethodSubstitutor {
  /** What javac calls for a concatenation. */
  static final MethodReference BOOTSTRAP =
      new MethodReference(
          StringConcatFactory.class,
          "makeConcatWithConstants",
          MethodHandles.Lookup.class,
          String.class,
          MethodType.class,
          String.class,
          Object[].class,
          CallSite.class);

  private static final ValueType STRING = ValueType.parse(String.class);

  private static final char ARGUMENT = '\u0001';

  private static final char CONSTANT = '\u0002';

  @Override
  public ValueEmitter substitute(DynamicCallSite site, ProgramEmitter program) {
    String recipe = site.getBootstrapArguments().get(0).getString();
    int argument = 0;
    int constant = 1;
    ValueEmitter result = null;
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < recipe.length(); i++) {
      char symbol = recipe.charAt(i);
      if (symbol == CONSTANT) {
        literal.append(text(site.getBootstrapArguments().get(constant++)));
      } else if (symbol == ARGUMENT) {
        result = join(program, result, literal);
        result = join(program, result, text(program, site.getArguments().get(argument++)));
      } else {
        literal.append(symbol);
      }
    }
    return join(program, result, literal);
  }

  private static ValueEmitter text(ProgramEmitter program, ValueEmitter value) {
    if (value.getType().equals(STRING)) {
      return value;
    }
    ValueType type = value.getType();
    return program.invoke(
        "java.lang.String",
        "valueOf",
        STRING,
        type instanceof ValueType.Primitive ? value : value.cast(Object.class));
  }

  private static String text(RuntimeConstant constant) {
    if (constant.getKind() != RuntimeConstant.STRING) {
      throw new IllegalArgumentException("A constant that is not a string is concatenated");
    }
    return constant.getString();
  }

  private static ValueEmitter join(
      ProgramEmitter program, ValueEmitter left, StringBuilder literal) {
    if (literal.length() == 0) {
      return left;
    }
    ValueEmitter constant = program.constant(literal.toString());
    literal.setLength(0);
    return join(program, left, constant);
  }

  private static ValueEmitter join(ProgramEmitter program, ValueEmitter left, ValueEmitter right) {
    return left == null
        ? right
        : program.invoke("io.github.teapeer.jso.value.Values", "concat", STRING, left, right);
  }
}
