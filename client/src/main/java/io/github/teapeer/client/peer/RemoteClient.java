package io.github.teapeer.client.peer;

import io.github.teapeer.client.transfer.Generation;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** What is known of the client at the other end, from its OFFER or its ANSWER. */
final class RemoteClient {
  private Generation generation = Generation.FROM_1_5;
  private boolean introduced;
  private boolean renegotiates;
  private int chunkSize;

  /** Learns from the payload of the first OFFER or ANSWER. */
  void learn(JSObject payload) {
    introduced = true;
    JSObject extension = Extension.of(payload);
    if (extension != null) {
      generation = Generation.OURS;
      renegotiates = Values.getBoolean(extension, Extension.RENEGOTIATES);
      chunkSize = Values.getInt(extension, Extension.CHUNK, 0);
    } else if (Values.getBoolean(payload, "browser")) {
      generation = Generation.UP_TO_1_4;
    }
  }

  /** Which kind of client it is; before it has said anything it counts as PeerJS 1.5. */
  Generation generation() {
    return generation;
  }

  /** Whether it takes part in renegotiations. */
  boolean renegotiates() {
    return renegotiates;
  }

  /** How many bytes of data in a chunk it takes; 0 where it did not say. */
  int chunkSize() {
    return chunkSize;
  }

  /** Whether it may be our client, as long as it has said nothing. */
  boolean mayBeOurs() {
    return !introduced || generation == Generation.OURS;
  }
}
