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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teavm.jso.JSObject;

/** WebSocket, HTTP streaming, and the ways from one to the other. */
class TransportTest {
  private static final ServerAddress STREAMING =
      new ServerAddress(true, "ours", 443, "/", "peerjs");
  private static final ServerAddress OLD = new ServerAddress(true, "old", 443, "/", "peerjs");
  private static final ServerAddress PEER_SERVER =
      new ServerAddress(true, "0.peerjs.com", 443, "/", "peerjs");

  private final Simulation simulation = new Simulation(1);
  private final SimulatedSignalingServer ours =
      simulation.newServer("ours", 443, ServerOptions.DEFAULT.withStreaming(HttpStreaming.TEAPEER));
  private final SimulatedSignalingServer old =
      simulation.newServer("old", 443, ServerOptions.DEFAULT.withStreaming(HttpStreaming.LEGACY));
  private final SimulatedPlatform page = simulation.newPage("page");
  private final List<String> events = new ArrayList<>();

  private ServerConnection connect(ServerAddress address, Transport transport) {
    ServerConnection connection = newConnection(address, transport, "token");
    connection.start("a", false);
    return connection;
  }

  private ServerConnection newConnection(ServerAddress address, Transport transport, String token) {
    return new ServerConnection(
        page,
        address,
        token,
        1000,
        transport,
        "",
        Limits.defaults(),
        new ServerConnection.Listener() {
          @Override
          public void serverOpened() {
            events.add("opened");
          }

          @Override
          public void serverMessage(SignalingMessage message) {
            if (message.type().equals(MessageType.EXPIRE)) {
              return; // Nobody is there to take the offers.
            }
            JSObject payload = message.payload();
            events.add(message.type() + (message.source() == null ? "" : " " + payload));
          }

          @Override
          public void serverLost(ServerConnection.State during, JSObject refusal) {
            events.add("lost during " + during + (refusal == null ? "" : ", refused"));
          }
        });
  }

  private void expect(String... expected) {
    assertThat(events).containsExactly(expected);
    events.clear();
  }

  private void expectWithin(int milliseconds, String... expected) {
    simulation.runUntil(() -> events.size() >= expected.length, milliseconds);
    expect(expected);
  }

  private static void offer(ServerConnection connection, int number) {
    JSObject payload = JavaValue.of(new LinkedHashMap<>(Map.of("n", number)));
    connection.send(MessageType.OFFER, "b", payload);
  }

  private static List<Integer> offers(SimulatedSignalingServer server) {
    return server.received().stream()
        .filter(signal -> signal.type().equals("OFFER"))
        .map(
            signal ->
                ((Number) ((Map<?, ?>) JavaValue.unwrap(signal.payload())).get("n")).intValue())
        .toList();
  }

  private static Integer[] upTo(int end) {
    return IntStream.range(0, end).boxed().toArray(Integer[]::new);
  }

  private long count(String traced) {
    return simulation.trace().stream().filter(line -> line.contains(traced)).count();
  }

  private void forge(SimulatedSignalingServer server, int number) {
    server.forge("OFFER", "b", "a", "{\"n\":" + number + "}");
  }

  @Test
  void overHttpAloneMessagesGoBothWaysAndNoSocketIsOpened() {
    ServerConnection connection = newConnection(STREAMING, Transport.HTTP, "token");
    for (int i = 0; i < 3; i++) {
      offer(connection, i);
    }
    connection.start("a", false);
    expectWithin(500, "opened");
    for (int i = 3; i < 20; i++) {
      offer(connection, i);
    }
    forge(ours, 1);
    expectWithin(500, "OFFER {n=1.0}");
    simulation.runFor(5000);
    assertThat(offers(ours)).containsExactly(upTo(20));
    connection.stop();
    simulation.runFor(500);
    page.assertNothingOpen();
    assertThat(ours.clientIds()).isEmpty();
    assertThat(count("wss:")).isZero();
  }

  @Test
  void aWebSocketIsUsedWhereItWorks() {
    connect(STREAMING, Transport.AUTO);
    expectWithin(500, "opened");
    simulation.runFor(60_000);
    expect();
    assertThat(count("POST")).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = WebSocketAccess.class,
      names = {"FREE", "CUT"},
      mode = EnumSource.Mode.EXCLUDE)
  void whereWebSocketsDoNotWorkHttpIsUsedWithinThreeSeconds(WebSocketAccess access) {
    page.setWebSocketAccess(access);
    ServerConnection connection = connect(STREAMING, Transport.AUTO);
    offer(connection, 0);
    expectWithin(3000, "opened");
    forge(ours, 1);
    expectWithin(500, "OFFER {n=1.0}");
    simulation.runFor(300_000);
    offer(connection, 1);
    simulation.runFor(500);
    expect();
    assertThat(offers(ours)).containsExactly(0, 1);
    connection.stop();
    simulation.runFor(500);
    page.assertNothingOpen();
  }

