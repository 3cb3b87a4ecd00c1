package io.github.teapeer.client.browser;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** The option {@code reconnect} of a page's Peer, with the defaults filled in. */
interface Reconnection extends JSObject {
  @JSProperty
  double getMinDelay();

  @JSProperty
  double getMaxDelay();

  @JSProperty
  double getMaxAttempts();
}
