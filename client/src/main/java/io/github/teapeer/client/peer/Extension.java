package io.github.teapeer.client.peer;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** What TeaPeer adds to payloads, under a key that every other client ignores: docs/protocol.md. */
final class Extension {
  /** In OFFER and ANSWER: whether the sender renegotiates. */
  static final String RENEGOTIATES = "renegotiates";

  /** In OFFER and ANSWER: how many bytes of data in a chunk the sender takes. */
  static final String CHUNK = "chunk";

  /** In OFFER and ANSWER: the number of an offer that renegotiates. */
  static final String ROUND = "round";

  /** In CANDIDATE: the sender has ended the connection; {@link #CLOSED} or {@link #REJECTED}. */
  static final String END = "end";

  static final String CLOSED = "closed";
  static final String REJECTED = "rejected";

  /** In CANDIDATE: why it rejected it, or what it failed with. */
  static final String REASON = "reason";

  /** In CANDIDATE: the side that dialled is asked to restart ICE. */
  static final String RESTART = "restart";

  private static final String KEY = "teapeer";

  private Extension() {}

  /** Whether a payload has the extension, as those of our clients have. */
  static boolean isIn(JSObject payload) {
    return Values.isObject(Values.get(payload, KEY));
  }

  /** The extension of a payload, without anything where it has none. */
  static JSObject of(JSObject payload) {
    return isIn(payload) ? Values.get(payload, KEY) : Values.newObject();
  }

  /** Adds an extension to a payload. */
  static JSObject addTo(JSObject payload) {
    JSObject extension = Values.newObject();
    Values.set(extension, "v", 1);
    Values.set(payload, KEY, extension);
    return extension;
  }

  /** The number of an offer that renegotiates, or of its answer; 0 of any other message. */
  static int roundOf(JSObject payload) {
    return Values.getInt(of(payload), ROUND, 0);
  }
}