  @Test
  void aServerBeforeOursIsUsedByHttpToo() {
    page.setWebSocketAccess(WebSocketAccess.DROPPED);
    ServerConnection connection = connect(OLD, Transport.AUTO);
    offer(connection, 0);
    expectWithin(3000, "opened");
    forge(old, 1);
    expectWithin(500, "OFFER {n=1.0}");
    simulation.runFor(500);
    assertThat(offers(old)).containsExactly(0);
  }

  @Test
  void onPeerServerASlowWebSocketIsStillUsed() {
    simulation.server().hang();
    connect(PEER_SERVER, Transport.AUTO);
    simulation.runFor(2500);
    simulation.server().start();
    expectWithin(500, "opened");
    assertThat(count("POST")).isEqualTo(1);
  }

  @Test
  void onPeerServerErrorsAreThoseOfAWebSocket() {
    page.setWebSocketAccess(WebSocketAccess.REFUSED);
    connect(PEER_SERVER, Transport.AUTO);
    expectWithin(3000, "lost during CONNECTING");
    page.setWebSocketAccess(WebSocketAccess.MISSING);
    connect(PEER_SERVER, Transport.AUTO);
    expectWithin(3000, "lost during CONNECTING, refused");
    page.setWebSocketAccess(WebSocketAccess.CUT);
    newConnection(PEER_SERVER, Transport.AUTO, "other").start("b", false);
    expectWithin(3000, "opened", "lost during OPEN");
    page.assertNothingOpen();
  }

  @Test
  void overHttpAPeerServerIsLost() {
    connect(PEER_SERVER, Transport.HTTP);
    expectWithin(500, "lost during CONNECTING");
    page.assertNothingOpen();
  }

  @ParameterizedTest
  @EnumSource(value = HttpStreaming.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void theWebSocketIsTakenAgainAsSoonAsItWorks(HttpStreaming kind) {
    ServerAddress address = kind == HttpStreaming.LEGACY ? OLD : STREAMING;
    SimulatedSignalingServer server = kind == HttpStreaming.LEGACY ? old : ours;
    page.setWebSocketAccess(WebSocketAccess.REFUSED);
    ServerConnection connection = connect(address, Transport.AUTO);
    expectWithin(3000, "opened");
    simulation.runFor(20_000);
    page.setWebSocketAccess(WebSocketAccess.FREE);
    simulation.runFor(35_000);
    long posts = count("POST");
    offer(connection, 0);
    forge(server, 1);
    simulation.runFor(1000);
    expect("OFFER {n=1.0}");
    assertThat(offers(server)).containsExactly(0);
    simulation.runFor(60_000);
    assertThat(count("POST")).isEqualTo(posts);
    assertThat(page.openResources().requests()).isZero();
    assertThat(page.openResources().webSockets()).isEqualTo(1);
  }

  @Test
  void theStreamIsRenewedWithoutAGap() {
    connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      forge(ours, i);
      expected.add("OFFER {n=" + i + ".0}");
      simulation.runFor(100);
    }
    simulation.runFor(1000);
    assertThat(events).isEqualTo(expected);
    assertThat(count("POST https://ours:443/peerjs/a/token/id?i=")).isEqualTo(3);
    assertThat(page.openResources().requests()).isEqualTo(1);
  }

  @Test
  void aStreamThatEndsIsReopened() {
    ServerConnection connection = connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    for (int i = 0; i < 3; i++) {
      ours.drop("a");
      offer(connection, i);
      simulation.runFor(2000);
      forge(ours, i);
      expectWithin(500, "OFFER {n=" + i + ".0}");
    }
    assertThat(offers(ours)).containsExactly(0, 1, 2);
  }

  @Test
  void aStreamThatNeverLastsIsGivenUp() {
    connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    for (int i = 0; events.isEmpty(); i++) {
      assertThat(i).isLessThan(400);
      if (ours.clientIds().contains("a")) {
        ours.drop("a");
      }
      simulation.runFor(100);
    }
    expect("lost during OPEN");
    page.assertNothingOpen();
  }

  @Test
  void aStreamThatLastsForAWhileIsReopenedAnyNumberOfTimes() {
    connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    for (int i = 0; i < 12; i++) {
      simulation.runFor(8000); // as long as some proxies let a response take
      ours.drop("a");
    }
    simulation.runFor(1000);
    forge(ours, 1);
    expectWithin(500, "OFFER {n=1.0}");
  }

