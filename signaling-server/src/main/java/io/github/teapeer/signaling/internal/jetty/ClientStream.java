package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.Departure;
import io.github.teapeer.signaling.internal.jetty.Answers.Exchange;
import io.github.teapeer.signaling.internal.realm.Client;
import io.github.teapeer.signaling.internal.realm.Connection;
import io.github.teapeer.signaling.internal.realm.Realm;
import io.github.teapeer.signaling.internal.realm.Transport;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.util.IteratingCallback;
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
final class ClientStream implements Connection {
  private enum State {
    /** Takes messages in. */
    OPEN,
    /** Has been closed, and writes what it has. */
    ENDING,
    /** Has ended. */
    ENDED
  }

  private static final Logger LOG = LoggerFactory.getLogger(ClientStream.class);

  /** Some browsers and proxies look at a response only when so much of it has come. */
  private static final String PADDING = "0".repeat(2048) + "\n";

  /** A line that is no message: written when nothing else is, so that proxies keep the stream. */
  private static final String NOTHING = " ";

  /** How long nothing may be written. */
  private static final long QUIET_SECONDS = 20;

  /** How long the stream before this one may take to come to its end. */
  private static final long SETTLING_MILLIS = 2_000;

  /** How long the last of the stream before may be on its way, and in its reader's hands. */
  private static final long ARRIVING_MILLIS = 250;

  private final Sockets sockets;
  private final Exchange exchange;
  private final Transport transport;
  private final Lines lines;
  private final OutgoingQueue outgoing;
  private final Pump pump = new Pump();
  private final Future<?> keepAlive;

  private State state = State.OPEN;

  /** Whether it may begin to write. */
  private boolean started;

  /** Whether it has begun to. */
  private boolean begun;

  /** What the client has instead; null until it has. */
  private Connection successor;

  /** The stream that it had before, which may not have ended yet; null if there was none. */
  private ClientStream before;

  /** Whether the first byte has to wait for that one. */
  private boolean held;

  private Runnable whenEnded = () -> {};
  private long lastWrite;

  private Future<?> nextWrite;
  private Future<?> farewell;
  private volatile Optional<Client> client = Optional.empty();
  private volatile Optional<Departure> departure = Optional.empty();

