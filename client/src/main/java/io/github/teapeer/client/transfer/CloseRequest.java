package io.github.teapeer.client.transfer;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** {@code {__peerData: {type: "close"}}}: PeerJS 1.5 has sent everything and wants to close. */
final class CloseRequest {
  private CloseRequest() {}

  /**
   * Tells whether a value asks to close.
   *
   * @param control what a message has under {@code __peerData}, or null
   * @return whether it does
   */
  static boolean matches(JSObject control) {
    return Values.isObject(control) && "close".equals(Values.getString(control, "type"));
  }
}
