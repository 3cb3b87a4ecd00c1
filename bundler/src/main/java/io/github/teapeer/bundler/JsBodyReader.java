package io.github.teapeer.bundler;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Collects the {@code @JSBody} scripts of one class. */
final class JsBodyReader extends ClassVisitor {
  private static final String JS_BODY = "Lorg/teavm/jso/JSBody;";
  private static final String JS_PROPERTY = "Lorg/teavm/jso/JSProperty;";

  private final List<JsBodyScript> scripts = new ArrayList<>();
  private String className = "";

  JsBodyReader() {
    super(Opcodes.ASM9);
  }

  /** The scripts found so far. */
  List<JsBodyScript> scripts() {
    return List.copyOf(scripts);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    className = name.replace('/', '.');
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    String method = className + "." + name;
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        if (annotation.equals(JS_PROPERTY) && name.equals("getData")) {
          // The same access as a script would write it, for the same audit.
          scripts.add(new JsBodyScript(method, List.of("object"), "return object.data;"));
        }
        return annotation.equals(JS_BODY) ? new BodyVisitor(method) : null;
      }
    };
  }

  private final class BodyVisitor extends AnnotationVisitor {
    private final String method;
    private final List<String> parameters = new ArrayList<>();
    private String script = "";

    BodyVisitor(String method) {
      super(Opcodes.ASM9);
      this.method = method;
    }

    @Override
    public void visit(String name, Object value) {
      if (name.equals("script")) {
        script = (String) value;
      }
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      if (!name.equals("params")) {
        return null;
      }
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String unused, Object value) {
          parameters.add((String) value);
        }
      };
    }

    @Override
    public void visitEnd() {
      scripts.add(new JsBodyScript(method, parameters, script));
    }
  }
}
