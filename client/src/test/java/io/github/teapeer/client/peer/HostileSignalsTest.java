package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.simulation.OpenResources;
import io.github.teapeer.client.simulation.SignalRecord;
import io.github.teapeer.client.simulation.SignalRule;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Signalling messages that are nearly right, by the thousand, while honest peers go on: from a
 * stranger, who has accounts and connections of its own, and from the server. What must hold: no
 * exception escapes, events keep to their order, what is held stays bounded, nothing is left after
 * {@code destroy}; and what honest peers have with each other is not disturbed by strangers.
 *
 * <p>See {@link SeededWalks} for how to replay a failure, or to go on for longer.
 */
class HostileSignalsTest {
  private static final int STEPS = 50;

  private int opened;
  private int arrived;

  @Test
  void aStrangerDoesNotDisturbWhatOthersHaveWithEachOther() {
    SeededWalks.run(
        150,
        seed -> {
          StrangerWalk walk = new StrangerWalk(seed);
          walk.walk();
          opened += walk.opened;
          arrived += walk.arrived;
        });
    // A walk that never gets anywhere would prove nothing.
    assertThat(opened).as("Connections that opened").isPositive();
    assertThat(arrived).as("Messages that arrived").isPositive();
  }

  @Test
  void aServerThatLiesDoesNoHarmBeyondTheConnectionsItLiesAbout() {
    SeededWalks.run(150, seed -> new ServerWalk(seed).walk());
  }

  /** A peer that keeps an eye on its connections. */
  private static final class Actor implements PeerListener {
    final SimulatedPlatform page;
    final String id;
    final List<WatchedConnection> watched = new ArrayList<>();
    final List<PeerError> errors = new ArrayList<>();
    private final World world;
    Peer peer;
    private int farewells;
    private boolean closed;

    Actor(World world, String id) {
      this.world = world;
      this.id = id;
      page = world.simulation.newPage(id);
      peer = new Peer(page, id, TestPeer.options(), this);
    }

    WatchedConnection watch(Connection connection) {
      if (connection == null) {
        return null;
      }
      WatchedConnection end = new WatchedConnection(peer, connection);
      watched.add(end);
      return end;
    }

    WatchedConnection with(String connectionId) {
      return watched.stream()
          .filter(each -> each.connection.connectionId().equals(connectionId))
          .findFirst()
          .orElse(null);
    }

    @Override
    public void onConnection(DataConnection connection) {
      assertThat(closed).isFalse();
      world.offered(this, watch(connection));
    }

    @Override
    public void onCall(MediaConnection call) {
      assertThat(closed).isFalse();
      world.offered(this, watch(call));
    }

    @Override
    public void onError(PeerError error) {
      assertThat(closed).isFalse();
      errors.add(error);
    }

    @Override
    public void onClose() {
      assertThat(closed).as("Closed twice").isFalse();
      closed = true;
    }
  }

  /** What both walks have in common. */
  private abstract static class World {
    final Simulation simulation;
    final RandomGenerator random;
    final List<String> ids =
        new ArrayList<>(
            List.of("alice", "bob", "mallory", "m2", "__proto__", "constructor", "", "x y"));

    /** Whole messages that were sent. */
    final List<Map<String, Object>> corpus = new ArrayList<>();

    final MessageMutator mutator;
    final Actor alice;
    final Actor bob;

    World(long seed) {
      simulation = new Simulation(seed);
      random = simulation.random();
      ids.addAll(
          List.of(
              MessageType.OFFER,
              MessageType.ANSWER,
              MessageType.CANDIDATE,
              MessageType.LEAVE,
              MessageType.EXPIRE));
      mutator = new MessageMutator(random, ids);
      simulation.server().setRule(this::relay);
      alice = new Actor(this, "alice");
      bob = new Actor(this, "bob");
    }

    int relay(SignalRecord signal) {
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("type", signal.type());
      message.put("src", signal.source());
      message.put("dst", signal.destination());
      message.put("payload", MessageMutator.copy(JavaValue.unwrap(signal.payload())));
      if (signal.payload() != null) {
        corpus.add(message);
        if (JavaValue.unwrap(signal.payload()) instanceof Map<?, ?> payload
            && payload.get("connectionId") instanceof String id
            && !ids.contains(id)) {
          ids.add(id);
        }
      }
      return 0;
    }

    abstract void offered(Actor actor, WatchedConnection end);

    <T> T pick(List<T> items) {
      return items.get(random.nextInt(items.size()));
    }

    Actor honest() {
      return random.nextBoolean() ? alice : bob;
    }

    String json(Object value) {
      return alice.page.toJson(JavaValue.of(value));
    }

    /** A message like one that was sent, spoiled or not. */
    @SuppressWarnings("unchecked") // mutants of objects that are no objects are wrapped
    Map<String, Object> forged() {
      Map<String, Object> message = (Map<String, Object>) MessageMutator.copy(pick(corpus));
      if (random.nextInt(6) == 0) {
        message.put("type", pick(ids));
      }
      if (random.nextInt(8) == 0) {
        message.put(
            "payload", new LinkedHashMap<>(Map.of("connectionId", pick(ids), "type", "data")));
      }
      if (random.nextInt(6) > 0) {
        message.put("payload", mutator.mutate(message.get("payload")));
      }
      return message;
    }

