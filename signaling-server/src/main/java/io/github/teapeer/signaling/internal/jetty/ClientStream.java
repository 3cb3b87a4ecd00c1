package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.Departure;
import io.github.teapeer.signaling.internal.jetty.Answers.Exchange;
import io.github.teapeer.signaling.internal.realm.Client;
import io.github.teapeer.signaling.internal.realm.Connection;
import io.github.teapeer.signaling.internal.realm.Realm;
import io.github.teapeer.signaling.internal.realm.Transport;
import java.io.EOFException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.QuietException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A response that does not end, by which a client without a socket gets its messages: padding, then
 * one line of JSON a message.
 *
 * <pre>
 *   OPEN ──close──▶ ENDING ──all written──▶ ENDED
 *     └──failure, abort, the client hangs up──▲
 * </pre>
 *
 * <p>Messages are taken in while it is open, and written from its {@link #start} on. A stream that
 * is closed because the client has something else passes on what it has not written, and what it is
 * still given.
 */
final class ClientStream implements Connection, Refusals.Stream {
  private enum State {
    /** Takes messages in. */
    OPEN,
    /** Has been closed, and writes what it has. */
    ENDING,
    /** Has ended. */
    ENDED
  }

  private static final Logger LOG = LoggerFactory.getLogger(ClientStream.class);

  /** How long nothing may be written. */
  private static final long QUIET_SECONDS = 20;

  /** How long a closed stream may do things for its reader's sake. */
  private static final long SETTLING_MILLIS = 2_000;

  /** How long the last of a stream may be on its way, and in its reader's hands. */
  private static final long ARRIVING_MILLIS = 250;

  private final Sockets sockets;
  private final Exchange exchange;
  private final Transport transport;
  private final StreamWriter writer;
  private final Future<?> keepAlive;

  private State state = State.OPEN;

  /** What the client has instead; null until it has. */
  private Connection successor;

  /** The stream that it had before, which may not have ended yet; null if there was none. */
  private ClientStream before;

  private Runnable whenEnded = () -> {};
  private Future<?> farewell;
  private volatile Optional<Client> client = Optional.empty();
  private volatile Optional<Departure> departure = Optional.empty();

  ClientStream(Sockets sockets, Exchange exchange, Transport transport) {
    this.sockets = sockets;
    this.exchange = exchange;
    this.transport = transport;
    this.writer =
        new StreamWriter(
            sockets,
            exchange.response(),
            transport.isOld() ? new PacedLines() : new PromptLines(),
            this::written,
            this::fail);
    this.keepAlive =
        sockets
            .timer()
            .scheduleWithFixedDelay(
                () -> writer.keepAlive(TimeUnit.SECONDS.toMillis(QUIET_SECONDS)),
                QUIET_SECONDS,
                QUIET_SECONDS,
                TimeUnit.SECONDS);
  }

  @Override
  public Transport transport() {
    return transport;
  }

  /** Takes note whose stream it is. */
  void belongsTo(Client known) {
    client = Optional.of(known);
    departure.ifPresent(this::tell); // it may have ended before the line above
  }

  /** Begins to write, when the stream before this one has been written. */
  @Override
  public void start() {
    writer.start();
  }

  @Override
  public void send(String message, Runnable whenRoom) {
    Connection instead;
    boolean open;
    boolean taken;
    synchronized (this) {
      instead = successor;
      open = instead == null && state == State.OPEN;
      taken = open && writer.add(message);
    }
    if (instead != null) {
      instead.send(message, whenRoom);
      return;
    }
    if (taken) {
      writer.write();
    } else if (open) {
      LOG.debug("Disconnecting {}: it does not take what is sent to it", exchange.address());
      abort();
    }
    writer.outgoing().whenRoom(whenRoom);
  }

  @Override
  public boolean isStalled(long now) {
    return writer.outgoing().isStalled(now);
  }

  @Override
  public void close() {
    synchronized (this) {
      if (state != State.OPEN) {
        return;
      }
      state = State.ENDING;
      farewell = sockets.later(this::abort);
    }
    sockets.after(SETTLING_MILLIS, writer::hurry);
    writer.end();
  }

  /** Closes it without a word: the client has been told by other means. */
  @Override
  public void closeSilently() {
    writer.forget(writer.takeUnwritten());
    close();
  }

  @Override
  public void abort() {
    fail(new EOFException("given up"));
  }

  @Override
  public void handOver(Connection next) {
    ClientStream tooOld;
    synchronized (this) {
      tooOld = before;
      before = null;
    }
    if (tooOld != null) {
      tooOld.abort(); // or a client that renews its stream all the time would have any number
    }
    if (next instanceof ClientStream stream) {
      stream.comeAfter(this);
    }
    boolean all = false;
    while (!all) {
      List<String> unwritten;
      synchronized (this) {
        unwritten = writer.takeUnwritten();
        all = unwritten.isEmpty();
        if (all) {
          successor = next;
        }
      }
      unwritten.forEach(next::send);
      writer.forget(unwritten);
    }
    close();
  }

  /**
   * Takes note of the stream before this one. If its reader is forgetful, the first byte of this
   * one is held back until that one has ended and its reader has had it all.
   */
  private void comeAfter(ClientStream earlier) {
    synchronized (this) {
      before = earlier;
    }
    if (!earlier.writer.isReaderForgetful() || !writer.hold()) {
      return;
    }
    boolean ended;
    synchronized (earlier) {
      ended = earlier.state == State.ENDED;
      earlier.whenEnded = () -> sockets.after(ARRIVING_MILLIS, writer::release);
    }
    if (ended) {
      writer.release();
    } else {
      sockets.after(SETTLING_MILLIS + ARRIVING_MILLIS, writer::release);
    }
  }

  private void written() {
    if (ended(Departure.CLOSED)) {
      exchange.callback().succeeded();
    }
  }

  /**
   * Takes note that the client cannot be reached by this stream any more.
   *
   * @param cause what tells so
   */
  void fail(Throwable cause) {
    if (ended(Departure.LOST)) {
      LOG.debug("The stream of {} failed", exchange.address(), cause);
      writer.abort(cause);
      // Quietly: that clients go is nothing for the log, whatever Jetty makes of it.
      exchange.callback().failed(new QuietException.Exception(cause));
    }
  }

  /** Returns whether that is news. */
  private boolean ended(Departure why) {
    Runnable next;
    boolean replaced;
    synchronized (this) {
      if (state == State.ENDED) {
        return false;
      }
      state = State.ENDED;
      replaced = successor != null;
      next = whenEnded;
      if (farewell != null) {
        farewell.cancel(false);
      }
    }
    keepAlive.cancel(false);
    writer.close();
    if (!replaced) { // else it is none of the realm's business, which may just be replacing it
      departure = Optional.of(why);
      tell(why);
    }
    next.run();
    return true;
  }

  private void tell(Departure why) {
    client.ifPresent(
        known -> {
          Realm realm = sockets.realms().of(exchange.address().key());
          realm.disconnected(known, this, why);
        });
  }
}
