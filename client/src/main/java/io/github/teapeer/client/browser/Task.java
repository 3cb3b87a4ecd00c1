package io.github.teapeer.client.browser;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Something to do. */
@JSFunctor
interface Task extends JSObject {
  void run();
}
