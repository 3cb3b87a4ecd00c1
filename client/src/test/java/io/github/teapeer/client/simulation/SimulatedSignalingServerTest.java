package io.github.teapeer.client.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.jso.fetch.Response;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.websocket.WebSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

class SimulatedSignalingServerTest {
  private static final String BASE = "wss://0.peerjs.com/peerjs?key=peerjs";

  private final Simulation simulation = new Simulation(17);
  private final SimulatedSignalingServer server = simulation.server();
  private final SimulatedPlatform page = simulation.newPage("page");

  /** A socket that records what happens to it. */
  private final class Client {
    private final WebSocket socket;
    private final List<String> events = new ArrayList<>();

    Client(SimulatedPlatform on, String url) {
      socket = on.newWebSocket(url);
      socket.setOnopen(event -> events.add("open"));
      socket.setOnmessage(event -> events.add(event.getData().toString()));
      socket.setOnerror(event -> events.add("error"));
      socket.setOnclose(event -> events.add("close " + event.getCode() + " " + event.isWasClean()));
    }

    Client(String id, String token) {
      this(page, BASE + "&id=" + id + "&token=" + token);
    }

    Client expect(String... expected) {
      simulation.runFor(2000);
      assertThat(events).containsExactly(expected);
      events.clear();
      return this;
    }
  }

  private Client opened(String id) {
    return new Client(id, "token").expect("open", "{\"type\":\"OPEN\"}");
  }

  private String relayed(String type, String source, String destination, String payload) {
    return "{\"type\":\""
        + type
        + "\",\"src\":\""
        + source
        + "\",\"dst\":\""
        + destination
        + "\""
        + payload
        + "}";
  }

  @Test
  void aClientIsGreeted() {
    opened("alice");
    assertThat(server.clientIds()).containsExactly("alice");
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    opened("alice");
    new Client("alice", "other")
        .expect(
            "open",
            "{\"type\":\"ID-TAKEN\",\"payload\":{\"msg\":\"ID is taken\"}}",
            "close 1005 true");
    assertThat(server.clientIds()).containsExactly("alice");
  }

  @Test
  void anotherKeyIsRefused() {
    new Client(page, BASE.replace("key=peerjs", "key=other") + "&id=a&token=t")
        .expect(
            "open",
            "{\"type\":\"ERROR\",\"payload\":{\"msg\":\"Invalid key provided\"}}",
            "close 1005 true");
  }

  @Test
  void aClientWithoutAnIdIsRefused() {
    new Client(page, BASE + "&token=t")
        .expect(
            "open",
            "{\"type\":\"ERROR\",\"payload\":{\"msg\":"
                + "\"No id, token, or key supplied to websocket server\"}}",
            "close 1005 true");
  }

  @Test
  void tooManyClientsAreRefused() {
    simulation.newServer("small", 443, ServerOptions.DEFAULT.withConcurrentLimit(1));
    String url = BASE.replace("0.peerjs.com", "small");
    new Client(page, url + "&id=a&token=t").expect("open", "{\"type\":\"OPEN\"}");
    new Client(page, url + "&id=b&token=t")
        .expect(
            "open",
            "{\"type\":\"ERROR\",\"payload\":{\"msg\":"
                + "\"Server has reached its concurrent user limit\"}}",
            "close 1005 true");
  }

  @Test
  void aReconnectWhileTheOldSocketIsHeldIsNotGreeted() {
    opened("alice");
    new Client("alice", "token").expect("open");
  }

  @Test
  void aServerMayGreetReconnects() {
    simulation.newServer("ours", 443, ServerOptions.DEFAULT.withOpensOnReconnect(true));
    String url = BASE.replace("0.peerjs.com", "ours") + "&id=a&token=t";
    new Client(page, url).expect("open", "{\"type\":\"OPEN\"}");
    new Client(page, url).expect("open", "{\"type\":\"OPEN\"}");
  }

  @Test
  void theNewSocketReplacesTheOldOne() {
    Client old = opened("alice");
    Client replacing = new Client("alice", "token").expect("open");
    old.socket.close();
    old.expect("close 1005 true");
    assertThat(server.clientIds()).containsExactly("alice");
    server.sendRaw("alice", "hello");
    replacing.expect("hello");
  }

  @Test
  void messagesAreRelayedWithTheirSource() {
    Client alice = opened("alice");
    Client bob = opened("bob");
    alice.socket.send(
        "{\"type\":\"OFFER\",\"src\":\"mallory\",\"dst\":\"bob\",\"payload\":{\"a\":[1,0.5,null]},"
            + "\"extra\":1}");
    bob.expect(relayed("OFFER", "alice", "bob", ",\"payload\":{\"a\":[1,0.5,null]}"));
    assertThat(server.received())
        .filteredOn(message -> message.type().equals("OFFER"))
        .singleElement()
        .extracting(SignalRecord::source, SignalRecord::destination)
        .containsExactly("alice", "bob");
  }

