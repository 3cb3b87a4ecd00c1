package io.github.teapeer.client.peer;

import org.teavm.jso.JSObject;

/** Is told what happens to a {@link DataConnection}. */
public interface DataConnectionListener extends ConnectionListener {
  /** Values can be sent. */
  default void onOpen() {}

  /**
   * A value arrived.
   *
   * @param value the value, or null
   */
  default void onData(JSObject value) {}
}
