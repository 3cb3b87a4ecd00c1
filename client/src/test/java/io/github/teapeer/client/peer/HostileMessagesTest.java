package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teavm.jso.JSObject;

/** What servers and other clients may send, and must not do harm with. */
class HostileMessagesTest {
  private final Simulation simulation = new Simulation(6);
  private TestPeer alice;

  @BeforeEach
  void openAlice() {
    alice = TestPeer.open(simulation, "alice");
  }

  /** Alice still works, and leaves nothing behind. */
  private void assertUnharmed() {
    alice.events.drain();
    TestPeer bob = TestPeer.open(simulation, "bob");
    bob.connect("alice");
    alice.events.assertNext("peer connection bob", "connection open");
    bob.events.assertNext("connection open");
    alice.peer.destroy();
    bob.peer.destroy();
    alice.page.assertNothingOpen();
    bob.page.assertNothingOpen();
    simulation.run();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "5",
        "true",
        "\"text\"",
        "[]",
        "{}",
        "[[[[",
        "{\"type\":null}",
        "{\"type\":5}",
        "{\"type\":{}}",
        "{\"type\":\"constructor\"}",
        "{\"type\":\"__proto__\",\"src\":\"__proto__\",\"payload\":{}}",
        "{\"type\":\"OPEN\"}",
        "{\"type\":\"OFFER\"}",
        "{\"type\":\"OFFER\",\"src\":null,\"payload\":null}",
        "{\"type\":\"OFFER\",\"src\":5,\"payload\":5}",
        "{\"type\":\"OFFER\",\"src\":\"x\"}",
        "{\"type\":\"OFFER\",\"src\":\"\",\"payload\":{\"type\":\"media\",\"connectionId\":\"c\"}}",
        "{\"type\":\"OFFER\",\"src\":\"x\",\"payload\":5}",
        "{\"type\":\"OFFER\",\"src\":\"x\",\"payload\":\"text\"}",
        "{\"type\":\"OFFER\",\"src\":\"x\",\"payload\":[]}",
        "{\"type\":\"OFFER\",\"src\":\"x\",\"payload\":true}",
        "{\"type\":\"ANSWER\",\"src\":\"x\",\"payload\":{}}",
        "{\"type\":\"ANSWER\",\"src\":\"x\",\"payload\":{\"connectionId\":{}}}",
        "{\"type\":\"CANDIDATE\",\"src\":\"x\",\"payload\":{\"connectionId\":null}}",
        "{\"type\":\"LEAVE\",\"src\":\"x\",\"payload\":5}",
        "{\"type\":\"EXPIRE\",\"src\":\"x\",\"payload\":[]}",
        "{\"type\":\"LEAVE\"}",
        "{\"type\":\"EXPIRE\"}",
        "{\"type\":\"CANDIDATE\",\"src\":\"__proto__\",\"payload\":{\"connectionId\":\"__proto__\"}}",
        "{\"type\":\"HEARTBEAT\",\"src\":\"alice\"}"
      })
  void aMalformedMessageIsIgnored(String text) {
    simulation.server().sendRaw("alice", text);
    alice.events.assertExhausted();
    assertThat(alice.peer.connections().size()).isZero();
    assertUnharmed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"ERROR\"}",
        "{\"type\":\"ERROR\",\"payload\":null}",
        "{\"type\":\"ERROR\",\"payload\":{\"msg\":{}}}",
        "{\"type\":\"ERROR\",\"payload\":5}"
      })
  void aMalformedErrorIsAnError(String text) {
    simulation.server().sendRaw("alice", text);
    alice.events.assertNext("peer error server-error", "peer disconnected alice");
    alice.events.assertExhausted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":\"data\"}",
        "{\"type\":\"smell\",\"connectionId\":\"c\"}",
        "{\"type\":5,\"connectionId\":\"c\"}",
        "{\"type\":{},\"connectionId\":\"c\"}",
        "{\"connectionId\":\"c\"}",
        "{\"type\":\"data\",\"connectionId\":5}"
      })
  void anOfferThatDoesNotSayWhatItIsIsIgnored(String payload) {
    simulation.server().forge(MessageType.OFFER, "mallory", "alice", payload);
    alice.events.assertExhausted();
    assertUnharmed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "5",
        "\"v=0\"",
        "{}",
        "[]",
        "{\"type\":\"offer\"}",
        "{\"type\":\"offer\",\"sdp\":null}",
        "{\"type\":\"offer\",\"sdp\":5}",
        "{\"type\":\"offer\",\"sdp\":\"nonsense\"}",
        "{\"type\":\"answer\",\"sdp\":\"v=0\\r\\no=- 1 1 IN IP4 0\\r\\n\"}",
        "{\"type\":\"rollback\",\"sdp\":\"\"}",
        "{\"type\":\"constructor\",\"sdp\":\"\"}"
      })
  void anOfferWithoutAnSdpFailsItsConnectionOnly(String sdp) {
    simulation
        .server()
        .forge(
            MessageType.OFFER,
            "mallory",
            "alice",
            "{\"type\":\"data\",\"connectionId\":\"c\",\"sdp\":" + sdp + "}");
    alice.events.assertNext(
        "peer connection mallory",
        "connection error webrtc",
        "connection close",
        "peer error webrtc");
    alice.events.assertExhausted();
    assertThat(alice.peer.connections().size()).isZero();
    assertUnharmed();
  }

  @Test
  void anOfferOfACallWithoutAnSdpFailsWhenItIsAnswered() {
    simulation
        .server()
        .forge(
            MessageType.OFFER,
            "mallory",
            "alice",
            "{\"type\":\"media\",\"connectionId\":\"c\",\"sdp\":5}");
    alice.events.assertNext("peer call mallory").assertExhausted();
    alice.events.call().answer(alice.page.newStream("audio"), null);
    alice.events.assertNext("call error webrtc", "call close", "peer error webrtc");
    assertUnharmed();
  }

  @Test
  void anOfferWithoutADescriptionOfACallMayBeAnswered() {
    simulation
        .server()
        .forge(
            MessageType.OFFER, "mallory", "alice", "{\"type\":\"media\",\"connectionId\":\"c\"}");
    alice.events.assertNext("peer call mallory");
    alice.events.call().answer(null, null);
    alice.events.call().close();
    alice.events.drain();
    assertUnharmed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"constructor", "__proto__", "toString", "", "MsgPack", "json2"})
  void anUnknownSerializationIsSentAsRaw(String serialization) {
    TestPeer bob = TestPeer.open(simulation, "bob");
    DataConnection connection = bob.connect("alice", ConnectOptions.of(serialization));
    alice.events.assertNext("peer connection bob", "connection open");
    bob.events.assertNext("connection open");
    assertThat(alice.events.connection().serialization()).isEqualTo("raw");
    TestPeer.send(connection, "text");
    alice.events.assertNext("connection data");
    assertThat(alice.events.lastReceived()).isEqualTo("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"constructor", "__proto__", "toString", "", "MsgPack", "json2"})
  void anUnknownSerializationOfTheOtherSideIsAName(String serialization) {
    replaceInOffer("serialization", "\"" + serialization + "\"");
    assertThat(alice.events.connection().serialization()).isEqualTo(serialization);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "{}", "[]", "true"})
  void aSerializationThatIsNoTextCountsAsRaw(String serialization) {
    replaceInOffer("serialization", serialization);
    assertThat(alice.events.connection().serialization()).isEqualTo("raw");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "{}", "[]"})
  void aLabelThatIsNoTextIsReplacedByTheConnectionId(String label) {
    replaceInOffer("label", label);
    assertThat(alice.events.connection().label())
        .isEqualTo(alice.events.connection().connectionId());
  }

  /** Lets bob dial while the server replaces a field of the offer. */
  private void replaceInOffer(String field, String json) {
    TestPeer bob = TestPeer.open(simulation, "bob");
    simulation
        .server()
        .setRule(
            signal -> {
              if (MessageType.OFFER.equals(signal.type())) {
                JSObject payload = signal.payload();
                @SuppressWarnings("unchecked") // JSON objects have string keys
                Map<String, Object> fields = (Map<String, Object>) JavaValue.unwrap(payload);
                fields.put(field, JavaValue.unwrap(bob.page.parseJson(json)));
              }
              return 0;
            });
    bob.connect("alice");
    alice.events.assertNext("peer connection bob", "connection open");
  }

  @Test
  void aSecondOfferOfAKnownConnectionIsIgnored() {
    TestPeer bob = TestPeer.open(simulation, "bob");
    DataConnection connection = bob.connect("alice");
    alice.events.assertNext("peer connection bob", "connection open");
    bob.events.assertNext("connection open");
    simulation
        .server()
        .forge(
            MessageType.OFFER,
            "bob",
            "alice",
            "{\"type\":\"data\",\"connectionId\":\"" + connection.connectionId() + "\"}");
    alice.events.assertExhausted();
    TestPeer.send(connection, "still here");
    alice.events.assertNext("connection data");
  }

  @Test
  void aConnectionIdOfAnotherPeerIsAnotherConnection() {
    TestPeer bob = TestPeer.open(simulation, "bob");
    DataConnection connection = bob.connect("alice");
    alice.events.assertNext("peer connection bob", "connection open");
    String id = connection.connectionId();
    for (String type : List.of(MessageType.ANSWER, MessageType.CANDIDATE, MessageType.LEAVE)) {
      simulation.server().forge(type, "mallory", "alice", "{\"connectionId\":\"" + id + "\"}");
      simulation.server().forge(type, "mallory", "bob", "{\"connectionId\":\"" + id + "\"}");
    }
    alice.events.assertExhausted();
    bob.events.assertNext("connection open").assertExhausted();
    assertThat(connection.state()).isEqualTo(Connection.State.OPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "{}", "{\"candidate\":\"nonsense\",\"sdpMid\":\"0\"}", "[]"})
  void aMalformedCandidateIsIgnored(String candidate) {
    TestPeer bob = TestPeer.open(simulation, "bob");
    DataConnection connection = bob.connect("alice");
    alice.events.assertNext("peer connection bob");
    String payload =
        "{\"connectionId\":\"" + connection.connectionId() + "\",\"candidate\":" + candidate + "}";
    simulation.server().forge(MessageType.CANDIDATE, "bob", "alice", payload);
    simulation.server().forge(MessageType.CANDIDATE, "alice", "bob", payload);
    alice.events.assertNext("connection open").assertExhausted();
    bob.events.assertNext("connection open").assertExhausted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "{\"type\":\"answer\",\"sdp\":\"nonsense\"}"})
  void aMalformedAnswerFailsItsConnectionOnly(String sdp) {
    simulation.server().setRule(signal -> MessageType.ANSWER.equals(signal.type()) ? -1 : 0);
    TestPeer bob = TestPeer.open(simulation, "bob");
    DataConnection connection = alice.connect("bob");
    bob.events.assertNext("peer connection alice");
    simulation
        .server()
        .forge(
            MessageType.ANSWER,
            "bob",
            "alice",
            "{\"connectionId\":\"" + connection.connectionId() + "\",\"sdp\":" + sdp + "}");
    alice.events.assertNext("connection error webrtc", "connection close", "peer error webrtc");
    alice.events.assertExhausted();
    assertThat(alice.peer.state()).isEqualTo(Peer.State.OPEN);
  }

  @Test
  void aSecondAnswerIsIgnored() {
    TestPeer bob = TestPeer.open(simulation, "bob");
    DataConnection connection = alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    String payload = "{\"connectionId\":\"" + connection.connectionId() + "\",\"sdp\":5}";
    simulation.server().forge(MessageType.ANSWER, "bob", "alice", payload);
    simulation.server().forge(MessageType.ANSWER, "alice", "bob", payload);
    alice.events.assertExhausted();
    bob.events.assertExhausted();
  }

  @Test
  void messagesForUnknownConnectionsAreBounded() {
    for (int i = 0; i < 5000; i++) {
      simulation
          .server()
          .forge(
              MessageType.CANDIDATE,
              "mallory" + i,
              "alice",
              "{\"connectionId\":\"c" + i + "\",\"candidate\":{}}");
    }
    simulation.runFor(1000);
    alice.events.assertExhausted();
    assertThat(alice.page.openResources().timers()).isLessThanOrEqualTo(2);
    simulation.runFor(60_000);
    assertThat(alice.page.openResources().timers()).isEqualTo(1);
    assertUnharmed();
  }

  @Test
  void manyOffersAreDestroyedWithThePeer() {
    for (int i = 0; i < 200; i++) {
      simulation
          .server()
          .forge(
              MessageType.OFFER,
              "mallory" + i % 4,
              "alice",
              "{\"type\":\"media\",\"connectionId\":\"c" + i + "\",\"sdp\":{}}");
    }
    simulation.runFor(1000);
    assertThat(alice.peer.connections().size()).isEqualTo(200);
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }

  @Test
  void closingConnectionsWhileALeaveIsHandled() {
    TestPeer bob = TestPeer.open(simulation, "bob");
    bob.call("alice", bob.page.newStream("audio"));
    bob.call("alice", bob.page.newStream("audio"));
    alice.events.assertNext("peer call bob", "peer call bob");
    alice.events.react(
        event -> {
          if (event.equals("call close")) {
            alice.peer.destroy();
          }
        });
    simulation.server().forge(MessageType.LEAVE, "bob", "alice", "null");
    alice.events.assertNext("call close", "peer disconnected alice", "call close", "peer close");
    alice.page.assertNothingOpen();
  }

  @Test
  void framesThatAreNoPackedDataAreReported() {
    for (Object frame :
        List.of(new byte[] {(byte) 0xdf, -1, -1, -1, -1}, new byte[0], "\u00da", "")) {
      Simulation world = new Simulation(8);
      ConnectedPair pair = new ConnectedPair(world);
      pair.bobEnd.dataChannel().send(JavaValue.of(frame));
      pair.alice.events.assertNext("connection error bad-data");
      TestPeer.send(pair.bobEnd, "goes on");
      pair.alice.events.assertNext("connection data").assertExhausted();
    }
  }

  @Test
  void framesThatAreNoJsonAreReported() {
    for (Object frame : List.of("{", "", new byte[] {-1}, new byte[0])) {
      Simulation world = new Simulation(8);
      ConnectedPair pair = new ConnectedPair(world, ConnectOptions.of("json"));
      pair.bobEnd.dataChannel().send(JavaValue.of(frame));
      pair.alice.events.assertNext("connection error bad-data");
      TestPeer.send(pair.bobEnd, "goes on");
      pair.alice.events.assertNext("connection data").assertExhausted();
    }
  }
}
