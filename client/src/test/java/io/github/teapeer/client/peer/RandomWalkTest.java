package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.negotiation.IceSource;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.simulation.HttpStreaming;
import io.github.teapeer.client.simulation.LinkConditions;
import io.github.teapeer.client.simulation.SimulatedAbortSignal;
import io.github.teapeer.client.simulation.SimulatedBrowser;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.SimulatedPromise;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.client.simulation.WebSocketAccess;
import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

/**
 * Does whatever applications may do, in any order, while whatever may go wrong does. What must hold
 * all the time: no exception escapes, no connection closes twice or says anything afterwards, what
 * arrives was sent, in order on an ordered connection; and in the end nothing is left open.
 *
 * <p>A failure names its seed: {@code -Dteapeer.seed=N} walks that way alone. {@code
 * -Dteapeer.walks=N} walks more ways.
 */
class RandomWalkTest {
  private static final int WALKS = Integer.getInteger("teapeer.walks", 300);
  private static final int STEPS = 60;
  private static final String[] IDS = {"ann", "ben", "cat"};
  private static final String[] SERIALIZATIONS = {"binary", "json", "raw", "binary-utf8", "x"};

  @Test
  void nothingBreaksWhateverHappens() {
    Long only = Long.getLong("teapeer.seed");
    if (only != null) {
      new Walk(only).walk();
      return;
    }
    int opened = 0;
    int delivered = 0;
    int agreed = 0;
    for (long seed = 0; seed < WALKS; seed++) {
      Walk walk = new Walk(seed);
      walk.walk();
      opened += walk.opened;
      delivered += walk.delivered;
      agreed += walk.agreed;
    }
    // A walk that never gets anywhere would prove nothing.
    assertThat(opened).as("Connections that opened").isGreaterThan(WALKS);
    assertThat(delivered).as("Messages that arrived").isGreaterThan(WALKS * 5);
    assertThat(agreed).as("Changes of calls that were agreed").isGreaterThan(WALKS / 10);
  }

  @Test
  void theSameSeedWalksTheSameWay() {
    for (long seed = 0; seed < 5; seed++) {
      assertThat(new Walk(seed).walk()).isEqualTo(new Walk(seed).walk());
    }
  }

  /** One walk through one world. */
  private static final class Walk {
    private final Simulation simulation;
    private final RandomGenerator random;
    private final List<Actor> actors = new ArrayList<>();

    /** What each end sent, by connection and sender: where the receiver looks it up. */
    private final Map<String, List<String>> sent = new HashMap<>();

    private final List<Once> changes = new ArrayList<>();
    private int opened;
    private int delivered;
    private int agreed;
    private int messages;

    Walk(long seed) {
      simulation = new Simulation(seed);
      random = simulation.random();
    }

    /** Walks; answers the fingerprint of all that happened. */
    long walk() {
      if (random.nextInt(4) == 0) {
        simulation.network().setConditions(LinkConditions.POOR);
      }
      simulation.server().setHttpStreaming(pick(List.of(HttpStreaming.values())));
      for (String id : IDS) {
        SimulatedPlatform page = simulation.newPage(id);
        if (random.nextBoolean()) {
          page.setBrowser(SimulatedBrowser.FIREFOX);
        }
        actors.add(new Actor(page, id));
      }
      for (int i = 0; i < STEPS; i++) {
        step();
        simulation.runFor(random.nextInt(random.nextInt(5) == 0 ? 8000 : 400));
      }
      end();
      return simulation.fingerprint();
    }

    private void step() {
      Actor actor = pick(actors);
      switch (random.nextInt(23)) {
        case 20, 21, 22 -> actor.change();
        case 0, 1, 2, 3 -> actor.connect();
        case 4, 5 -> actor.call();
        case 6, 7, 8, 9, 10 -> actor.send();
        case 11 -> actor.close();
        case 12 -> actor.peer.disconnect();
        case 13, 14 -> actor.reconnect();
        case 15 -> fail();
        case 16 -> mend();
        case 17 -> confuse(actor);
        case 18 -> actor.rarely();
        default -> actor.answer();
      }
    }

    private void fail() {
      Actor one = pick(actors);
      switch (random.nextInt(9)) {
        case 0 -> simulation.server().stop();
        case 1 -> simulation.server().hang();
        case 2 -> simulation.network().partition(one.page, pick(actors).page);
        case 3 -> simulation.network().partition(one.page, simulation.server());
        case 4 -> simulation.network().isolate(one.page);
        case 5 -> simulation.server().setRefusing(true);
        case 6, 7 -> one.page.setWebSocketAccess(pick(List.of(WebSocketAccess.values())));
        default -> one.page.changeAddress();
      }
    }

