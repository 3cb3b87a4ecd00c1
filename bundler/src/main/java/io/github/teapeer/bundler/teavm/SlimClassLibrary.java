package io.github.teapeer.bundler.teavm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/**
 * Shortens methods of the class library that much of the runtime hangs on: names of classes in
 * {@code toString()}, stack traces of Java, and the checks of {@code System.arraycopy} and {@code
 * Objects.requireNonNull}, which production code goes without as it does without those of array
 * accesses.
 */
final class SlimClassLibrary implements ClassHolderTransformer {
  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    switch (type.getName()) {
      case "java.lang.Object" ->
          replace(
              type,
              new MethodDescriptor("toString", String.class),
              context,
              program -> program.constant("").returnValue());
      case "java.lang.Throwable" -> {
        replace(
            type,
            new MethodDescriptor("toString", String.class),
            context,
            program ->
                program.var(0, Throwable.class).getField("message", String.class).returnValue());
        replace(
            type,
            new MethodDescriptor("fillInStackTrace", Throwable.class),
            context,
            program -> program.var(0, Throwable.class).returnValue());
        construct(type, context, false, false);
        construct(type, context, true, false);
        construct(type, context, false, true);
        construct(type, context, true, true);
      }
      case "java.util.Objects" ->
          // Of method references: what they are bound to is there.
          replace(
              type,
              new MethodDescriptor("requireNonNull", Object.class, Object.class),
              context,
              program -> program.var(1, Object.class).returnValue());
      case "java.lang.System" ->
          replace(
              type,
              new MethodDescriptor(
                  "arraycopy",
                  Object.class,
                  int.class,
                  Object.class,
                  int.class,
                  int.class,
                  void.class),
              context,
              program -> {
                program.invoke(
                    System.class,
                    "fastArraycopy",
                    program.var(1, Object.class),
                    program.var(2, int.class),
                    program.var(3, Object.class),
                    program.var(4, int.class),
                    program.var(5, int.class));
                program.exit();
              });
      default -> {
        // Everything else stays as it is.
      }
    }
  }

  /** A constructor that keeps what it is given, and nothing for a stack trace of Java. */
  private static void construct(
      ClassHolder type, ClassHolderTransformerContext context, boolean message, boolean cause) {
    List<ValueType> signature = new ArrayList<>();
    if (message) {
      signature.add(ValueType.parse(String.class));
    }
    if (cause) {
      signature.add(ValueType.parse(Throwable.class));
    }
    signature.add(ValueType.VOID);
    replace(
        type,
        new MethodDescriptor("<init>", signature.toArray(ValueType[]::new)),
        context,
        program -> {
          ValueEmitter self = program.var(0, Throwable.class);
          if (message) {
            self.setField("message", program.var(1, String.class));
          }
          if (cause) {
            self.setField("cause", program.var(message ? 2 : 1, Throwable.class));
          }
          program.exit();
        });
  }

  private static void replace(
      ClassHolder type,
      MethodDescriptor descriptor,
      ClassHolderTransformerContext context,
      Consumer<ProgramEmitter> body) {
    MethodHolder method = type.getMethod(descriptor);
    if (method == null) {
      throw new IllegalStateException("TeaVM has no " + type.getName() + "." + descriptor);
    }
    method.getModifiers().remove(ElementModifier.NATIVE);
    body.accept(ProgramEmitter.create(method, context.getHierarchy()));
  }
}