  @Test
  void aServerThatHasGoneIsALoss() {
    connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    ours.stop();
    expectWithin(2000, "lost during OPEN");
    page.assertNothingOpen();
  }

  @Test
  void aServerThatHangsIsALossSoonerOrLater() {
    ServerConnection connection = connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    ours.hang();
    simulation.runFor(20_000);
    expect();
    expectWithin(20_000, "lost during OPEN");
    ours.start();
    connection.start("a", true);
    expectWithin(1500, "opened");
    ours.hang();
    offer(connection, 0);
    expectWithin(11_000, "lost during OPEN");
    page.assertNothingOpen();
  }

  @Test
  void aServerThatForgotTheClientGetsEveryMessageOnce() {
    ServerConnection connection = connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    ours.stop();
    ours.start();
    offer(connection, 0);
    offer(connection, 1);
    simulation.runFor(3000);
    assertThat(offers(ours)).containsExactly(0, 1);
    expect();
  }

  @Test
  void aMessageThatTheServerRefusesIsDroppedAndTheNextOneSent() {
    ServerConnection connection = connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    connection.send("NONSENSE", "b", null);
    offer(connection, 1);
    simulation.runFor(3000);
    assertThat(offers(ours)).containsExactly(1);
    assertThat(page.log())
        .extracting(entry -> entry.message())
        .contains("The server did not take a message");
    expect();
  }

