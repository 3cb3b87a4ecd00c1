package io.github.teapeer.bundler.teavm;

import java.util.function.Consumer;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Shortens methods of the class library that much of the runtime hangs on: names of classes in
 * {@code toString()}, stack traces of Java, and the checks of {@code System.arraycopy}, which
 * production code goes without as it does without those of array accesses.
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
      }
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
