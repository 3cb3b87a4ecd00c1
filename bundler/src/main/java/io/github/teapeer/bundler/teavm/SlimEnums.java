package io.github.teapeer.bundler.teavm;

import org.teavm.interop.StaticInit;
import org.teavm.model.AnnotationHolder;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.PutFieldInstruction;
import org.teavm.model.instructions.StringConstantInstruction;

/**
 * Leaves of the project's enums what the client uses: constants that can be compared. Their {@code
 * name()} is empty and {@code values()} null; they are initialised when the script loads, so that
 * nothing checks whether they are.
 */
final class SlimEnums implements ClassHolderTransformer {
  private static final String OURS = "io.github.teapeer.";

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (!Enum.class.getName().equals(type.getParent()) || !type.getName().startsWith(OURS)) {
      return;
    }
    type.getAnnotations().add(new AnnotationHolder(StaticInit.class.getName()));
    MethodHolder initialiser = type.getMethod(new MethodDescriptor("<clinit>", ValueType.VOID));
    for (BasicBlock block : initialiser.getProgram().getBasicBlocks()) {
      for (Instruction instruction : block) {
        slim(type, instruction);
      }
    }
  }

  private static void slim(ClassHolder type, Instruction instruction) {
    if (instruction instanceof StringConstantInstruction name
        && type.getField(name.getConstant()) != null) {
      name.setConstant("");
    } else if (instruction instanceof PutFieldInstruction put
        && put.getField().getFieldName().equals("$VALUES")) {
      put.delete();
    } else if (instruction instanceof InvokeInstruction call
        && call.getMethod().getName().equals("$values")) {
      call.delete();
    }
  }
}
