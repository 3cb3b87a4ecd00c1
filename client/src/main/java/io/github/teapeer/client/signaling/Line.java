package io.github.teapeer.client.signaling;

/**
 * A line on which messages come from the server: a socket, or one streamed response. It is opening
 * when it is made, opens once, and ends once.
 */
interface Line {
  /** Is told what happens to a line; nothing after {@link #close}. */
  interface Listener {
    /** The server can send now; it may still refuse. */
    void lineOpened(Line line);

    /** A text came, which should be a message; null where it is not even a text. */
    void lineReceived(Line line, String text);

    /**
     * The line could not be opened, or has ended.
     *
     * @param status the HTTP status of a stream that was refused, or 0
     */
    void lineEnded(Line line, int status);
  }

  /** Ends it; nothing happens if it has ended before. */
  void close();
}
