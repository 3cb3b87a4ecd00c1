package io.github.teapeer.client.simulation;

/**
 * What travels through a {@link Pipe}.
 *
 * @param bytes its size on the wire
 * @param delivery how it travels
 * @param left runs when it has been written to the wire
 * @param arrived runs when it arrives, if it does
 */
record Packet(int bytes, Delivery delivery, Runnable left, Runnable arrived) {
  /**
   * How a packet travels.
   *
   * @param ordered whether it arrives after everything that was sent before it
   * @param barrier whether it leaves only when everything that was sent before has arrived
   * @param attempts how often it is sent at most before it is given up, or 0 for ever
   * @param lifetime how long it may take, in microseconds, or 0 for ever
   */
  record Delivery(boolean ordered, boolean barrier, int attempts, long lifetime) {
    static final Delivery STREAM = new Delivery(true, false, 0, 0);
    static final Delivery BARRIER = new Delivery(true, true, 0, 0);

    boolean isReliable() {
      return attempts == 0 && lifetime == 0;
    }
  }

  /** A packet of a reliable stream. */
  static Packet of(int bytes, Runnable arrived) {
    return new Packet(bytes, Delivery.STREAM, Packet::nothing, arrived);
  }

  private static void nothing() {
    // Nobody asked to be told that the packet has been written.
  }
}