    private void mend() {
      simulation.network().healAll();
      simulation.server().start();
      simulation.server().setRefusing(false);
      simulation.server().setRule(null);
      actors.forEach(actor -> actor.page.setWebSocketAccess(WebSocketAccess.FREE));
    }

    /** Messages are lost, late, or lies. */
    private void confuse(Actor victim) {
      String source = pick(actors).id;
      switch (random.nextInt(5)) {
        case 0 -> simulation.server().setRule(signal -> random.nextInt(3000));
        case 1 -> simulation.server().setRule(signal -> random.nextInt(5) == 0 ? -1 : 0);
        case 2 -> simulation.server().forge(MessageType.LEAVE, source, victim.id, "null");
        case 3 -> simulation.server().forge(MessageType.EXPIRE, source, victim.id, "{}");
        default ->
            simulation
                .server()
                .forge(
                    MessageType.OFFER,
                    source,
                    victim.id,
                    "{\"type\":\"data\",\"connectionId\":\"lie\",\"sdp\":{\"type\":\"offer\"}}");
      }
    }

    private void end() {
      mend();
      simulation.runFor(random.nextInt(20_000));
      for (Actor actor : actors) {
        actor.peer.destroy();
        assertThat(actor.peer.connections().size()).isZero();
      }
      simulation.run();
      for (Actor actor : actors) {
        if (!actor.page.isGone()) {
          actor.page.assertNothingOpen();
        }
      }
      actors.forEach(actor -> assertThat(actor.peer.connections().size()).isZero());
      if (actors.stream().noneMatch(actor -> actor.page.isGone())) {
        assertThat(changes).as("Changes that nobody heard of").allMatch(change -> change.told);
      }
    }

    private <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    private void check(boolean condition, String what) {
      if (!condition) {
        throw new IllegalStateException(what);
      }
    }

    /** A peer and what its application does. */
    private final class Actor implements PeerListener {
      private final SimulatedPlatform page;
      private final String id;
      private final Peer peer;
      private SimulatedAbortSignal lastSignal;
      private boolean closed;

      Actor(SimulatedPlatform page, String id) {
        this.page = page;
        this.id = id;
        PeerOptions options = options();
        IceSource iceSource = random.nextInt(4) == 0 ? this::askForIceServers : null;
        peer = new Peer(page, id, options, iceSource, this);
      }

      private PeerOptions options() {
        PeerOptions options = TestPeer.options();
        options.setTransport(
            random.nextInt(4) == 0 ? pick(List.of("auto", "websocket", "http")) : null);
        return options;
      }

      private Promise<JSObject> askForIceServers() {
        SimulatedPromise<JSObject> answer = page.newPromise();
        boolean refused = random.nextInt(4) == 0;
        page.setTimeout(
            () -> {
              if (refused) {
                answer.reject(JavaValue.of("refused"));
              } else {
                answer.fulfill(null);
              }
            },
            random.nextInt(2000));
        return answer;
      }

      void connect() {
        ConnectOptions options =
            ConnectOptions.of(
                null,
                random.nextBoolean() ? JavaValue.of("metadata") : null,
                SERIALIZATIONS[random.nextInt(SERIALIZATIONS.length)],
                random.nextBoolean(),
                channel(),
                null,
                limits());
        DataConnection connection = peer.connect(someId(), options);
        if (connection != null) {
          new Ends(this, connection);
        }
      }

      void call() {
        MediaStream stream = page.newStream("audio", "video");
        boolean onlyReceives = random.nextInt(4) == 0;
        MediaConnection call =
            peer.call(
                someId(),
                onlyReceives ? null : stream,
                CallOptions.of(
                    null,
                    null,
                    null,
                    Values.arrayOf(Values.of(onlyReceives ? "audio" : "video")),
                    limits()));
        if (call != null) {
          new Ends(this, call);
        }
      }

      private RTCDataChannelInit channel() {
        RTCDataChannelInit channel = RTCDataChannelInit.create();
        channel.setOrdered(random.nextInt(3) > 0);
        return channel;
      }

      private DialLimits limits() {
        SimulatedAbortSignal signal = random.nextInt(3) == 0 ? page.newAbortSignal() : null;
        if (signal != null && random.nextInt(3) == 0) {
          signal.abort(JavaValue.of("no"));
        }
        lastSignal = signal == null ? lastSignal : signal;
        return DialLimits.of(random.nextInt(3) == 0 ? 1 + random.nextInt(4000) : 0, signal);
      }

