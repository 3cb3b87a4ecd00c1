package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.Departure;
import io.github.teapeer.signaling.internal.realm.Client;
import io.github.teapeer.signaling.internal.realm.Connection;
import io.github.teapeer.signaling.internal.realm.Credentials;
import io.github.teapeer.signaling.internal.realm.Realm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's WebSocket (RFC 6455). It reads one frame at a time, and the next one only when there
 * is room for what became of the last.
 */
final class ClientSocket implements FrameHandler, Connection {
  private static final Logger LOG = LoggerFactory.getLogger(ClientSocket.class);

  private final Sockets sockets;
  private final Credentials credentials;
  private final Optional<String> origin;
  private final MessageAssembler assembler;
  private final OutgoingQueue outgoing;
  private final AtomicReference<Future<?>> farewell = new AtomicReference<>();
  private volatile CoreSession session;
  private volatile Optional<Client> client = Optional.empty();
  private volatile Optional<Departure> departure = Optional.empty();

  /**
   * @param origin where the client's page came from; empty if that is not known
   */
  ClientSocket(Sockets sockets, Credentials credentials, Optional<String> origin) {
    this.sockets = sockets;
    this.credentials = credentials;
    this.origin = origin;
    this.assembler = new MessageAssembler(sockets.limits().maxMessageSize(), sockets.budget());
    this.outgoing = new OutgoingQueue(sockets.limits(), sockets.budget(), sockets.clock());
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    client = sockets.realms().connect(credentials, origin, this);
    if (client.isEmpty()) {
      sockets.refusals().refused(credentials);
    }
    departure.ifPresent(this::tell); // it may have ended before the line above did
    callback.succeeded();
    opened.demand();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    switch (frame.getOpCode()) {
      case OpCode.TEXT, OpCode.BINARY, OpCode.CONTINUATION -> {
        Optional<String> message = assembler.add(frame.getPayload(), frame.isFin());
        callback.succeeded();
        message.ifPresentOrElse(this::received, this::next);
      }
      case OpCode.PING -> {
        ByteBuffer echo =
            ByteBuffer.allocate(frame.getPayloadLength()).put(frame.getPayload()).flip();
        callback.succeeded();
        write(new Frame(OpCode.PONG, echo), whenDue(frame.getPayloadLength()));
      }
      case OpCode.CLOSE -> {
        // Before Jetty answers it: whoever has the answer may take the id again.
        ended(CloseStatus.getCloseStatus(frame).getCode());
        callback.succeeded();
      }
      default -> {
        callback.succeeded();
        client.ifPresent(known -> realm().heard(known, this));
        whenDue(frame.getPayloadLength()).run();
      }
    }
  }

  private Realm realm() {
    return sockets.realms().of(credentials.key());
  }

  private void received(String message) {
    if (client.isPresent()) {
      realm().heard(client.get(), this);
      realm().receive(client.get(), message, whenDue(message.length()));
    } else {
      next();
    }
  }

  /** What reads on, now or when a client that sends too much may go on. */
  private Runnable whenDue(int length) {
    if (client.isEmpty()) {
      return this::next;
    }
    int rate = sockets.limits().maxMessageRate();
    long pause = client.get().pace().take(length, rate, System.nanoTime());
    return pause == 0 ? this::next : () -> sockets.after(pause, session::demand);
  }

  /** Reads on, in this thread or, if it is the turn of others, by another one. */
  private void next() {
    if (sockets.turns().isOver(this)) {
      sockets.threads().execute(session::demand);
    } else {
      session.demand();
    }
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    LOG.debug("The socket of {} failed", credentials, cause);
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    ended(status.getCode());
    Optional.ofNullable(farewell.getAndSet(null)).ifPresent(task -> task.cancel(false));
    callback.succeeded();
  }

  private void ended(int code) {
    assembler.close();
    outgoing.close();
    departure = Optional.of(departure(code));
    departure.ifPresent(this::tell);
  }

  private void tell(Departure why) {
    client.ifPresent(known -> realm().disconnected(known, this, why));
  }

  /**
   * 1001 is what browsers send for a page that goes away, 1006 stands for no goodbye at all. Any
   * other code is a page's own decision, or the answer to a breach of the rules; either way the
   * page is alive.
   */
  private static Departure departure(int code) {
    return code == CloseStatus.SHUTDOWN || code == CloseStatus.NO_CLOSE
        ? Departure.LOST
        : Departure.CLOSED;
  }

  @Override
  public void send(String message, Runnable whenRoom) {
    send(message, whenRoom, () -> {});
  }

  @Override
  public void send(String message, Runnable whenRoom, Runnable unwritten) {
    write(
        new Frame(OpCode.TEXT, ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8))),
        whenRoom,
        unwritten);
  }

  private void write(Frame frame, Runnable whenRoom) {
    write(frame, whenRoom, () -> {});
  }

  private void write(Frame frame, Runnable whenRoom, Runnable unwritten) {
    long cost = OutgoingQueue.cost(frame.getPayloadLength());
    if (outgoing.enter(cost)) {
      Runnable written = () -> outgoing.leave(cost);
      session.sendFrame(
          frame,
          Callback.from(
              written,
              failure -> {
                written.run();
                // After the close frame of the client nothing is written any more.
                if (departure.filter(Departure.CLOSED::equals).isPresent()) {
                  unwritten.run();
                }
              }),
          false);
    } else {
      LOG.debug("Disconnecting {}: it does not take what is sent to it", credentials);
      abort();
    }
    outgoing.whenRoom(whenRoom);
  }

  /** Browsers answer a ping without the page's doing. */
  @Override
  public void probe() {
    write(new Frame(OpCode.PING), () -> {});
  }

  @Override
  public boolean isStalled(long now) {
    return outgoing.isStalled(now);
  }

  /** Closes without a code, as PeerServer does, once the client had time to read the reason. */
  @Override
  public void close() {
    farewell.set(sockets.later(session::abort));
    Future<?> unused = sockets.afterLingering(() -> session.close(Callback.NOOP));
  }

  @Override
  public void abort() {
    session.abort();
  }
}