  @Test
  void onlyTheFiveTypesAreRelayed() {
    Client alice = opened("alice");
    Client bob = opened("bob");
    alice.socket.send("{\"type\":\"HELLO\",\"dst\":\"bob\"}");
    alice.socket.send("no JSON");
    alice.socket.send("[1]");
    for (String type : List.of("ANSWER", "CANDIDATE", "LEAVE", "EXPIRE")) {
      alice.socket.send("{\"type\":\"" + type + "\",\"dst\":\"bob\"}");
    }
    bob.expect(
        relayed("ANSWER", "alice", "bob", ""),
        relayed("CANDIDATE", "alice", "bob", ""),
        relayed("LEAVE", "alice", "bob", ""),
        relayed("EXPIRE", "alice", "bob", ""));
  }

  @Test
  void messagesForAnAbsentClientAreHeldAndExpire() {
    Client alice = opened("alice");
    alice.socket.send("{\"type\":\"OFFER\",\"dst\":\"bob\"}");
    alice.socket.send("{\"type\":\"CANDIDATE\",\"dst\":\"bob\"}");
    simulation.runFor(4500);
    alice.expect(relayed("EXPIRE", "bob", "alice", ""));
  }

  @Test
  void messagesForAClientThatComesInTimeAreDelivered() {
    Client alice = opened("alice");
    alice.socket.send("{\"type\":\"OFFER\",\"dst\":\"bob\"}");
    simulation.runFor(3000);
    new Client("bob", "token")
        .expect("open", "{\"type\":\"OPEN\"}", relayed("OFFER", "alice", "bob", ""));
    simulation.runFor(10_000);
    alice.expect();
  }

  @Test
  void aLeaveForAnAbsentClientIsDropped() {
    Client alice = opened("alice");
    alice.socket.send("{\"type\":\"LEAVE\",\"dst\":\"bob\"}");
    simulation.runFor(10_000);
    alice.expect();
  }

  @Test
  void aLeaveForNobodyGivesTheIdBack() {
    opened("alice").socket.send("{\"type\":\"LEAVE\"}");
    simulation.runFor(1000);
    assertThat(server.clientIds()).isEmpty();
  }

  @Test
  void aClientWithoutHeartbeatsIsDropped() {
    Client alice = opened("alice");
    Client bob = opened("bob");
    for (int i = 0; i < 9; i++) {
      simulation.runFor(10_000);
      bob.socket.send("{\"type\":\"HEARTBEAT\"}");
    }
    alice.expect("close 1005 true");
    bob.expect();
    assertThat(server.clientIds()).containsExactly("bob");
  }

  @Test
  void aServerThatStopsLosesItsSocketsAndRefusesNewOnes() {
    Client alice = opened("alice");
    server.stop();
    alice.expect("close 1006 false");
    new Client("alice", "token").expect("error", "close 1006 false");
    server.start();
    opened("alice");
  }

  @Test
  void aServerThatHangsSaysNothingUntilItGoesOn() {
    Client alice = opened("alice");
    Client bob = opened("bob");
    server.hang();
    alice.socket.send("{\"type\":\"OFFER\",\"dst\":\"bob\"}");
    simulation.runFor(60_000);
    bob.expect();
    alice.socket.close();
    alice.expect();
    assertThat(alice.socket.getReadyState()).isEqualTo(WebSocket.CLOSING);
    server.start();
    bob.expect(relayed("OFFER", "alice", "bob", ""));
    alice.expect("close 1005 true");
  }

  @Test
  void aServerMayRefuseConnectionsAndKeepTheOpenOnes() {
    Client alice = opened("alice");
    server.setRefusing(true);
    new Client("bob", "token").expect("error", "close 1006 false");
    server.sendRaw("alice", "still here");
    alice.expect("still here");
  }