  ClientStream(Sockets sockets, Exchange exchange, Transport transport) {
    this.sockets = sockets;
    this.exchange = exchange;
    this.transport = transport;
    this.lines = transport.isOld() ? new PacedLines() : new PromptLines();
    this.outgoing = new OutgoingQueue(sockets.limits(), sockets.budget(), sockets.clock());
    this.lastWrite = sockets.clock().getAsLong();
    this.keepAlive =
        sockets
            .timer()
            .scheduleWithFixedDelay(
                this::keepAlive, QUIET_SECONDS, QUIET_SECONDS, TimeUnit.SECONDS);
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

  /** Begins to write, unless the stream before this one is still being written. */
  void start() {
    synchronized (this) {
      started = true;
    }
    pump.iterate();
  }

  @Override
  public void send(String message, Runnable whenRoom) {
    long cost = OutgoingQueue.cost(message.length());
    Connection instead;
    boolean taken = false;
    boolean refused = false;
    synchronized (this) {
      instead = successor;
      if (instead == null && state == State.OPEN) {
        taken = outgoing.enter(cost);
        refused = !taken;
      }
      if (taken) {
        lines.add(message);
      }
    }
    if (instead != null) {
      instead.send(message, whenRoom);
      return;
    }
    if (refused) {
      LOG.debug("Disconnecting {}: it does not take what is sent to it", exchange.address());
      abort();
    } else if (taken) {
      pump.iterate();
    }
    outgoing.whenRoom(whenRoom);
  }

  @Override
  public boolean isStalled(long now) {
    return outgoing.isStalled(now);
  }

  @Override
  public void close() {
    synchronized (this) {
      if (state == State.ENDING || state == State.ENDED) {
        return;
      }
      state = State.ENDING;
      farewell = sockets.later(this::abort);
    }
    pump.iterate();
  }

  /** Closes it without a word: the client has been told by other means. */
  void closeSilently() {
    List<String> unwritten;
    synchronized (this) {
      unwritten = lines.takeUnwritten();
    }
    forget(unwritten);
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
        unwritten = lines.takeUnwritten();
        all = unwritten.isEmpty();
        if (all) {
          successor = next;
        }
      }
      unwritten.forEach(next::send);
      forget(unwritten);
    }
    close();
  }

  /** Counts out messages that this stream is not going to write. */
  private void forget(List<String> messages) {
    messages.forEach(message -> outgoing.leave(OutgoingQueue.cost(message.length())));
  }

  /**
   * Takes note of the stream before this one. If its reader is forgetful, the first byte of this
   * one is held back until that one has ended and its reader has had it all.
   */
  private void comeAfter(ClientStream earlier) {
    synchronized (this) {
      before = earlier;
      held = !begun && earlier.lines.isForgetful();
      if (!held) {
        return;
      }
    }
    boolean ended;
    synchronized (earlier) {
      ended = earlier.state == State.ENDED;
      earlier.whenEnded = () -> sockets.after(ARRIVING_MILLIS, this::goOn);
    }
    if (ended) {
      goOn();
    } else {
      sockets.after(SETTLING_MILLIS, earlier::hurry);
      sockets.after(SETTLING_MILLIS + ARRIVING_MILLIS, this::goOn);
    }
  }

  private void goOn() {
    synchronized (this) {
      held = false;
    }
    pump.iterate();
  }

  private void hurry() {
    synchronized (this) {
      lines.hurry();
    }
    pump.iterate();
  }

  private void keepAlive() {
    synchronized (this) {
      long now = sockets.clock().getAsLong();
      boolean quiet = now - lastWrite >= TimeUnit.SECONDS.toMillis(QUIET_SECONDS);
      if (state != State.OPEN || !started || !quiet || lines.next(now).isPresent()) {
        return;
      }
      if (outgoing.enter(OutgoingQueue.cost(NOTHING.length()))) {
        lines.add(NOTHING);
      }
    }
    pump.iterate();
  }

  /**
   * Takes note that the client cannot be reached by this stream any more.
   *
   * @param cause what tells so
   */
  void fail(Throwable cause) {
    synchronized (this) {
      if (state == State.ENDED) {
        return;
      }
    }
    LOG.debug("The stream of {} failed", exchange.address(), cause);
    if (ended(Departure.LOST)) {
      pump.abort(cause);
      // Quietly: that clients go is nothing for the log, whatever Jetty makes of it.
      exchange.callback().failed(new QuietException.Exception(cause));
    }
  }

  /** Returns whether that is news. */
  private boolean ended(Departure why) {
    Runnable next;
    List<String> unwritten;
    boolean replaced;
    synchronized (this) {
      if (state == State.ENDED) {
        return false;
      }
      replaced = successor != null;
      state = State.ENDED;
      next = whenEnded;
      unwritten = lines.takeUnwritten();
      if (nextWrite != null) {
        nextWrite.cancel(false);
      }
      if (farewell != null) {
        farewell.cancel(false);
      }
    }
    keepAlive.cancel(false);
    forget(unwritten);
    outgoing.close();
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

  /** Writes what is to be written, one thing at a time. */
  private final class Pump extends IteratingCallback {
    /** What is being written counts for so much. */
    private long cost;

    private boolean last;

    @Override
    protected Action process() {
      release();
      if (last) {
        return Action.SUCCEEDED;
      }
      Optional<ByteBuffer> bytes;
      synchronized (ClientStream.this) {
        bytes = next();
      }
      if (bytes.isEmpty()) {
        return Action.IDLE;
      }
      exchange.response().write(last, bytes.get(), this);
      return Action.SCHEDULED;
    }

    private void release() {
      if (cost > 0) {
        outgoing.leave(cost);
        cost = 0;
      }
    }

    /** What is to be written now, if anything. */
    private Optional<ByteBuffer> next() {
      if (held || !started || state == State.ENDED) {
        return Optional.empty();
      }
      long now = sockets.clock().getAsLong();
      Optional<Lines.Write> next = lines.next(now);
      Optional<Lines.Write> due = next.filter(write -> write.at() <= now);
      last = state == State.ENDING && next.isEmpty();
      if (next.isPresent() && due.isEmpty()) {
        schedule(next.get().at() - now);
      }
      if (due.isEmpty() && begun && !last) {
        return Optional.empty();
      }
      String text = (begun ? "" : PADDING) + due.map(Lines.Write::text).orElse("");
      begun = true;
      due.ifPresent(write -> write(write, now));
      return Optional.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(Lines.Write write, long now) {
      lines.written(write, now);
      lastWrite = now;
      for (String message : write.messages()) {
        cost += OutgoingQueue.cost(message.length());
      }
    }

    private void schedule(long delay) {
      if (nextWrite == null) {
        nextWrite = sockets.in(delay, this::comeTime);
      }
    }

    private void comeTime() {
      synchronized (ClientStream.this) {
        nextWrite = null;
      }
      iterate();
    }

    @Override
    protected void onCompleteSuccess() {
      if (ended(Departure.CLOSED)) {
        exchange.callback().succeeded();
      }
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
      release();
      fail(cause);
    }
  }
}
