package io.github.teapeer.binarypack.js;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** JavaScript in tests: values that Java has no words for, and what is to be true of them. */
final class Expressions {
  private Expressions() {}

  @JSBody(params = "expression", script = "return new Function('return (' + expression + ')')();")
  static native JSObject eval(String expression);

  @JSBody(
      params = {"predicate", "value"},
      script = "return new Function('value', 'return (' + predicate + ')')(value);")
  static native boolean check(String predicate, JSObject value);
}
