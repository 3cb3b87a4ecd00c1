package io.github.teapeer.client.peer;

import io.github.teapeer.client.transfer.Generation;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** What is known of the client at the other end, from its OFFER or its ANSWER. */
final class RemoteClient {
  private Generation generation;
  private boolean renegotiates;
  private boolean oldest;
  private int chunkSize;

  /** Learns from the payload of the first OFFER or ANSWER. */
  void learn(JSObject payload) {
    JSObject extension = Extension.of(payload);
    String browser = Values.getString(payload, "browser");
    renegotiates = Values.getBoolean(extension, Extension.RENEGOTIATES);
    chunkSize = Values.getInt(extension, Extension.CHUNK, 0);
    generation = Generation.FROM_1_5;
    if (Extension.isIn(payload)) {
      generation = Generation.OURS;
    } else if (browser != null && !browser.isEmpty()) {
      generation = Generation.UP_TO_1_4;
      oldest = browser.charAt(0) < 'a'; // "Chrome", which is "chrome" since 1.0
    }
  }

  /** Which kind of client it is; null before it has said anything, and counts as PeerJS 1.5. */
  Generation generation() {
    return generation;
  }

  /** Whether it takes part in renegotiations. */
  boolean renegotiates() {
    return renegotiates;
  }

  /** Whether it is PeerJS 0.3, or the client of SkyWay. */
  boolean isOldest() {
    return oldest;
  }

  /** How many bytes of data in a chunk it takes; 0 where it did not say. */
  int chunkSize() {
    return chunkSize;
  }

  /** Whether it may be our client, as long as it has said nothing. */
  boolean mayBeOurs() {
    return generation == null || generation == Generation.OURS;
  }
}
