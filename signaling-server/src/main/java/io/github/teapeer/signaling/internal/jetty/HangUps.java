package io.github.teapeer.signaling.internal.jetty;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that whoever asked has gone while the answer goes on. In HTTP/1.1 nothing more may come
 * from a client before that, so whatever does come is the end of its connection; Jetty looks for it
 * only when it has something to write.
 */
final class HangUps implements Callback {
  private final EndPoint line;
  private final Consumer<Throwable> whenGone;

  private HangUps(EndPoint line, Consumer<Throwable> whenGone) {
    this.line = line;
    this.whenGone = whenGone;
  }

  /**
   * Watches from now on. The connection cannot be used for another request afterwards.
   *
   * @param request read to its end
   * @param whenGone may be told more than once, and when the answer is complete
   */
  static void watch(Request request, Consumer<Throwable> whenGone) {
    request.addFailureListener(whenGone);
    HttpVersion version = request.getConnectionMetaData().getHttpVersion();
    if (version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0) {
      EndPoint line = request.getConnectionMetaData().getConnection().getEndPoint();
      line.tryFillInterested(new HangUps(line, whenGone));
    }
  }

  /** Something has come. */
  @Override
  public void succeeded() {
    ByteBuffer unexpected = BufferUtil.allocate(64);
    int length;
    try {
      length = line.fill(unexpected);
    } catch (IOException e) {
      whenGone.accept(e);
      return;
    }
    if (length == 0) {
      line.tryFillInterested(this);
    } else {
      whenGone.accept(new EOFException(length < 0 ? "hung up" : "talks while it should listen"));
    }
  }

  @Override
  public void failed(Throwable cause) {
    whenGone.accept(cause);
  }
}
