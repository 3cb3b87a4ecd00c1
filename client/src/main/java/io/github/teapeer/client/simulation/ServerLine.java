package io.github.teapeer.client.simulation;

/** A server's end of a line to a client: a socket or a stream. */
interface ServerLine {
  /** Is told what comes from the client. */
  interface Listener {
    void received(String text);

    /**
     * The line has ended.
     *
     * @param byServer whether the server wanted it to
     */
    void closed(boolean byServer);
  }

  /** Takes the client in: it learns that the line is open. */
  void accept(Listener listener);

  void send(String text);

  /** Ends the line as agreed; what was sent arrives. */
  void close();

  /** Ends it as the death of the server's process does. */
  void reset();
}
