package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.signaling.SignalingMessage;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

/** Serializers of the application, and connections that negotiate for themselves. */
class CustomTransferTest {
  private final Simulation simulation = new Simulation(21);

  /** Sends texts with a mark, so that nobody takes them for those of another serialization. */
  private static final class Marked implements CustomTransfer {
    static final String NAME = "Marked";
    private static final String MARK = "marked ";

    final List<String> log = new ArrayList<>();
    DataConnection connection;
    RTCDataChannel channel;

    @Override
    public void attach(DataConnection attached) {
      connection = attached;
      log.add("attach " + attached.state());
    }

    @Override
    public String serialization() {
      return NAME;
    }

    @Override
    public void useChannel(RTCDataChannel given) {
      channel = given;
      log.add("channel " + given.getReadyState());
      given.setOnmessage(event -> received(Values.asString(event.getData())));
    }

    private void received(String frame) {
      log.add("received " + frame);
      if (frame.equals("bye")) {
        connection.close();
      }
    }

    @Override
    public void send(JSObject value) {
      channel.send(Values.of(MARK + Values.asString(value)));
    }

    @Override
    public void requestClose() {
      channel.send(Values.of("bye"));
    }

    @Override
    public void closing() {
      log.add("closing " + connection.state() + " " + (connection.dataChannel() == channel));
    }
  }

  /** A listener that takes offers of the serialization, as the facade of pages does. */
  private static final class Accepting implements PeerListener {
    final List<SignalingMessage> messages = new ArrayList<>();
    final List<Marked> accepted = new ArrayList<>();
    private Peer peer;

    @Override
    public boolean onMessage(SignalingMessage message) {
      messages.add(message);
      if (!message.type().equals(MessageType.OFFER)
          || !Marked.NAME.equals(Values.getString(message.payload(), "serialization"))) {
        return false;
      }
      Marked transfer = new Marked();
      accepted.add(transfer);
      String id = Values.getString(message.payload(), "connectionId");
      peer.accept(message.source(), id, message.payload(), transfer);
      return true;
    }
  }

  private SimulatedPlatform open(String id, Accepting listener) {
    SimulatedPlatform page = simulation.newPage(id);
    listener.peer = new Peer(page, id, TestPeer.options(), listener);
    simulation.runUntil(() -> listener.peer.state() == Peer.State.OPEN, EventRecorder.PATIENCE);
    return page;
  }

  private void await(DataConnection connection, Connection.State state) {
    simulation.runUntil(() -> connection.state() == state, EventRecorder.PATIENCE);
    assertThat(connection.state()).isEqualTo(state);
  }

  @Test
  void bothEndsMoveTheirValuesThemselves() {
    Accepting alice = new Accepting();
    Accepting bob = new Accepting();
    SimulatedPlatform alicesPage = open("alice", alice);
    SimulatedPlatform bobsPage = open("bob", bob);
    Marked dialled = new Marked();
    DataConnection connection = alice.peer.connect("bob", ConnectOptions.of("any"), dialled);
    await(connection, Connection.State.OPEN);
    simulation.runUntil(() -> !bob.accepted.isEmpty(), EventRecorder.PATIENCE);
    Marked answering = bob.accepted.get(0);
    await(answering.connection, Connection.State.OPEN);
    assertThat(connection.serialization()).isEqualTo(Marked.NAME);
    assertThat(answering.connection.connectionId()).isEqualTo(connection.connectionId());

    TestPeer.send(connection, "hello");
    TestPeer.send(answering.connection, "back");
    simulation.runUntil(() -> dialled.log.size() == 3, EventRecorder.PATIENCE);
    assertThat(dialled.log)
        .containsExactly("attach CONNECTING", "channel connecting", "received marked back");
    assertThat(answering.log.get(0)).isEqualTo("attach CONNECTING");
    assertThat(answering.log.subList(2, answering.log.size()))
        .containsExactly("received marked hello");

    alice.peer.destroy();
    bob.peer.destroy();
    alicesPage.assertNothingOpen();
    bobsPage.assertNothingOpen();
  }