      /** Changes a call, or aborts what was made last with a signal. */
      void change() {
        if (random.nextInt(5) == 0 && lastSignal != null) {
          lastSignal.abort(JavaValue.of("no"));
        }
        if (!(someConnection() instanceof MediaConnection call)) {
          return;
        }
        MediaStreamTrack sent = sentBy(call);
        switch (random.nextInt(4)) {
          case 0 -> call.addTrack(page.newTrack("video"), null, new Once());
          case 1 -> call.removeTrack(sent, new Once());
          case 2 ->
              call.replaceTrack(
                  sent, random.nextBoolean() ? page.newTrack("audio") : null, new Once());
          default -> call.reject(JavaValue.of("reason"));
        }
      }

      private MediaStreamTrack sentBy(MediaConnection call) {
        int count =
            call.peerConnection() == null ? 0 : call.peerConnection().getSenders().getLength();
        return count == 0
            ? null
            : call.peerConnection().getSenders().get(random.nextInt(count)).getTrack();
      }

      private String someId() {
        String other = random.nextInt(10) == 0 ? "nobody" : IDS[random.nextInt(IDS.length)];
        return other.equals(id) ? "nobody" : other;
      }

      private Connection someConnection() {
        int count = peer.connections().size();
        return count == 0 ? null : peer.connections().get(random.nextInt(count));
      }

      void send() {
        if (someConnection() instanceof DataConnection connection
            && connection.state() == Connection.State.OPEN) {
          for (int i = random.nextInt(5); i >= 0; i--) {
            send(connection);
          }
        }
      }

      private void send(DataConnection connection) {
        String text = messages++ + " " + "x".repeat(random.nextInt(4) == 0 ? 40_000 : 10);
        sent.computeIfAbsent(connection.connectionId() + id, added -> new ArrayList<>()).add(text);
        connection.send(JavaValue.of(text));
      }

      void close() {
        Connection connection = someConnection();
        if (connection instanceof DataConnection data && random.nextBoolean()) {
          data.flushAndClose();
        } else if (connection != null) {
          connection.close();
        }
      }

      void answer() {
        if (someConnection() instanceof MediaConnection call) {
          call.answer(random.nextBoolean() ? page.newStream("audio") : null, null);
        }
      }

      void reconnect() {
        if (peer.state() == Peer.State.DISCONNECTED) {
          peer.reconnect();
        }
      }

      void rarely() {
        switch (random.nextInt(12)) {
          case 0 -> peer.destroy();
          case 1 -> page.killTab();
          case 2 -> page.losePower();
          default -> send();
        }
      }

      @Override
      public void onOpen(String openId) {
        check(!closed && openId.equals(id), "Opened as " + openId);
      }

      @Override
      public void onConnection(DataConnection connection) {
        check(!closed, "A connection after close");
        if (random.nextInt(20) == 0) {
          connection.close();
        } else {
          new Ends(this, connection);
        }
      }

      @Override
      public void onCall(MediaConnection call) {
        check(!closed, "A call after close");
        new Ends(this, call);
        if (random.nextInt(3) > 0) {
          call.answer(random.nextBoolean() ? page.newStream("audio") : null, null);
        }
      }

      @Override
      public void onClose() {
        check(!closed, "Closed twice");
        closed = true;
      }
    }

    /** What is told of a change, once. */
    private final class Once implements Completion {
      private boolean told;

      Once() {
        changes.add(this);
      }

      @Override
      public void done() {
        check(!told, "Done twice");
        told = true;
        agreed++;
      }

      @Override
      public void failed(PeerError error) {
        check(!told, "Failed after it was done");
        told = true;
      }
    }

    /** One end of a connection, which gets what the other end has sent. */
    private final class Ends extends WatchedConnection {
      Ends(Actor actor, Connection connection) {
        super(actor.peer, connection);
      }

      @Override
      public void onOpen() {
        super.onOpen();
        opened++;
      }

      @Override
      public void onData(JSObject value) {
        super.onData(value);
        String text = String.valueOf(JavaValue.unwrap(value));
        List<String> expected = Walk.this.sent.get(connection.connectionId() + connection.peer());
        Walk.this.check(expected != null && expected.contains(text), "Data that was not sent");
        if (((DataConnection) connection).dataChannel().isOrdered()) {
          Walk.this.check(
              expected.get(received.size() - 1).equals(text), "Data that came out of order");
        }
        delivered++;
      }
    }
  }
}