    /** Does what somebody may do with a connection. */
    void use(Actor actor, WatchedConnection end) {
      if (end == null || end.closed) {
        return;
      }
      switch (random.nextInt(6)) {
        case 0 -> {
          end.connection.close();
          actor.farewells++;
        }
        case 1, 2 -> {
          if (end.connection instanceof DataConnection data) {
            data.send(JavaValue.of("to whom it may concern"));
          }
        }
        case 3, 4 -> {
          if (end.connection instanceof MediaConnection call) {
            call.answer(random.nextBoolean() ? actor.page.newStream("audio") : null, null);
          }
        }
        default -> {
          if (end.connection instanceof MediaConnection call) {
            call.reject(JavaValue.of("no"));
          }
        }
      }
    }

    void assertBounded(Actor actor) {
      OpenResources open = actor.page.openResources();
      // What is closed may be delivering what was sent before.
      int connections = actor.peer.connections().size() + actor.farewells;
      assertThat(open.peerConnections()).isLessThanOrEqualTo(connections);
      assertThat(open.timers()).isLessThanOrEqualTo(8 + 3 * connections);
    }

    void end(List<Actor> actors) {
      actors.forEach(actor -> actor.peer.destroy());
      simulation.runFor(2 * Farewell.PATIENCE);
      for (Actor actor : actors) {
        actor.page.assertNothingOpen();
        assertThat(actor.peer.connections().size()).isZero();
        assertThat(actor.watched).allMatch(end -> end.closed);
      }
      simulation.run();
    }
  }

  /** A stranger with two accounts and a few that do not exist. */
  private static final class StrangerWalk extends World {
    private static final List<String> SOURCES =
        List.of("mallory", "mallory", "mallory", "m2", "__proto__", "constructor", "x y", "");

    int opened;
    int arrived;
    private final Actor mallory;
    private final List<WatchedConnection[]> pairs = new ArrayList<>();
    private int messages;

    StrangerWalk(long seed) {
      super(seed);
      mallory = new Actor(this, "mallory");
    }

    @Override
    int relay(SignalRecord signal) {
      super.relay(signal);
      if (!"mallory".equals(signal.source())
          || signal.destination() == null
          || random.nextInt(3) > 0) {
        return 0;
      }
      for (int i = random.nextInt(3); i >= 0; i--) {
        simulation
            .server()
            .forge(
                signal.type(),
                "mallory",
                signal.destination(),
                json(mutator.mutate(JavaValue.unwrap(signal.payload()))));
      }
      return random.nextBoolean() ? SignalRule.DROP : 0;
    }

    void walk() {
      for (Actor actor : List.of(alice, bob, mallory)) {
        simulation.runUntil(() -> actor.peer.state() == Peer.State.OPEN, 10_000);
      }
      meet();
      simulation.runFor(1000);
      for (int i = 0; i < STEPS; i++) {
        step();
        simulation.runFor(random.nextInt(random.nextInt(5) == 0 ? 8000 : 300));
        assertBounded(alice);
        assertBounded(bob);
      }
      simulation.runFor(20_000);
      for (WatchedConnection[] pair : pairs) {
        check(pair);
      }
      for (Actor actor : List.of(alice, bob)) {
        assertThat(actor.peer.state()).isEqualTo(Peer.State.OPEN);
        actor.watched.forEach(WatchedConnection::mayEnd);
      }
      end(List.of(alice, bob, mallory));
    }

    private void check(WatchedConnection[] pair) {
      assertThat(pair[0].open).as("Opened in 20 s").isTrue();
      opened++;
      Connection connection = pair[0].connection;
      WatchedConnection other = other(pair[0]);
      if (connection instanceof DataConnection) {
        assertThat(other.open).isTrue();
        assertThat(other.received).isEqualTo(pair[0].sent);
        assertThat(pair[0].received).isEqualTo(other.sent);
        arrived += other.received.size() + pair[0].received.size();
      }
    }

    private WatchedConnection other(WatchedConnection end) {
      Actor other = end.connection.peer().equals("alice") ? alice : bob;
      return other.with(end.connection.connectionId());
    }

    /** Has an honest peer connect to the other one, or call it. */
    private void meet() {
      Actor from = honest();
      String to = from == alice ? "bob" : "alice";
      WatchedConnection end =
          from.watch(
              random.nextInt(3) == 0
                  ? from.peer.call(to, from.page.newStream("audio"), CallOptions.none())
                  : from.peer.connect(
                      to, ConnectOptions.of(pick(List.of("binary", "json", "raw")))));
      pairs.add(new WatchedConnection[] {end.mustLast()});
    }

