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

  /**
   * A frame of a message of several was written or read.
   *
   * @param outgoing whether it was written, into the channel's buffer
   * @param transferred bytes of the packed message so far
   * @param total its bytes; of an incoming message rounded up to whole chunks until it is complete
   */
  default void onProgress(boolean outgoing, double transferred, double total) {}

  /**
   * The channel's buffer had been full and has room again, and nothing waits for it: a good time to
   * send more.
   */
  default void onDrain() {}
}
