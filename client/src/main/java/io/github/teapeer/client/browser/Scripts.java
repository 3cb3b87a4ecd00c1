package io.github.teapeer.client.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The few lines of JavaScript that the facades need. */
final class Scripts {
  private static ErrorConstructor errorConstructor;

  private Scripts() {}

  static void setErrorConstructor(ErrorConstructor constructor) {
    errorConstructor = constructor;
  }

  static JSObject error(String type, String message) {
    return errorConstructor.create(type, message);
  }

  @JSBody(script = "return {};")
  static native JSObject emptyObject();

  @JSBody(
      params = {"listener", "self", "value"},
      script = "listener.call(self, value);")
  static native void call(JSObject listener, JSObject self, JSObject value);

  @JSBody(params = "task", script = "Promise.resolve().then(task);")
  static native void later(Task task);
}
