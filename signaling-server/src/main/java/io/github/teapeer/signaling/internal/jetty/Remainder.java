package io.github.teapeer.signaling.internal.jetty;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads and forgets what a refused request still sends: a client that is still sending when its
 * connection is closed may never see the answer (RFC 9112, section 9.6).
 */
final class Remainder {
  private final Request request;
  private final Runnable answer;

  private Remainder(Request request, Runnable answer) {
    this.request = request;
    this.answer = answer;
  }

  /**
   * Reads on.
   *
   * @param request a request of a known and bounded length; the server's idle timeout bounds the
   *     time
   * @param answer run once, when there is no more or the client is gone
   */
  static void discard(Request request, Runnable answer) {
    new Remainder(request, answer).read();
  }

  private void read() {
    boolean isOver = false;
    while (!isOver) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this::read);
        return;
      }
      isOver = chunk.isLast() || Content.Chunk.isFailure(chunk);
      chunk.release();
    }
    answer.run();
  }
}
