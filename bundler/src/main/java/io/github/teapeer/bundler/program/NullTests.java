package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;

/**
 * Lets {@code undefined} count as Java's null. Then fields need not be set to null to begin with,
 * and nothing depends on which of the two a script hands over.
 */
final class NullTests {
  /** TeaVM's functions for the scripts of {@code @JSBody}, which compare what is not Java's. */
  static final String SCRIPT_FUNCTION = "$js_body$_";

  private final Node script;

  NullTests(Node script) {
    this.script = script;
  }

  void apply() {
    Declarations declarations = new Declarations(script);
    for (String name : declarations.names()) {
      boolean isScript = name.contains(SCRIPT_FUNCTION);
      SourceTree.find(
              declarations.find(name).orElseThrow(),
              node -> !isScript || (node.hasChildren() && node.getLastChild().isNull()))
          .forEach(NullTests::loosen);
    }
  }

  /** Java compares nothing that {@code ==} would convert. */
  private static void loosen(Node node) {
    if (node.getToken() == Token.SHEQ) {
      node.setToken(Token.EQ);
    } else if (node.getToken() == Token.SHNE) {
      node.setToken(Token.NE);
    }
  }
}
