package io.github.teapeer.client.transfer;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** What peers tell each other in the channel: {@code {__peerData: {type, n}}}. */
final class Control {
  /** PeerJS 1.5, and we: everything has been sent, the connection is to be closed. */
  static final String CLOSE = "close";

  /** We: message {@code n} does not go on. */
  static final String ABORT = "abort";

  /**
   * We: nothing more is to be sent if {@code n} is odd, until a higher one comes. A lower one was
   * overtaken.
   */
  static final String FLOW = "flow";

  private Control() {}

  static JSObject of(String type, int number) {
    JSObject control = Values.newObject();
    Values.set(control, "type", type);
    Values.set(control, Chunks.INDEX, number);
    JSObject frame = Values.newObject();
    Values.set(frame, Chunks.ID, control);
    return frame;
  }

  /** The type of what a message has under {@code __peerData}, or null. */
  static String type(JSObject control) {
    return Values.isObject(control) ? Values.getString(control, "type") : null;
  }
}
