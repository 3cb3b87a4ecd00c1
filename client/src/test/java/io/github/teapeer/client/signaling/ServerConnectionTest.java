package io.github.teapeer.client.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.simulation.ServerOptions;
import io.github.teapeer.client.simulation.SignalRecord;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.SimulatedSignalingServer;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

class ServerConnectionTest {
  private static final ServerAddress ADDRESS =
      new ServerAddress(true, "0.peerjs.com", 443, "/", "peerjs");

  private final Simulation simulation = new Simulation(1);
  private final SimulatedSignalingServer server = simulation.server();
  private final SimulatedPlatform page = simulation.newPage("page");
  private final List<String> events = new ArrayList<>();
  private final ServerConnection connection = newConnection(ADDRESS);

  private ServerConnection newConnection(ServerAddress address) {
    return new ServerConnection(
        page,
        address,
        "token",
        1000,
        Transport.WEBSOCKET,
        "",
        Limits.defaults(),
        new ServerConnection.Listener() {
          @Override
          public void serverOpened() {
            events.add("opened");
          }

          @Override
          public void serverMessage(SignalingMessage message) {
            events.add(message.type() + " from " + message.source());
          }

          @Override
          public void serverLost(ServerConnection.State during, JSObject refusal) {
            events.add("lost during " + during + (refusal == null ? "" : ", refused"));
          }
        });
  }

  private void expect(String... expected) {
    simulation.runFor(3000);
    assertThat(events).containsExactly(expected);
    events.clear();
  }

  private List<String> payloads() {
    return server.received().stream()
        .filter(signal -> signal.type().equals("OFFER"))
        .map(signal -> signal.payload().toString())
        .toList();
  }

  private void offer(String payload) {
    connection.send(MessageType.OFFER, "other", JavaValue.of(payload));
  }

  @Test
  void aConnectionOpensWhenTheServerSaysSo() {
    connection.start("a", false);
    expect("opened");
    assertThat(server.clientIds()).containsExactly("a");
  }

  @Test
  void messagesWaitInOrderForTheConnection() {
    offer("1");
    connection.start("a", false);
    offer("2");
    simulation.runFor(60);
    offer("3");
    expect("opened");
    offer("4");
    simulation.runFor(500);
    assertThat(payloads()).containsExactly("1", "2", "3", "4");
  }

  @Test
  void theOldestWaitingMessagesAreDropped() {
    for (int i = 0; i < 1024 + 10; i++) {
      offer("" + i);
    }
    connection.start("a", false);
    simulation.runFor(5000);
    expect("opened", "EXPIRE from other");
    assertThat(payloads()).hasSize(1024).startsWith("10").endsWith("1033");
  }

  @Test
  void heartbeatsHaveNothingButTheirType() {
    connection.start("a", false);
    expect("opened");
    assertThat(server.received()).isNotEmpty();
    assertThat(server.received())
        .filteredOn(signal -> signal.type().equals("HEARTBEAT"))
        .isNotEmpty()
        .extracting(SignalRecord::destination, SignalRecord::payload)
        .containsOnly(tuple(null, null));
  }

  @Test
  void noHeartbeatIsSentAfterStop() {
    connection.start("a", false);
    expect("opened");
    connection.stop();
    simulation.runFor(200);
    int before = server.received().size();
    simulation.runFor(10_000);
    assertThat(server.received()).hasSize(before);
    assertThat(events).isEmpty();
    page.assertNothingOpen();
  }

  @Test
  void stopInEveryStateSaysNothing() {
    for (int time = 0; time < 300; time += 10) {
      connection.start("a" + time, time % 20 == 0);
      simulation.runFor(time);
      connection.stop();
      connection.stop();
      page.assertNothingOpen();
      events.remove("opened");
    }
    expect();
    assertThat(server.clientIds()).isEmpty();
  }

  @Test
  void whatWasNotSentIsSentByTheNextConnection() {
    connection.start("a", false);
    offer("1");
    connection.stop();
    connection.start("a", false);
    expect("opened");
    assertThat(payloads()).containsExactly("1");
  }

  @Test
  void silenceAfterAResumedConnectionCountsAsOpen() {
    connection.start("a", false);
    expect("opened");
    page.changeAddress();
    expect("lost during OPEN");
    connection.start("a", true);
    expect("opened");
    offer("1");
    simulation.runFor(500);
    assertThat(payloads()).containsExactly("1");
  }

  @Test
  void aResumedConnectionThatIsGreetedOpensOnce() {
    connection.start("a", false);
    expect("opened");
    server.drop("a");
    expect("lost during OPEN");
    connection.start("a", true);
    simulation.runFor(500);
    assertThat(events).containsExactly("opened");
    simulation.runFor(5000);
    assertThat(events).containsExactly("opened");
  }

  @Test
  void aConnectionThatIsRefusedTellsTheErrorAndTheLoss() {
    connection.start("a", false);
    expect("opened");
    ServerConnection second =
        new ServerConnection(
            page,
            ADDRESS,
            "other token",
            1000,
            Transport.WEBSOCKET,
            "",
            Limits.defaults(),
            new ServerConnection.Listener() {
              @Override
              public void serverOpened() {
                events.add("second opened");
              }

              @Override
              public void serverMessage(SignalingMessage message) {
                events.add("second " + message.type());
              }

              @Override
              public void serverLost(ServerConnection.State during, JSObject refusal) {
                events.add("second lost during " + during);
              }
            });
    second.start("a", false);
    expect("second ID-TAKEN", "second lost during GREETING");
  }

  @Test
  void anUnreachableServerIsALossWhileConnecting() {
    server.stop();
    connection.start("a", false);
    expect("lost during CONNECTING");
    page.assertNothingOpen();
  }

  @Test
  void aMalformedAddressIsALossThatTellsTheRefusal() {
    ServerConnection malformed =
        newConnection(new ServerAddress(true, "no host", 443, "/", "peerjs"));
    malformed.start("a", false);
    assertThat(events).isEmpty();
    expect("lost during CONNECTING, refused");
    page.assertNothingOpen();
  }

  @Test
  void aSecondOpenIsIgnored() {
    simulation.newServer("ours", 443, ServerOptions.DEFAULT.withOpensOnReconnect(true));
    ServerConnection again = newConnection(new ServerAddress(true, "ours", 443, "/", "peerjs"));
    again.start("a", false);
    again.start("b", false);
    expect("opened");
    server.setRule(null);
    connection.start("a", false);
    expect("opened");
    server.sendRaw("a", "{\"type\":\"OPEN\"}");
    expect();
  }

  @Test
  void valuesInUrlsAreEncoded() {
    ServerAddress address = new ServerAddress(false, "host", 9000, "my app", "a&b");
    assertThat(address.socketUrl(page, "x y", "t=1"))
        .endsWith("/peerjs?key=a%26b&id=x%20y&token=t%3D1");
    assertThat(address.methodUrl(page, "peers")).contains("/a%26b/peers?ts=");
  }

  @Test
  void slashesAreAddedToThePath() {
    for (String path : List.of("app", "/app", "app/", "/app/")) {
      assertThat(new ServerAddress(true, "host", 1, path, "k").socketUrl(page, "i", "t"))
          .startsWith("wss://host:1/app/peerjs?");
    }
    for (String path : List.of("", "/")) {
      assertThat(new ServerAddress(true, "host", 1, path, "k").socketUrl(page, "i", "t"))
          .startsWith("wss://host:1/peerjs?");
    }
  }
}
