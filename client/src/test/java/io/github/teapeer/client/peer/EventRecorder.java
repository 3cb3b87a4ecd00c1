package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.teavm.jso.JSObject;

/**
 * Records what a peer and its connections tell, so that a test sees every event: {@link #next}
 * takes one, {@link #assertExhausted} fails where some were not taken. An event is a line: whose it
 * is, its name, and what comes with it.
 */
final class EventRecorder implements PeerListener {
  /** How long a test waits for an event, in milliseconds of virtual time. */
  static final int PATIENCE = 30_000;

  private final Simulation simulation;
  private final String name;
  private final Deque<String> events = new ArrayDeque<>();
  private final List<DataConnection> connections = new ArrayList<>();
  private final List<MediaConnection> calls = new ArrayList<>();
  private final List<JSObject> received = new ArrayList<>();
  private final List<PeerError> errors = new ArrayList<>();
  private final List<String> tracks = new ArrayList<>();
  private Consumer<String> reaction = event -> {};

  EventRecorder(Simulation simulation, String name) {
    this.simulation = simulation;
    this.name = name;
  }

  /** Takes the next event; waits for it. */
  String next() {
    simulation.runUntil(() -> !events.isEmpty(), PATIENCE);
    return events.poll();
  }

  /** Takes the next events, which must be these, in this order. */
  EventRecorder assertNext(String... expected) {
    for (String event : expected) {
      assertThat(next()).as("Next event of %s in %s", name, simulation).isEqualTo(event);
    }
    return this;
  }

  /** Lets everything happen that would happen soon: there must be no further events. */
  void assertExhausted() {
    simulation.runFor(2000);
    assertThat(events).as("Events of %s that were not expected, in %s", name, simulation).isEmpty();
  }

  /** Drops the events that were not taken yet. */
  List<String> drain() {
    List<String> drained = List.copyOf(events);
    events.clear();
    return drained;
  }

  /** Does something as soon as an event comes, from within its listener. */
  void react(Consumer<String> newReaction) {
    reaction = newReaction;
  }

  /** The connections that other peers opened. */
  List<DataConnection> connections() {
    return connections;
  }

  /** The connection that was opened last by another peer. */
  DataConnection connection() {
    return connections.get(connections.size() - 1);
  }

  /** The call that came last. */
  MediaConnection call() {
    return calls.get(calls.size() - 1);
  }

  /** The values that all connections received. */
  List<JSObject> received() {
    return received;
  }

  /** The last value that a connection received, as a Java value. */
  Object lastReceived() {
    return JavaValue.unwrap(received.get(received.size() - 1));
  }

  /** The errors of the peer and its connections. */
  List<PeerError> errors() {
    return errors;
  }

  /** The tracks that calls received: of which kind, and in how many streams. */
  List<String> tracks() {
    return tracks;
  }

  PeerError lastError() {
    return errors.get(errors.size() - 1);
  }

  /** How often an event came, taken or not, among those that were not drained. */
  Stream<String> pending() {
    return events.stream();
  }

  private void add(String who, String event, Object... details) {
    String line =
        Stream.concat(Stream.of(who, event), Arrays.stream(details).map(String::valueOf))
            .reduce((left, right) -> left + " " + right)
            .orElseThrow();
    events.add(line);
    reaction.accept(line);
  }

  private void error(String who, PeerError error) {
    errors.add(error);
    add(who, "error", error.type().wireName());
  }

  @Override
  public void onOpen(String id) {
    add("peer", "open", id);
  }

  @Override
  public void onConnection(DataConnection connection) {
    connections.add(connection);
    listenTo(connection);
    add("peer", "connection", connection.peer());
  }

  @Override
  public void onCall(MediaConnection call) {
    calls.add(call);
    listenTo(call);
    add("peer", "call", call.peer());
  }

  @Override
  public void onReconnecting(int attempt, int delay) {
    add("peer", "reconnecting", attempt);
  }

  @Override
  public void onDisconnected(String id) {
    add("peer", "disconnected", id);
  }

  @Override
  public void onClose() {
    add("peer", "close");
  }

  @Override
  public void onError(PeerError error) {
    error("peer", error);
  }

  /** Records what a data connection tells. */
  DataConnection listenTo(DataConnection connection) {
    connection.setListener(
        new DataConnectionListener() {
          @Override
          public void onOpen() {
            add("connection", "open");
          }

          @Override
          public void onData(JSObject value) {
            received.add(value);
            add("connection", "data");
          }

          @Override
          public void onReconnecting() {
            add("connection", "reconnecting");
          }

          @Override
          public void onReconnected() {
            add("connection", "reconnected");
          }

          @Override
          public void onClose() {
            add("connection", "close");
          }

          @Override
          public void onError(PeerError error) {
            error("connection", error);
          }
        });
    return connection;
  }

  /** Records what a call tells. */
  MediaConnection listenTo(MediaConnection call) {
    call.setListener(
        new MediaConnectionListener() {
          @Override
          public void onStream(MediaStream stream) {
            add("call", "stream", stream.getTracks().getLength());
          }

          @Override
          public void onTrack(MediaStreamTrack track, Sequence<MediaStream> streams) {
            tracks.add(track.getKind() + " " + streams.getLength());
          }

          @Override
          public void onRejected(JSObject reason) {
            add("call", "rejected", JavaValue.unwrap(reason));
          }

          @Override
          public void onWillCloseOnRemote() {
            add("call", "willCloseOnRemote");
          }

          @Override
          public void onReconnecting() {
            add("call", "reconnecting");
          }

          @Override
          public void onReconnected() {
            add("call", "reconnected");
          }

          @Override
          public void onClose() {
            add("call", "close");
          }

          @Override
          public void onError(PeerError error) {
            error("call", error);
          }
        });
    return call;
  }
}