  @ParameterizedTest
  @EnumSource(value = HttpStreaming.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void anIdThatIsTakenIsToldOverHttp(HttpStreaming kind) {
    ServerAddress address = kind == HttpStreaming.LEGACY ? OLD : STREAMING;
    connect(address, Transport.HTTP);
    expectWithin(500, "opened");
    newConnection(address, Transport.HTTP, "other").start("a", false);
    String told = kind == HttpStreaming.LEGACY ? "HTTP-ERROR" : "ID-TAKEN";
    expectWithin(500, told, "lost during GREETING");
  }

  @Test
  void aForbiddenStreamIsAnInvalidKey() {
    ours.setFailureStatus(403);
    connect(STREAMING, Transport.HTTP);
    expectWithin(500, "INVALID-KEY", "lost during CONNECTING");
  }

  @Test
  void aProxyThatForbidsStreamsDoesNotHarmASlowSocket() {
    ours.setFailureStatus(403);
    ours.hang();
    connect(STREAMING, Transport.AUTO);
    simulation.runFor(2000);
    ours.start();
    expectWithin(500, "opened");
    simulation.runFor(5000);
    expect();
  }

  @Test
  void aForbiddenStreamIsAnInvalidKeyWhereNoSocketWorksEither() {
    ours.setFailureStatus(403);
    page.setWebSocketAccess(WebSocketAccess.REFUSED);
    connect(STREAMING, Transport.AUTO);
    expectWithin(500, "INVALID-KEY", "lost during CONNECTING");
  }

  @Test
  void aResumedStreamMayBeAttachedInSilence() {
    ServerConnection connection = connect(OLD, Transport.HTTP);
    expectWithin(500, "opened");
    page.changeAddress(); // the old server does not notice
    simulation.runFor(200);
    connection.stop();
    connection.start("a", true);
    expectWithin(2500, "opened");
  }

  @Test
  void aLineWithoutAnEndEndsTheStreamAndNotTheConnection() {
    connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    ours.sendRaw("a", "{" + "x".repeat(1 << 20));
    simulation.runFor(3000);
    forge(ours, 1);
    expectWithin(500, "OFFER {n=1.0}");
    assertThat(count("token/id?i=1")).isEqualTo(1);
  }

  @Test
  void linesThatAreNoMessagesAreSkipped() {
    connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    ours.sendRaw("a", " \n\n0000\n{broken\n[]\n{}\n{\"type\":5}");
    forge(ours, 1);
    expectWithin(500, "OFFER {n=1.0}");
    assertThat(page.log())
        .extracting(entry -> entry.message())
        .containsOnly("Invalid server message")
        .hasSize(3);
  }

  @Test
  void anAnswerThatIsNoStreamIsALoss() {
    ours.setFailureStatus(200);
    connect(STREAMING, Transport.HTTP);
    expectWithin(500, "lost during CONNECTING");
    page.assertNothingOpen();
  }

  @Test
  void leavingIsToldToTheServer() {
    ServerConnection connection = connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    connection.stop();
    simulation.runFor(500);
    assertThat(count("POST https://ours:443/peerjs/a/token/close")).isEqualTo(1);
    page.assertNothingOpen();
  }

  @Test
  void whatWaitsIsSentBeforeTheServerIsLeft() {
    ServerConnection connection = connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    for (int i = 0; i < 5; i++) {
      offer(connection, i);
    }
    connection.stop();
    simulation.runFor(1500);
    assertThat(offers(ours)).containsExactly(upTo(5));
    assertThat(ours.clientIds()).isEmpty();
    page.assertNothingOpen();
  }

  @Test
  void aClientThatLeavesAndComesBackAtOnceStays() {
    ServerConnection connection = connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    for (int i = 0; i < 20; i++) {
      connection.stop();
      simulation.runFor(i * 10L);
      connection.start("a", true);
      offer(connection, i);
      expectWithin(1500, "opened");
    }
    simulation.runFor(3000);
    expect();
    assertThat(ours.clientIds()).containsExactly("a");
    assertThat(offers(ours)).containsExactly(upTo(20));
  }

  @Test
  void aServerThatHangsIsLeftAllTheSame() {
    ServerConnection connection = connect(STREAMING, Transport.HTTP);
    expectWithin(500, "opened");
    ours.hang();
    offer(connection, 0);
    connection.stop();
    simulation.runFor(2100);
    expect();
    page.assertNothingOpen();
  }

  @Test
  void stopAtEveryStageSaysNothingAndHoldsNothing() {
    for (WebSocketAccess access : WebSocketAccess.values()) {
      for (Transport transport : Transport.values()) {
        page.setWebSocketAccess(access);
        for (int time = 0; time < 3000; time += 70) {
          ServerConnection connection = newConnection(STREAMING, transport, "token");
          connection.start("a" + access + transport + time, time % 20 == 0);
          offer(connection, time);
          simulation.runFor(time);
          connection.stop();
          connection.stop();
          events.clear();
          simulation.runFor(1500);
          page.assertNothingOpen();
          expect();
        }
      }
    }
    simulation.runFor(10_000);
    expect();
    assertThat(ours.clientIds()).isEmpty();
  }

  /**
   * With this seed the stream is renewed while a socket is on its way to take over from it:
   * messages are held back until the older stream has ended, and delivered because the socket comes
   * first.
   */
  @Test
  void stoppingWithinAMessageStops() {
    for (int message = 0; message < 250; message++) {
      stopWithin(message);
    }
  }

  private static void stopWithin(int last) {
    Simulation slow = new Simulation(188);
    slow.network().setConditions(new LinkConditions(20, 900, 0, 500_000));
    SimulatedSignalingServer server =
        slow.newServer("ours", 443, ServerOptions.DEFAULT.withStreaming(HttpStreaming.TEAPEER));
    SimulatedPlatform client = slow.newPage("page");
    StoppingListener listener = new StoppingListener(last);
    ServerConnection connection =
        new ServerConnection(
            client, STREAMING, "token", 1000, Transport.AUTO, "", Limits.defaults(), listener);
    listener.connection = connection;
    client.setWebSocketAccess(WebSocketAccess.DROPPED);
    connection.start("a", false);
    slow.runFor(12_000); // one socket that was given up
    client.setWebSocketAccess(WebSocketAccess.REFUSED);
    slow.runFor(10_000); // two that failed
    client.setWebSocketAccess(WebSocketAccess.FREE);
    slow.runFor(2000);
    for (int i = 0; i < 250 && !listener.stopped; i++) {
      server.forge("OFFER", "b", "a", "{\"n\":" + i + "}");
      slow.runFor(20);
    }
    slow.runFor(10_000);
    assertThat(listener.stopped).isTrue();
    client.assertNothingOpen();
  }

  /** Stops its connection within a message, and hears nothing more. */
  private static final class StoppingListener implements ServerConnection.Listener {
    private final int last;
    private ServerConnection connection;
    private int messages;
    private boolean stopped;

    StoppingListener(int last) {
      this.last = last;
    }

    @Override
    public void serverOpened() {
      assertThat(stopped).as("Stopped within message %d", last).isFalse();
    }

    @Override
    public void serverMessage(SignalingMessage message) {
      assertThat(stopped).as("Stopped within message %d", last).isFalse();
      if (messages++ == last) {
        stopped = true;
        connection.stop();
      }
    }

    @Override
    public void serverLost(ServerConnection.State during, JSObject refusal) {
      throw new AssertionError("The server is there");
    }
  }

  @Test
  void nothingIsLostOrDoubledWhileTheTransportChanges() {
    int sent = 0;
    for (long seed = 0; seed < Integer.getInteger("teapeer.walks", 300); seed++) {
      sent += new TransportWalk(seed).walk();
    }
    assertThat(sent).isGreaterThan(10_000);
  }
}
