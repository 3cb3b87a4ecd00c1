package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.NodeTraversal;
import com.google.javascript.jscomp.NodeTraversal.AbstractPostOrderCallback;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names that a script uses, and declares nowhere: {@code navigator}, {@code Promise}. The
 * Closure compiler finds them, so that a pass that takes one of them for a variable is seen.
 */
public final class FreeNames {
  private final Map<String, Integer> uses = new TreeMap<>();

  private FreeNames() {}

  /**
   * Finds the free names of a script.
   *
   * @param script one that can be parsed
   * @return its free names
   */
  public static FreeNames of(String script) {
    Compiler compiler = new Compiler(System.err);
    CompilerOptions options = new CompilerOptions();
    options.setLanguage(LanguageMode.ECMASCRIPT_NEXT);
    compiler.initOptions(options);
    // As the body of a function: a script's own declarations would be global ones.
    Node tree = compiler.parse(SourceFile.fromCode("script.js", "(()=>{" + script + "\n})()"));
    if (compiler.hasErrors()) {
      throw new BuildFailure("Not a script any more: " + compiler.getErrors());
    }
    FreeNames names = new FreeNames();
    NodeTraversal.traverse(compiler, tree, names.new Uses());
    return names;
  }

  /**
   * Compares the names with those of what a script has become.
   *
   * @param changed the names that it has now
   * @throws BuildFailure when they are not the same, used as often as before
   */
  public void checkSame(FreeNames changed) {
    if (!uses.equals(changed.uses)) {
      throw new BuildFailure("Free names were " + uses + ", and are " + changed.uses);
    }
  }

  /**
   * Compares the names with those of what a script has become, however often it uses them.
   *
   * @param changed the names that it has now
   * @throws BuildFailure when they are not the same
   */
  public void checkSameSet(FreeNames changed) {
    if (!uses.keySet().equals(changed.uses.keySet())) {
      throw new BuildFailure(
          "Free names were " + uses.keySet() + ", and are " + changed.uses.keySet());
    }
  }

  /** How often each is used. */
  Map<String, Integer> uses() {
    return uses;
  }

  /** What the compiler calls for every node. */
  private final class Uses extends AbstractPostOrderCallback {
    @Override
    public void visit(NodeTraversal traversal, Node node, Node parent) {
      if (node.isName()
          && !node.getString().isEmpty()
          && traversal.getScope().getVar(node.getString()) == null) {
        uses.merge(node.getString(), 1, Integer::sum);
      }
    }
  }
}