  @Test
  void aConnectionMayBeDropped() {
    Client alice = opened("alice");
    server.drop("alice");
    alice.expect("close 1006 false");
    assertThat(server.clientIds()).isEmpty();
    assertThatThrownBy(() -> server.drop("alice")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> server.sendRaw("alice", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUnknownServerOrPathFails() {
    new Client(page, "wss://elsewhere/peerjs?key=peerjs&id=a&token=t")
        .expect("error", "close 1006 false");
    new Client(page, "wss://0.peerjs.com/elsewhere?key=peerjs&id=a&token=t")
        .expect("error", "close 1006 false");
  }

  @Test
  void malformedUrlsThrow() {
    for (String url : List.of("", "https://0.peerjs.com/", "wss://", "wss://a b/")) {
      assertThatThrownBy(() -> page.newWebSocket(url))
          .as(url)
          .isInstanceOf(DomException.class)
          .hasMessageContaining("is invalid");
    }
  }

  @Test
  void aSocketCannotSendWhileItConnects() {
    WebSocket socket = page.newWebSocket(BASE + "&id=a&token=t");
    assertThatThrownBy(() -> socket.send("x")).isInstanceOf(DomException.class);
  }

  @Test
  void aSocketThatIsClosedWhileItConnectsFails() {
    Client alice = new Client("alice", "token");
    alice.socket.close();
    assertThat(alice.socket.getReadyState()).isEqualTo(WebSocket.CLOSING);
    alice.expect("error", "close 1006 false");
    assertThat(server.clientIds()).isEmpty();
  }

  @Test
  void aSocketThatIsClosedWhileTheServerAnswersIsGivenUpByTheServer() {
    for (int time = 0; time < 150; time += 5) {
      Client alice = new Client("alice" + time, "token");
      simulation.runFor(time);
      alice.socket.close();
      simulation.runFor(2000);
      assertThat(alice.socket.getReadyState()).isEqualTo(WebSocket.CLOSED);
      assertThat(server.clientIds()).as("After %s ms", time).isEmpty();
    }
  }

  @Test
  void aPartitionDelaysMessagesAndTellsNobody() {
    Client alice = opened("alice");
    simulation.network().partition(page, server);
    server.sendRaw("alice", "late");
    simulation.runFor(30_000);
    alice.expect();
    simulation.network().heal(page, server);
    alice.expect("late");
  }

  @Test
  void aConnectionThatCannotBeMadeTimesOut() {
    simulation.network().partition(page, server);
    Client alice = new Client("alice", "token");
    simulation.runFor(27_000);
    alice.expect();
    simulation.runFor(2000);
    alice.expect("error", "close 1006 false");
  }

  @Test
  void theServerSeesThatATabWasKilled() {
    opened("alice");
    page.killTab();
    simulation.runFor(1000);
    assertThat(server.clientIds()).isEmpty();
  }

  @Test
  void theServerDoesNotSeeThatAPageLostPower() {
    opened("alice");
    page.losePower();
    simulation.runFor(80_000);
    assertThat(server.clientIds()).containsExactly("alice");
    simulation.runFor(20_000);
    assertThat(server.clientIds()).isEmpty();
  }

  @Test
  void aPageThatMovesLosesItsSocketWhileTheServerKeepsIt() {
    Client alice = opened("alice");
    page.changeAddress();
    alice.expect("close 1006 false");
    assertThat(server.clientIds()).containsExactly("alice");
    new Client("alice", "token").expect("open");
  }

  @Test
  void aRuleDelaysAndDropsMessages() {
    Client alice = opened("alice");
    Client bob = opened("bob");
    server.setRule(
        message ->
            switch (message.type()) {
              case "OFFER" -> 500;
              case "CANDIDATE" -> SignalRule.DROP;
              default -> 0;
            });
    alice.socket.send("{\"type\":\"OFFER\",\"dst\":\"bob\"}");
    alice.socket.send("{\"type\":\"CANDIDATE\",\"dst\":\"bob\"}");
    alice.socket.send("{\"type\":\"ANSWER\",\"dst\":\"bob\"}");
    bob.expect(relayed("ANSWER", "alice", "bob", ""), relayed("OFFER", "alice", "bob", ""));
  }

  @Test
  void messagesCanBeForged() {
    Client bob = opened("bob");
    server.forge("LEAVE", "nobody", "bob", "{}");
    bob.expect(relayed("LEAVE", "nobody", "bob", ",\"payload\":{}"));
    assertThatThrownBy(() -> server.forge("LEAVE", "nobody", "bob", "{"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIdCanBeHad() {
    Response response = fetch("https://0.peerjs.com/peerjs/id?ts=1");
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.isOk()).isTrue();
    String id = Settled.value(simulation, response.text()).toString();
    assertThat(page.isValidId(id)).as(id).isTrue();
    assertThat(Settled.errorName(simulation, response.text())).isEqualTo("TypeError");
  }

  private Response fetch(String url) {
    return Settled.value(simulation, page.fetch(url, ""));
  }

  @Test
  void thePeersAreListedWhereThatIsAllowed() {
    assertThat(fetch("https://0.peerjs.com/peerjs/peers").getStatus()).isEqualTo(401);
    simulation.newServer("open", 9000, ServerOptions.DEFAULT.withAllowDiscovery(true));
    new Client(page, "ws://open:9000/peerjs?key=peerjs&id=a&token=t")
        .expect("open", "{\"type\":\"OPEN\"}");
    JSObject list = Settled.value(simulation, fetch("http://open:9000/peerjs/peers").text());
    assertThat(list).isEqualTo(JavaValue.of("[\"a\"]"));
  }

  @Test
  void anUnknownMethodIsNotFound() {
    assertThat(fetch("https://0.peerjs.com/").getStatus()).isEqualTo(404);
  }

  @Test
  void requestsCanBeFailed() {
    server.setFailureStatus(500);
    assertThat(fetch("https://0.peerjs.com/peerjs/id").getStatus()).isEqualTo(500);
    server.stop();
    assertThat(Settled.errorName(simulation, page.fetch("https://0.peerjs.com/peerjs/id", "")))
        .isEqualTo("TypeError");
    assertThat(Settled.errorName(simulation, page.fetch("https://elsewhere/", "")))
        .isEqualTo("TypeError");
    assertThat(page.openResources().isEmpty()).isTrue();
  }
}