  @Test
  void whatIsSentBeforeTheConnectionIsOpenIsReported() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    Marked transfer = new Marked();
    DataConnection connection =
        alice.events.listenTo(alice.peer.connect("bob", ConnectOptions.of("any"), transfer));
    TestPeer.send(connection, "early");
    alice.events.assertNext("connection error not-open-yet");
    connection.close();
    alice.events.assertNext("connection close").assertExhausted();
    assertThat(transfer.log)
        .containsExactly("attach CONNECTING", "channel connecting", "closing CONNECTING true");
  }

  @Test
  void aFlushAsksTheOtherSideToClose() {
    Accepting alice = new Accepting();
    Accepting bob = new Accepting();
    open("alice", alice);
    open("bob", bob);
    Marked dialled = new Marked();
    DataConnection connection = alice.peer.connect("bob", ConnectOptions.of("any"), dialled);
    await(connection, Connection.State.OPEN);
    TestPeer.send(connection, "last");
    connection.flushAndClose();
    assertThat(connection.state()).isEqualTo(Connection.State.OPEN);
    await(connection, Connection.State.CLOSED);
    assertThat(bob.accepted.get(0).log)
        .endsWith("received marked last", "received bye", "closing OPEN true");
    assertThat(dialled.log).endsWith("closing OPEN true");
  }

  @Test
  void aFlushClosesByItselfWhereTheOtherSideDoesNot() {
    TestPeer bob = TestPeer.open(simulation, "bob");
    Accepting alice = new Accepting();
    open("alice", alice);
    DataConnection connection = alice.peer.connect("bob", ConnectOptions.of("any"), new Marked());
    await(connection, Connection.State.OPEN);
    // Bob does not know the serialization, and what "bye" means.
    bob.events.assertNext("peer connection alice", "connection open");
    assertThat(bob.events.connection().serialization()).isEqualTo(Marked.NAME);
    connection.flushAndClose();
    bob.events.assertNext("connection data");
    await(connection, Connection.State.CLOSED);
    bob.events.assertNext("connection close").assertExhausted();
  }

  @Test
  void closingIsToldOnceHoweverTheConnectionEnds() {
    Accepting alice = new Accepting();
    Accepting bob = new Accepting();
    open("alice", alice);
    open("bob", bob);
    Marked dialled = new Marked();
    DataConnection connection = alice.peer.connect("bob", ConnectOptions.of("any"), dialled);
    await(connection, Connection.State.OPEN);
    bob.peer.destroy();
    await(connection, Connection.State.CLOSED);
    connection.close();
    alice.peer.destroy();
    assertThat(dialled.log.stream().filter(line -> line.startsWith("closing")))
        .containsExactly("closing OPEN true");
  }

  @Test
  void aPeerThatIsDisconnectedMakesNoSuchConnection() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    alice.peer.disconnect();
    alice.events.assertNext("peer disconnected alice");
    Marked transfer = new Marked();
    assertThat(alice.peer.connect("bob", ConnectOptions.of("any"), transfer)).isNull();
    alice.events.assertNext("peer error disconnected").assertExhausted();
    assertThat(transfer.log).isEmpty();
  }

  @Test
  void theApplicationHearsWhatConcernsNoConnectionOfThePeer() {
    Accepting alice = new Accepting();
    open("alice", alice);
    simulation
        .server()
        .sendRaw(
            "alice",
            "{\"type\":\"CANDIDATE\",\"src\":\"bob\",\"payload\":{\"connectionId\":\"c1\",\"candidate\":{}}}");
    simulation.server().sendRaw("alice", "{\"type\":\"LEAVE\",\"src\":\"bob\"}");
    simulation.server().sendRaw("alice", "{\"type\":\"EXPIRE\",\"src\":\"bob\"}");
    simulation.runUntil(() -> alice.messages.size() == 3, EventRecorder.PATIENCE);
    assertThat(alice.messages)
        .extracting(message -> message.type() + " " + message.source())
        .containsExactly("CANDIDATE bob", "LEAVE bob", "EXPIRE bob");
  }

  @Test
  void messagesThatCameBeforeTheirOfferAreTakenOnce() {
    Accepting alice = new Accepting();
    open("alice", alice);
    for (String id : List.of("c1", "c2", "c1")) {
      simulation
          .server()
          .sendRaw(
              "alice",
              "{\"type\":\"CANDIDATE\",\"src\":\"bob\",\"payload\":{\"connectionId\":\""
                  + id
                  + "\"}}");
    }
    simulation.runUntil(() -> alice.messages.size() == 3, EventRecorder.PATIENCE);
    assertThat(alice.peer.takeMessages("c1").size()).isEqualTo(2);
    assertThat(alice.peer.takeMessages("c1").size()).isZero();
    assertThat(alice.peer.takeMessages("__proto__").size()).isZero();
    assertThat(alice.peer.takeMessages("c2").size()).isEqualTo(1);
  }

  @Test
  void aConnectionThatNegotiatesForItselfSendsThroughThePeer() {
    Accepting alice = new Accepting();
    Accepting bob = new Accepting();
    open("alice", alice);
    open("bob", bob);
    alice.peer.signal(
        MessageType.ANSWER, "bob", JavaValue.of(Map.of("connectionId", "c1", "sdp", "text")));
    simulation.runUntil(() -> !bob.messages.isEmpty(), EventRecorder.PATIENCE);
    SignalingMessage message = bob.messages.get(0);
    assertThat(message.type()).isEqualTo(MessageType.ANSWER);
    assertThat(message.source()).isEqualTo("alice");
    assertThat(Values.getString(message.payload(), "connectionId")).isEqualTo("c1");
  }

  @Test
  void aFailureOfSuchAConnectionIsOneOfThePeer() {
    EventRecorder told = new EventRecorder(simulation, "alice");
    PeerListener listener =
        new PeerListener() {
          @Override
          public boolean onMessage(SignalingMessage message) {
            return true;
          }

          @Override
          public void onError(PeerError error) {
            told.onError(error);
          }
        };
    Peer peer = new Peer(simulation.newPage("alice"), "alice", TestPeer.options(), listener);
    simulation.runUntil(() -> peer.state() == Peer.State.OPEN, EventRecorder.PATIENCE);
    simulation.server().sendRaw("alice", "{\"type\":\"EXPIRE\",\"src\":\"bob\"}");
    told.assertNext("peer error peer-unavailable").assertExhausted();
  }
}
