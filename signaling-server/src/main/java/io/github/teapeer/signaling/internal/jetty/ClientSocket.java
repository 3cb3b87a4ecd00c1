package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.Departure;
import io.github.teapeer.signaling.internal.realm.Client;
import io.github.teapeer.signaling.internal.realm.Connection;
import io.github.teapeer.signaling.internal.realm.Credentials;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's WebSocket. It reads one message at a time, and the next one only when the realm has
 * found room for what became of the last.
 */
public final class ClientSocket implements Session.Listener, Connection {
  private static final Logger LOG = LoggerFactory.getLogger(ClientSocket.class);

  private final Sockets sockets;
  private final Credentials credentials;
  private final OutgoingQueue outgoing;
  private final AtomicReference<Future<?>> farewell = new AtomicReference<>();
  private volatile Session session;
  private Optional<Client> client = Optional.empty();

  ClientSocket(Sockets sockets, Credentials credentials) {
    this.sockets = sockets;
    this.credentials = credentials;
    this.outgoing = new OutgoingQueue(sockets.limits(), sockets.clock());
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    int maxMessageSize = sockets.limits().maxMessageSize();
    opened.setMaxTextMessageSize(maxMessageSize);
    opened.setMaxBinaryMessageSize(maxMessageSize);
    opened.setMaxFrameSize(maxMessageSize);
    opened.setIdleTimeout(Duration.ZERO); // the realm has a timeout of its own
    session = opened;
    client = sockets.realm().connect(credentials, this);
    opened.demand();
  }

  @Override
  public void onWebSocketText(String message) {
    if (client.isPresent()) {
      sockets.realm().receive(client.get(), message, session::demand);
    } else {
      session.demand();
    }
  }

  /** PeerServer takes JSON from binary messages as well. */
  @Override
  public void onWebSocketBinary(ByteBuffer message, Callback callback) {
    String text = StandardCharsets.UTF_8.decode(message).toString();
    callback.succeed();
    onWebSocketText(text);
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    LOG.debug("The socket of {} failed", credentials, cause);
  }

  @Override
  public void onWebSocketClose(int statusCode, String reason, Callback callback) {
    outgoing.close();
    Optional.ofNullable(farewell.getAndSet(null)).ifPresent(task -> task.cancel(false));
    client.ifPresent(known -> sockets.realm().disconnected(known, this, departure(statusCode)));
    callback.succeed();
  }

  /**
   * 1001 is what browsers send for a page that goes away, 1006 stands for no goodbye at all. Any
   * other code is a page's own decision, or the answer to a breach of the rules; either way the
   * page is alive.
   */
  private static Departure departure(int statusCode) {
    return statusCode == StatusCode.SHUTDOWN || statusCode == StatusCode.NO_CLOSE
        ? Departure.LOST
        : Departure.CLOSED;
  }

  @Override
  public void send(String message, Runnable whenRoom) {
    long cost = OutgoingQueue.cost(message);
    if (outgoing.enter(cost)) {
      Runnable written = () -> outgoing.leave(cost);
      session.sendText(message, Callback.from(written, failure -> written.run()));
    } else {
      LOG.debug("Disconnecting {}: it does not take what is sent to it", credentials);
      abort();
    }
    outgoing.whenRoom(whenRoom);
  }

  @Override
  public boolean isStalled(long now) {
    return outgoing.isStalled(now);
  }

  /** Closes without a code, as PeerServer does. */
  @Override
  public void close() {
    farewell.set(sockets.later(session::disconnect));
    session.close(StatusCode.NO_CODE, null, Callback.NOOP);
  }

  @Override
  public void abort() {
    session.disconnect();
  }
}
