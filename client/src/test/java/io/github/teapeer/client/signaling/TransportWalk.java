package io.github.teapeer.client.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.simulation.HttpStreaming;
import io.github.teapeer.client.simulation.LinkConditions;
import io.github.teapeer.client.simulation.ServerOptions;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.SimulatedSignalingServer;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.client.simulation.WebSocketAccess;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.teavm.jso.JSObject;

/**
 * Two clients that send each other numbered messages while WebSockets come and go. Every message
 * arrives once; those of one sender arrive in order.
 */
final class TransportWalk {
  private static final int STEPS = 40;

  private final class Actor implements ServerConnection.Listener {
    private final String id;
    private final SimulatedPlatform page;
    private final ServerConnection connection;
    private final List<Integer> received = new ArrayList<>();
    private int sent;

    Actor(String id, ServerAddress address, Transport transport) {
      this.id = id;
      page = simulation.newPage(id);
      connection =
          new ServerConnection(
              page, address, "token", 5000, transport, "", Limits.defaults(), this);
    }

    void send(String to) {
      connection.send(
          MessageType.CANDIDATE, to, JavaValue.of(Map.of("n", sent++, "text", "größer 🎈")));
    }

    @Override
    public void serverOpened() {
      // What was sent before goes now.
    }

    @Override
    public void serverMessage(SignalingMessage message) {
      assertThat(message.type()).as("Message of %s", simulation).isEqualTo(MessageType.CANDIDATE);
      Map<?, ?> payload = (Map<?, ?>) JavaValue.unwrap(message.payload());
      assertThat(payload.get("text")).isEqualTo("größer 🎈");
      received.add(((Number) payload.get("n")).intValue());
    }

    @Override
    public void serverLost(ServerConnection.State during, JSObject refusal) {
      throw new AssertionError(id + " lost the server during " + during + " in " + simulation);
    }
  }

  private final Simulation simulation;
  private final RandomGenerator random;

  TransportWalk(long seed) {
    simulation = new Simulation(seed);
    random = simulation.random();
  }

  /** Walks; answers how many messages were sent. */
  int walk() {
    HttpStreaming kind = random.nextInt(4) == 0 ? HttpStreaming.LEGACY : HttpStreaming.TEAPEER;
    SimulatedSignalingServer server =
        simulation.newServer("ours", 443, ServerOptions.DEFAULT.withStreaming(kind));
    ServerAddress address = new ServerAddress(true, "ours", 443, "/", "peerjs");
    if (random.nextInt(3) == 0) {
      simulation.network().setConditions(new LinkConditions(20, 300, 0.02, 500_000));
    }
    Actor ann = new Actor("ann", address, Transport.AUTO);
    Actor ben = new Actor("ben", address, random.nextInt(3) == 0 ? Transport.HTTP : Transport.AUTO);
    ann.connection.start("ann", false);
    ben.connection.start("ben", false);
    for (int i = 0; i < STEPS; i++) {
      step(random.nextBoolean() ? ann : ben, kind);
      for (int j = random.nextInt(4); j > 0; j--) {
        ann.send("ben");
        ben.send("ann");
      }
      simulation.runFor(random.nextInt(random.nextInt(6) == 0 ? 12_000 : 700));
    }
    simulation.runFor(20_000);
    check(ann, ben);
    check(ben, ann);
    assertThat(server.clientIds()).containsExactlyInAnyOrder("ann", "ben");
    for (Actor actor : List.of(ann, ben)) {
      actor.connection.stop();
    }
    simulation.runFor(2000);
    ann.page.assertNothingOpen();
    ben.page.assertNothingOpen();
    assertThat(server.clientIds()).isEmpty();
    return ann.sent + ben.sent;
  }

  private void step(Actor actor, HttpStreaming kind) {
    // The old server uses a socket that nothing gets through, and that is how it is.
    WebSocketAccess[] possible =
        kind == HttpStreaming.LEGACY
            ? new WebSocketAccess[] {
              WebSocketAccess.FREE, WebSocketAccess.REFUSED, WebSocketAccess.MISSING
            }
            : new WebSocketAccess[] {
              WebSocketAccess.FREE,
              WebSocketAccess.FREE,
              WebSocketAccess.REFUSED,
              WebSocketAccess.DROPPED,
              WebSocketAccess.DEAF,
              WebSocketAccess.MISSING
            };
    actor.page.setWebSocketAccess(possible[random.nextInt(possible.length)]);
  }

  private void check(Actor from, Actor to) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < from.sent; i++) {
      all.add(i);
    }
    assertThat(to.received).as("From %s in %s", from.id, simulation).isEqualTo(all);
  }
}
