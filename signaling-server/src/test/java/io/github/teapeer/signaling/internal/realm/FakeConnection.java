package io.github.teapeer.signaling.internal.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;

/** A connection that keeps what it is given to send. */
final class FakeConnection implements Connection {
  /** What has become of the connection. */
  enum State {
    OPEN,
    CLOSED,
    ABORTED
  }

  private final Deque<String> sent = new ArrayDeque<>();
  private final Transport transport;
  private Runnable heldBack;
  private int probes;
  private boolean full;
  private State state = State.OPEN;

  FakeConnection() {
    this(Transport.SOCKET);
  }

  FakeConnection(Transport transport) {
    this.transport = transport;
  }

  @Override
  public Transport transport() {
    return transport;
  }

  @Override
  public void probe() {
    probes++;
  }

  @Override
  public void send(String message, Runnable whenRoom) {
    sent.add(message);
    if (full) {
      heldBack = whenRoom;
    } else {
      whenRoom.run();
    }
  }

  @Override
  public boolean isStalled(long now) {
    return full;
  }

  @Override
  public void close() {
    state = State.CLOSED;
  }

  @Override
  public void abort() {
    state = State.ABORTED;
  }

  /** Keeps those waiting who send to it from now on. */
  void fillUp() {
    full = true;
  }

  /** Lets them go on. */
  void drain() {
    full = false;
    heldBack.run();
  }

  FakeConnection expect(String... messages) {
    for (String message : messages) {
      assertThat(sent.poll()).isEqualTo(message);
    }
    return this;
  }

  void assertExhausted() {
    assertThat(sent).isEmpty();
  }

  /** How often the client was asked for a sign of life. */
  int probes() {
    return probes;
  }

  State state() {
    return state;
  }
}
