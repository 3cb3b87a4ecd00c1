package io.github.teapeer.client.peer;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSObject;

/**
 * One end of a connection, which must keep to the order of events: nothing before {@code open} or
 * after {@code close}, and neither twice. What it tells ends up in fields.
 */
final class WatchedConnection implements DataConnectionListener, MediaConnectionListener {
  final Connection connection;
  final List<Object> received = new ArrayList<>();
  final List<Object> sent = new ArrayList<>();
  final List<PeerError> errors = new ArrayList<>();
  private final Peer owner;
  boolean open;
  boolean closed;

  /** Where this side is to be undisturbed, what would disturb it fails at once. */
  private boolean strict;

  WatchedConnection(Peer owner, Connection connection) {
    this.owner = owner;
    this.connection = connection;
    if (connection instanceof DataConnection data) {
      data.setListener(this);
    } else {
      ((MediaConnection) connection).setListener(this);
    }
  }

  /** From now on neither an error nor an end is expected, until {@link #mayEnd}. */
  WatchedConnection mustLast() {
    strict = true;
    return this;
  }

  void mayEnd() {
    strict = false;
  }

  boolean isStrict() {
    return strict;
  }

  private void check(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what + ": " + owner.id() + " with " + connection.peer());
    }
  }

  @Override
  public void onOpen() {
    check(!open && !closed, "Opened twice or after close");
    open = true;
  }

  @Override
  public void onData(JSObject value) {
    check(open && !closed, "Data of a connection that is not open");
    received.add(JavaValue.unwrap(value));
  }

  @Override
  public void onStream(MediaStream stream) {
    check(!closed, "A stream after close");
  }

  @Override
  public void onTrack(MediaStreamTrack track, Sequence<MediaStream> streams) {
    check(!closed, "A track after close");
  }

  @Override
  public void onAnswered() {
    check(!open && !closed, "Answered twice or after close");
    open = true;
  }

  @Override
  public void onRejected(JSObject reason) {
    check(!open && !closed, "Rejected after it was answered or closed");
    check(!strict, "Rejected");
  }

  @Override
  public void onClose() {
    check(!closed, "Closed twice");
    check(!strict, "Closed");
    closed = true;
    check(connection.state() == Connection.State.CLOSED, "Not closed in the close event");
    check(
        owner.connection(connection.peer(), connection.connectionId()) != connection,
        "Still registered in the close event");
  }

  @Override
  public void onError(PeerError error) {
    check(!closed, "An error after close");
    check(!strict, "Error " + error.message());
    errors.add(error);
  }
}
