package io.github.teapeer.signaling.internal.jetty;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections over which a request takes too long to come. Jetty's idle timeout begins anew
 * with every byte, so that a byte now and then would keep a connection for hours.
 *
 * <pre>
 *   accepted ──▶ HEAD ──the head has come──▶ BODY ──its last byte has been read──▶ ANSWER
 *                 ▲                                                                  │
 *                 └────────────────────────the answer is complete───────────────────┘
 * </pre>
 *
 * <p>HEAD and BODY may last for the timeout each, a HEAD that is not the first one for the
 * connector's idle timeout besides. How long an ANSWER takes is nothing for this class.
 *
 * <p>A handler, and a bean of the connector.
 */
final class RequestTimeouts extends Handler.Wrapper implements Connection.Listener {
  private final Connector connector;
  private final long timeoutMillis;

  /** What will end the connections that are waited for. */
  private final Map<Connection, Scheduler.Task> pending = new ConcurrentHashMap<>();

  RequestTimeouts(Handler handler, Connector connector, Duration timeout) {
    super(handler);
    this.connector = connector;
    this.timeoutMillis = timeout.toMillis();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ConnectionMetaData) { // it is one of HTTP
      expect(connection, timeoutMillis);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    arrived(connection);
  }

  private void expect(Connection connection, long millis) {
    Scheduler.Task end =
        connector.getScheduler().schedule(() -> end(connection), millis, TimeUnit.MILLISECONDS);
    cancel(pending.put(connection, end));
    if (!connection.getEndPoint().isOpen()) {
      arrived(connection); // it may have been closed before it was put there
    }
  }

  private static void end(Connection connection) {
    // Quietly: what strangers do is nothing for the log.
    TimeoutException cause = new TimeoutException("The request takes too long");
    connection.getEndPoint().close(new QuietException.Exception(cause));
  }

  private void arrived(Connection connection) {
    cancel(pending.remove(connection));
  }

  private static void cancel(Scheduler.Task end) {
    if (end != null) {
      end.cancel();
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    arrived(connection);
    Request.addCompletionListener(
        request,
        failure -> {
          if (connection.getEndPoint().getConnection() == connection) { // not a WebSocket now
            expect(connection, connector.getIdleTimeout() + timeoutMillis);
          }
        });
    boolean hasBody =
        request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    if (!hasBody) {
      return super.handle(request, response, callback);
    }
    expect(connection, timeoutMillis);
    return super.handle(new Body(request, connection), response, callback);
  }

  private final class Body extends Request.Wrapper {
    private final Connection connection;

    Body(Request request, Connection connection) {
      super(request);
      this.connection = connection;
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null && (chunk.isLast() || Content.Chunk.isFailure(chunk))) {
        arrived(connection);
      }
      return chunk;
    }
  }
}
