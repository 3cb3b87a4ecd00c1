package io.github.teapeer.client.transfer;

/** The names and sizes of PeerJS's chunk protocol. */
public final class Chunks {
  /**
   * How many bytes of data in a chunk we take and send at most, between our own peers: enough for
   * what a file's stream hands out at a time to be one frame.
   */
  public static final int MAX_DATA_SIZE = (1 << 16) + 64;

  /**
   * Bytes of data in a chunk for PeerJS; with its frame, what every browser passes in one piece.
   */
  static final int DATA_SIZE = 16300;

  /** More than a frame adds to its data. */
  static final int OVERHEAD = 64;

  /** The number of the message, or an object where the frame is a {@link Control}. */
  static final String ID = "__peerData";

  /** The index of the chunk. */
  static final String INDEX = "n";

  /** The bytes. */
  static final String DATA = "data";

  /** The number of chunks. */
  static final String TOTAL = "total";

  private Chunks() {}

  /**
   * How many bytes of data go into a chunk, or into a message that is none.
   *
   * @param announced how many the other side takes; 0 of PeerJS
   * @param maxMessageSize the largest frame that the channel passes, in bytes
   */
  static int dataSize(int announced, double maxMessageSize) {
    double size = Math.min(Math.min(announced, MAX_DATA_SIZE), maxMessageSize - OVERHEAD);
    return (int) Math.max(DATA_SIZE, size);
  }
}
