package io.github.teapeer.client.transfer;

/** The names and sizes of PeerJS's chunk protocol. */
final class Chunks {
  /** Bytes of data in a chunk; with its frame around it, what every browser passes in one piece. */
  static final int DATA_SIZE = 16300;

  /** The number of the message, or {@code {type: "close"}}. */
  static final String ID = "__peerData";

  /** The index of the chunk. */
  static final String INDEX = "n";

  /** The bytes. */
  static final String DATA = "data";

  /** The number of chunks. */
  static final String TOTAL = "total";

  private Chunks() {}
}
