package io.github.teapeer.signaling.internal.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * Writes a stream's messages to the network, one thing at a time, as its {@link Lines} say.
 *
 * <p>States: it takes messages in at once and writes from its {@linkplain #start start} on, except
 * while it is {@linkplain #hold held}. After {@link #end} it writes what it has and then the end of
 * the response. Safe for use by several threads.
 */
final class StreamWriter {
  /** Some browsers and proxies look at a response only when so much of it has come. */
  private static final String PADDING = "0".repeat(2048) + "\n";

  /** A line that is no message: written when nothing else is, so that proxies keep the stream. */
  private static final String NOTHING = " ";

  private final Sockets sockets;
  private final Response response;
  private final Lines lines;
  private final OutgoingQueue outgoing;
  private final Runnable whenWritten;
  private final Consumer<Throwable> whenFailed;
  private final Pump pump = new Pump();

  private boolean started;
  private boolean held;
  private boolean begun;
  private boolean ending;
  private boolean ended;
  private long lastWrite;
  private Future<?> nextWrite;

  /**
   * @param whenWritten run when the response has been written to its end
   * @param whenFailed told when it cannot be
   */
  StreamWriter(
      Sockets sockets,
      Response response,
      Lines lines,
      Runnable whenWritten,
      Consumer<Throwable> whenFailed) {
    this.sockets = sockets;
    this.response = response;
    this.lines = lines;
    this.whenWritten = whenWritten;
    this.whenFailed = whenFailed;
    this.outgoing = new OutgoingQueue(sockets.limits(), sockets.budget(), sockets.clock());
    this.lastWrite = sockets.clock().getAsLong();
  }

  /** What has been given to write, and not been written. */
  OutgoingQueue outgoing() {
    return outgoing;
  }

  /** Whether the reader loses what it has not looked at when it gets another stream. */
  boolean isReaderForgetful() {
    return lines.isForgetful();
  }

  /**
   * Takes a message in, without writing it: {@link #write} does.
   *
   * @return whether there is room for it
   */
  boolean add(String message) {
    if (!outgoing.enter(cost(message))) {
      return false;
    }
    synchronized (this) {
      lines.add(message);
    }
    return true;
  }

  private static long cost(String message) {
    return OutgoingQueue.cost(message.length());
  }

  /** Writes what is to be written by now. */
  void write() {
    pump.iterate();
  }

  /** Begins to write. */
  void start() {
    synchronized (this) {
      started = true;
    }
    write();
  }

  /**
   * Writes nothing until {@link #release}.
   *
   * @return whether that comes before the first byte; if not, it goes on
   */
  synchronized boolean hold() {
    held = !begun;
    return held;
  }

  void release() {
    synchronized (this) {
      held = false;
    }
    write();
  }

  /** Gives up whatever is done for the reader's sake alone. */
  void hurry() {
    synchronized (this) {
      lines.hurry();
    }
    write();
  }

  /** Writes what it has, and then the end. */
  void end() {
    synchronized (this) {
      ending = true;
    }
    write();
  }

  /** Writes something that is no message, if nothing has been written for so long. */
  void keepAlive(long quietMillis) {
    synchronized (this) {
      long now = sockets.clock().getAsLong();
      boolean busy = now - lastWrite < quietMillis || lines.next(now).isPresent();
      if (busy || !started || ending || !outgoing.enter(cost(NOTHING))) {
        return;
      }
      lines.add(NOTHING);
    }
    write();
  }

  /** Takes out what has not been written. It counts until it is {@linkplain #forget forgotten}. */
  synchronized List<String> takeUnwritten() {
    return lines.takeUnwritten();
  }

  /** Counts out messages that were taken out. */
  void forget(List<String> messages) {
    messages.forEach(message -> outgoing.leave(cost(message)));
  }

  /** Writes nothing more. */
  void close() {
    synchronized (this) {
      ended = true;
      if (nextWrite != null) {
        nextWrite.cancel(false);
      }
    }
    forget(takeUnwritten());
    outgoing.close();
  }

  /** Gives up what is being written, after {@link #close}. */
  void abort(Throwable cause) {
    pump.abort(cause);
  }

  private final class Pump extends IteratingCallback {
    /** What is being written counts for so much. */
    private long cost;

    private boolean last;

    @Override
    protected Action process() {
      count();
      if (last) {
        return Action.SUCCEEDED;
      }
      Optional<ByteBuffer> bytes;
      synchronized (StreamWriter.this) {
        bytes = next();
      }
      if (bytes.isEmpty()) {
        return Action.IDLE;
      }
      response.write(last, bytes.get(), this);
      return Action.SCHEDULED;
    }

    /** Counts out what has been written, or will not be. */
    private void count() {
      if (cost > 0) {
        outgoing.leave(cost);
        cost = 0;
      }
    }

    /** What is to be written now, if anything. */
    private Optional<ByteBuffer> next() {
      if (held || !started || ended) {
        return Optional.empty();
      }
      long now = sockets.clock().getAsLong();
      Optional<Lines.Write> next = lines.next(now);
      Optional<Lines.Write> due = next.filter(write -> write.at() <= now);
      last = ending && next.isEmpty();
      if (next.isPresent() && due.isEmpty()) {
        schedule(next.get().at() - now);
      }
      if (due.isEmpty() && begun && !last) {
        return Optional.empty();
      }
      String text = (begun ? "" : PADDING) + due.map(Lines.Write::text).orElse("");
      begun = true;
      due.ifPresent(write -> taken(write, now));
      return Optional.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void taken(Lines.Write write, long now) {
      lines.written(write, now);
      lastWrite = now;
      write.messages().forEach(message -> cost += StreamWriter.cost(message));
    }

    private void schedule(long delay) {
      if (nextWrite == null) {
        nextWrite = sockets.in(delay, this::timeHasCome);
      }
    }

    private void timeHasCome() {
      synchronized (StreamWriter.this) {
        nextWrite = null;
      }
      iterate();
    }

    @Override
    protected void onCompleteSuccess() {
      whenWritten.run();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
      count();
      whenFailed.accept(cause);
    }
  }
}