    private void talk() {
      for (Actor actor : List.of(alice, bob)) {
        for (WatchedConnection end : actor.watched) {
          if (end.isStrict() && end.open && end.connection instanceof DataConnection data) {
            String text = "message " + messages++;
            end.sent.add(text);
            data.send(JavaValue.of(text));
          }
        }
      }
    }

    @Override
    void offered(Actor actor, WatchedConnection end) {
      if (actor == mallory || !List.of("alice", "bob").contains(end.connection.peer())) {
        if (random.nextInt(3) == 0) {
          use(actor, end);
        }
        return;
      }
      end.mustLast();
      if (end.connection instanceof MediaConnection call) {
        call.answer(actor.page.newStream("audio"), null);
      }
    }

    private void step() {
      switch (random.nextInt(10)) {
        case 0 -> meet();
        case 1, 2 -> talk();
        case 3 -> dial();
        case 4 -> use(mallory, mallory.watched.isEmpty() ? null : pick(mallory.watched));
        case 5 -> {
          List<WatchedConnection> strange =
              honestEnds().stream().filter(end -> !end.isStrict()).toList();
          use(alice, strange.isEmpty() ? null : pick(strange));
        }
        default -> {
          for (int i = random.nextInt(8); i >= 0; i--) {
            forge();
          }
        }
      }
    }

    private List<WatchedConnection> honestEnds() {
      List<WatchedConnection> ends = new ArrayList<>(alice.watched);
      ends.addAll(bob.watched);
      return ends;
    }

    private void dial() {
      Actor target = honest();
      if (random.nextBoolean()) {
        mallory.watch(
            mallory.peer.call(target.id, mallory.page.newStream("audio"), CallOptions.none()));
      } else {
        mallory.watch(
            mallory.peer.connect(
                target.id, ConnectOptions.of(pick(List.of("binary", "__proto__")))));
      }
    }

    private void forge() {
      Map<String, Object> message = forged();
      String source = pick(SOURCES);
      String destination = honest().id;
      if (random.nextInt(6) == 0) {
        // Of what kind a message is, the server need not know.
        message.put("src", source);
        simulation.server().sendRaw(destination, json(message));
      } else {
        String type = String.valueOf(message.get("type"));
        simulation.server().forge(type, source, destination, json(message.get("payload")));
      }
    }
  }

  /** A server that says anything. */
  private static final class ServerWalk extends World {
    ServerWalk(long seed) {
      super(seed);
    }

    @Override
    void offered(Actor actor, WatchedConnection end) {
      if (random.nextInt(3) == 0) {
        use(actor, end);
      }
    }

    void walk() {
      for (int i = 0; i < STEPS; i++) {
        step(honest());
        simulation.runFor(random.nextInt(random.nextInt(5) == 0 ? 8000 : 300));
        assertBounded(alice);
        assertBounded(bob);
      }
      end(List.of(alice, bob));
    }

    private void step(Actor actor) {
      String other = actor == alice ? "bob" : "alice";
      if (actor.peer.state() == Peer.State.DISCONNECTED && random.nextInt(3) == 0) {
        actor.peer.reconnect();
      }
      switch (random.nextInt(8)) {
        case 0 -> {
          if (actor.peer.state() == Peer.State.OPEN) {
            actor.watch(actor.peer.connect(other, ConnectOptions.of("binary")));
          }
        }
        case 1 -> {
          if (actor.peer.state() == Peer.State.OPEN) {
            actor.watch(actor.peer.call(other, actor.page.newStream("audio"), CallOptions.none()));
          }
        }
        case 2, 3 -> use(actor, actor.watched.isEmpty() ? null : pick(actor.watched));
        default -> {
          for (int i = random.nextInt(8); i >= 0; i--) {
            lie(actor);
          }
        }
      }
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private void lie(Actor actor) {
      if (!simulation.server().clientIds().contains(actor.id)) {
        return;
      }
      Object message =
          switch (random.nextInt(6)) {
            case 0 -> mutator.mutate(serverMessage());
            case 1 -> corpus.isEmpty() ? serverMessage() : mutator.mutate(forged());
            default -> corpus.isEmpty() ? serverMessage() : forged();
          };
      String text = json(message);
      if (random.nextInt(10) == 0) {
        text = text.substring(random.nextInt(text.length()));
      }
      simulation.server().sendRaw(actor.id, text);
    }

    private Map<String, Object> serverMessage() {
      Map<String, Object> message = new LinkedHashMap<>();
      message.put(
          "type",
          pick(
              List.of(
                  "OPEN",
                  "PING",
                  "PONG",
                  "LEAVE",
                  "EXPIRE",
                  "ERROR",
                  "ID-TAKEN",
                  "INVALID-KEY",
                  "HEARTBEAT",
                  "HTTP-ERROR",
                  "TEAPEER")));
      if (random.nextInt(4) > 0) {
        message.put("src", pick(ids));
      }
      if (random.nextInt(4) > 0) {
        message.put("payload", new LinkedHashMap<>(Map.of("msg", pick(ids))));
      }
      return message;
    }
  }
}
