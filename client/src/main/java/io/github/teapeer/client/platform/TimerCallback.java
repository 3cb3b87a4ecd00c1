package io.github.teapeer.client.platform;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** What a timer calls. */
@JSFunctor
@FunctionalInterface
public interface TimerCallback extends JSObject {
  /** Called once, when the time has come. */
  void elapsed();
}
