package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.simulation.LinkConditions;
import io.github.teapeer.client.simulation.SimulatedBrowser;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teavm.jso.JSObject;

class DataConnectionTest {
  private static final int SMALL_BUFFER = 1 << 18;

  private final Simulation simulation = new Simulation(2);

  private static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  private static ConnectOptions options(String serialization, String label, JSObject metadata) {
    ConnectOptions options = ConnectOptions.of(serialization);
    options.setLabel(label);
    options.setMetadata(metadata);
    options.setReliable(true);
    return options;
  }

  private static void assertSame(Object actual, Object expected) {
    assertThat(normalised(actual)).isEqualTo(normalised(expected));
  }

  /** The value to be compared: a number may come back as one of another class. */
  private static Object normalised(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof byte[] bytes) {
      return "bytes " + Arrays.toString(bytes);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(DataConnectionTest::normalised).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> normalised = new LinkedHashMap<>();
      map.forEach((key, entry) -> normalised.put(key, normalised(entry)));
      return normalised;
    }
    return value;
  }

  private static List<Object> jsonValues() {
    return Arrays.asList(
        "text",
        "",
        "日本語 😀",
        0,
        -1,
        127,
        128,
        65_536,
        4_294_967_296.0,
        -4_294_967_296.0,
        0.1,
        7.999999999999999,
        true,
        false,
        null,
        List.of(),
        Map.of(),
        List.of(1, "two", List.of(3)),
        object("a", 1, "b", object("c", List.of(true))),
        object("constructor", "data", "__proto__", object("polluted", true)));
  }

  static Stream<Arguments> roundTrips() {
    List<Arguments> cases = new ArrayList<>();
    for (String serialization : List.of("binary", "binary-utf8", "json")) {
      jsonValues().forEach(value -> cases.add(Arguments.of(serialization, value)));
    }
    for (String serialization : List.of("binary", "binary-utf8")) {
      cases.add(Arguments.of(serialization, new byte[] {1, 2, 3}));
      cases.add(Arguments.of(serialization, new byte[0]));
      cases.add(Arguments.of(serialization, object("file", new byte[] {-1})));
      cases.add(Arguments.of(serialization, Double.NaN));
      cases.add(Arguments.of(serialization, Double.NEGATIVE_INFINITY));
    }
    for (String serialization : List.of("raw", "none", "unknown")) {
      cases.add(Arguments.of(serialization, "text"));
      cases.add(Arguments.of(serialization, new byte[] {1, 2, 3}));
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("roundTrips")
  void aValueArrivesAsItWasSent(String serialization, Object value) {
    ConnectedPair pair = new ConnectedPair(simulation, ConnectOptions.of(serialization));
    TestPeer.send(pair.aliceEnd, value);
    pair.bob.events.assertNext("connection data");
    assertSame(pair.bob.events.lastReceived(), value);
    TestPeer.send(pair.bobEnd, value);
    pair.alice.events.assertNext("connection data");
    assertSame(pair.alice.events.lastReceived(), value);
    pair.assertExhausted();
  }

  @Test
  void nullArrives() {
    ConnectedPair pair = new ConnectedPair(simulation);
    pair.aliceEnd.send(null);
    pair.bob.events.assertNext("connection data");
    assertThat(pair.bob.events.received()).containsExactly((JSObject) null);
  }

  @Test
  void theOfferTellsWhatTheConnectionIs() {
    JSObject metadata = JavaValue.of(object("hello", List.of("world", 5.0)));
    ConnectedPair pair = new ConnectedPair(simulation, options("json", "my label", metadata));
    for (DataConnection end : List.of(pair.aliceEnd, pair.bobEnd)) {
      assertThat(end.label()).isEqualTo("my label");
      assertThat(end.metadata()).isEqualTo(metadata);
      assertThat(end.serialization()).isEqualTo("json");
      assertThat(end.isReliable()).isTrue();
      assertThat(end.dataChannel().getLabel()).isEqualTo("my label");
    }
    assertThat(pair.aliceEnd.connectionId())
        .startsWith("dc_")
        .isEqualTo(pair.bobEnd.connectionId());
    assertThat(pair.bobEnd.peer()).isEqualTo("alice");
    assertThat(pair.aliceEnd.peer()).isEqualTo("bob");
  }

  @Test
  void theLabelIsTheConnectionIdByDefault() {
    ConnectedPair pair = new ConnectedPair(simulation);
    assertThat(pair.aliceEnd.label()).isEqualTo(pair.aliceEnd.connectionId());
    assertThat(pair.bobEnd.label()).isEqualTo(pair.aliceEnd.connectionId());
    assertThat(pair.bobEnd.metadata()).isNull();
  }

  @Test
  void theOldNameOfRawIsNotSent() {
    new ConnectedPair(simulation, ConnectOptions.of("none"));
    JSObject offer =
        simulation.server().received().stream()
            .filter(signal -> MessageType.OFFER.equals(signal.type()))
            .findFirst()
            .orElseThrow()
            .payload();
    assertThat(Values.getString(offer, "serialization")).isEqualTo("raw");
  }

  @Test
  void connectBeforeOpen() {
    TestPeer bob = TestPeer.open(simulation, "bob");
    TestPeer alice = new TestPeer(simulation, "alice");
    DataConnection connection = alice.connect("bob");
    assertThat(connection.state()).isEqualTo(Connection.State.CONNECTING);
    alice.events.assertNext("peer open alice", "connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    alice.events.assertExhausted();
  }

  @Test
  void connectToAPeerThatComesAMomentLater() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    alice.connect("bob");
    simulation.runFor(3000);
    TestPeer bob = TestPeer.open(simulation, "bob");
    bob.events.assertNext("peer connection alice", "connection open");
    alice.events.assertNext("connection open").assertExhausted();
  }

  @Test
  void anUnknownPeerIsReportedAsUnavailable() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    DataConnection connection = alice.connect("nobody");
    alice.events.assertNext(
        "connection error peer-unavailable", "connection close", "peer error peer-unavailable");
    assertThat(alice.events.lastError().message()).isEqualTo("Could not connect to peer nobody");
    alice.events.assertExhausted();
    assertThat(connection.state()).isEqualTo(Connection.State.CLOSED);
    assertThat(alice.peer.connections().size()).isZero();
    assertThat(alice.peer.state()).isEqualTo(Peer.State.OPEN);
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }

  @Test
  void bothSidesDialAtOnce() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    DataConnection fromAlice = alice.connect("bob");
    DataConnection fromBob = bob.connect("alice");
    simulation.runFor(5000);
    for (TestPeer side : List.of(alice, bob)) {
      assertThat(side.events.drain().stream().filter("connection open"::equals)).hasSize(2);
      assertThat(side.peer.connections().size()).isEqualTo(2);
    }
    TestPeer.send(fromAlice, "by alice");
    TestPeer.send(fromBob, "by bob");
    bob.events.assertNext("connection data").assertExhausted();
    alice.events.assertNext("connection data").assertExhausted();
    assertThat(bob.events.lastReceived()).isEqualTo("by alice");
    assertThat(alice.events.lastReceived()).isEqualTo("by bob");
  }

  @Test
  void manyConnectionsBetweenTheSamePeersAreKeptApart() {
    ConnectedPair pair = new ConnectedPair(simulation);
    DataConnection second = pair.alice.connect("bob", ConnectOptions.of("json"));
    pair.alice.events.assertNext("connection open");
    pair.bob.events.assertNext("peer connection alice", "connection open");
    second.close();
    pair.alice.events.assertNext("connection close");
    pair.bob.events.assertNext("connection close");
    TestPeer.send(pair.aliceEnd, "first");
    pair.bob.events.assertNext("connection data");
    pair.assertExhausted();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 300, 2000, 8000})
  void candidatesMayComeBeforeTheirOffer(int delay) {
    simulation.server().setRule(signal -> MessageType.OFFER.equals(signal.type()) ? delay : 0);
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    alice.events.assertExhausted();
  }

  @Test
  void candidatesMayComeBeforeTheAnswer() {
    simulation.server().setRule(signal -> MessageType.ANSWER.equals(signal.type()) ? 3000 : 0);
    new ConnectedPair(simulation).assertExhausted();
  }

  @Test
  void withoutCandidatesTheNegotiationFails() {
    simulation.server().setRule(signal -> MessageType.CANDIDATE.equals(signal.type()) ? -1 : 0);
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    alice.connect("bob");
    String[] failure = {
      "connection error negotiation-failed", "connection close", "peer error negotiation-failed"
    };
    alice.events.assertNext(failure);
    bob.events.assertNext("peer connection alice").assertNext(failure).assertExhausted();
    alice.events.assertExhausted();
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }

  @Test
  void theSideThatDialledCloses() {
    ConnectedPair pair = new ConnectedPair(simulation);
    pair.aliceEnd.close();
    pair.aliceEnd.close();
    assertThat(pair.aliceEnd.state()).isEqualTo(Connection.State.CLOSED);
    pair.alice.events.assertNext("connection close");
    pair.bob.events.assertNext("connection close");
    pair.assertExhausted();
    pair.destroy();
  }

  @Test
  void theSideThatWasDialledCloses() {
    ConnectedPair pair = new ConnectedPair(simulation);
    pair.bobEnd.close();
    pair.bob.events.assertNext("connection close");
    pair.alice.events.assertNext("connection close");
    pair.assertExhausted();
    assertThat(pair.alice.peer.connections().size()).isZero();
    assertThat(pair.bob.peer.connections().size()).isZero();
    pair.destroy();
  }

  @Test
  void bothSidesCloseAtOnce() {
    ConnectedPair pair = new ConnectedPair(simulation);
    pair.aliceEnd.close();
    pair.bobEnd.close();
    pair.alice.events.assertNext("connection close");
    pair.bob.events.assertNext("connection close");
    pair.assertExhausted();
    pair.destroy();
  }

  @Test
  void closeBeforeOpenTakesTheConnectionBack() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    DataConnection connection = alice.connect("nobody");
    connection.close();
    alice.events.assertNext("connection close");
    simulation.runFor(20_000);
    alice.events.assertExhausted();
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }

  @Test
  void aConnectionMayBeClosedWithinTheEventThatAnnouncesIt() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    bob.events.react(
        event -> {
          if (event.startsWith("peer connection")) {
            bob.events.connection().close();
          }
        });
    alice.connect("bob");
    bob.events.assertNext("peer connection alice", "connection close").assertExhausted();
    bob.peer.destroy();
    bob.page.assertNothingOpen();
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }

  @Test
  void thePeerMayBeDestroyedWithinTheEventThatAnnouncesAConnection() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    bob.events.react(
        event -> {
          if (event.startsWith("peer connection")) {
            bob.peer.destroy();
          }
        });
    alice.connect("bob");
    bob.events.assertNext(
        "peer connection alice", "peer disconnected bob", "connection close", "peer close");
    bob.events.assertExhausted();
    bob.page.assertNothingOpen();
  }

  @Test
  void sendBeforeOpenIsAnError() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer.open(simulation, "bob");
    DataConnection connection = alice.connect("bob");
    TestPeer.send(connection, "too early");
    alice.events.assertNext("connection error not-open-yet", "connection open");
    connection.close();
    TestPeer.send(connection, "too late");
    alice.events.assertNext("connection close", "connection error not-open-yet");
    alice.events.assertExhausted();
  }

  @Test
  void flushDeliversWhatWasSentAndThenClosesBothEnds() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().setConditions(new LinkConditions(10, 60, 0, 1_000_000));
    for (int i = 0; i < 30; i++) {
      TestPeer.send(pair.aliceEnd, new byte[100_000]);
    }
    pair.aliceEnd.flushAndClose();
    for (int i = 0; i < 30; i++) {
      pair.bob.events.assertNext("connection data");
    }
    pair.bob.events.assertNext("connection close");
    pair.alice.events.assertNext("connection close");
    pair.assertExhausted();
    pair.destroy();
  }

  @Test
  void flushMayBeAskedForAgain() {
    ConnectedPair pair = new ConnectedPair(simulation);
    pair.aliceEnd.flushAndClose();
    pair.aliceEnd.flushAndClose();
    pair.alice.events.assertNext("connection close");
    pair.bob.events.assertNext("connection close");
    pair.destroy();
  }

  @Test
  void flushBeforeOpenClosesAtOnce() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    alice.connect("bob").flushAndClose();
    alice.events.assertNext("connection close").assertExhausted();
  }

  @Test
  void flushGivesUpWhereTheOtherSideHasGone() {
    ConnectedPair pair = new ConnectedPair(simulation);
    pair.bob.page.losePower();
    TestPeer.send(pair.aliceEnd, "into the void");
    pair.aliceEnd.flushAndClose();
    List<String> events = new ArrayList<>();
    do {
      events.add(pair.alice.events.next());
    } while (!events.contains("connection close"));
    pair.alice.events.assertExhausted();
    pair.alice.peer.destroy();
    pair.alice.page.assertNothingOpen();
  }

  @Test
  void fiveMegabytesArriveInChunksUnchanged() {
    ConnectedPair pair = new ConnectedPair(simulation);
    byte[] bytes = new byte[5_000_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 + i / 1000);
    }
    TestPeer.send(pair.aliceEnd, object("file", bytes, "name", "large"));
    TestPeer.send(pair.aliceEnd, "after it");
    pair.bob.events.assertNext("connection data", "connection data");
    pair.assertExhausted();
    Map<?, ?> received = (Map<?, ?>) JavaValue.unwrap(pair.bob.events.received().get(0));
    assertThat((byte[]) received.get("file")).isEqualTo(bytes);
    assertThat(pair.bob.events.lastReceived()).isEqualTo("after it");
  }

  @Test
  void theChannelsBufferHoldsNoMoreThanTheMarkAndOneMessage() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().setConditions(new LinkConditions(10, 10, 0, 2_000_000));
    for (int i = 0; i < 10; i++) {
      TestPeer.send(pair.aliceEnd, new byte[500_000]);
    }
    assertThat(pair.aliceEnd.bufferSize()).isPositive();
    int[] highest = {0};
    int frame = 70_000;
    simulation.runUntil(
        () -> {
          int buffered = pair.aliceEnd.dataChannel().getBufferedAmount();
          highest[0] = Math.max(highest[0], buffered);
          return pair.bob.events.received().size() == 10;
        },
        60_000);
    assertThat(highest[0]).isBetween(500_000, (1 << 20) + 500_000 + frame);
    assertThat(pair.aliceEnd.bufferSize()).isZero();
    assertThat(simulation.now()).as("The link is kept busy").isLessThan(5000);
  }

  @Test
  void whatWaitsGoesOnWhateverTheApplicationSetsAtTheChannel() {
    ConnectedPair pair = new ConnectedPair(simulation);
    RTCDataChannel channel = pair.aliceEnd.dataChannel();
    channel.setBufferedAmountLowThreshold(1 << 22);
    channel.setOnbufferedamountlow(event -> {});
    for (int i = 0; i < 10; i++) {
      TestPeer.send(pair.aliceEnd, new byte[500_000]);
    }
    assertThat(pair.aliceEnd.bufferSize()).isPositive();
    simulation.runUntil(() -> pair.bob.events.received().size() == 10, 60_000);
    assertThat(channel.getBufferedAmountLowThreshold()).isEqualTo(1 << 22);
  }

  @Test
  void anApplicationThatWaitsForTheChannelHearsOfIt() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().setConditions(new LinkConditions(10, 10, 0, 2_000_000));
    RTCDataChannel channel = pair.aliceEnd.dataChannel();
    int[] heard = {0};
    channel.setOnbufferedamountlow(event -> heard[0]++);
    // Less than what makes messages wait here, and it waits for the buffer to be empty.
    TestPeer.send(pair.aliceEnd, new byte[100_000]);
    assertThat(channel.getBufferedAmount()).isBetween(1, SMALL_BUFFER);
    simulation.runUntil(() -> heard[0] == 1, 60_000);
    assertThat(channel.getBufferedAmount()).isZero();
  }

  @Test
  void handlersThatTheApplicationSetsTakeNothingAway() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    DataConnection connection = alice.connect("bob", ConnectOptions.of("binary"));
    RTCPeerConnection peerConnection = connection.peerConnection();
    List<String> seen = new ArrayList<>();
    peerConnection.setOnicecandidate(event -> {});
    peerConnection.setOniceconnectionstatechange(
        event -> seen.add(peerConnection.getIceConnectionState()));
    peerConnection.setOnconnectionstatechange(event -> {});
    connection.dataChannel().setOnopen(event -> seen.add("open"));
    connection.dataChannel().setOnclose(event -> seen.add("closed"));
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    bob.events.connection().close();
    bob.events.assertNext("connection close");
    alice.events.assertNext("connection close");
    assertThat(seen).contains("connected", "open", "closed");
  }

  @Test
  void aMessageThatTheOtherSideDoesNotTakeIsAnError() {
    ConnectedPair pair = new ConnectedPair(simulation, ConnectOptions.of("raw"));
    TestPeer.send(pair.aliceEnd, new byte[262_144]);
    TestPeer.send(pair.aliceEnd, new byte[262_145]);
    TestPeer.send(pair.aliceEnd, "goes on");
    pair.alice.events.assertNext("connection error message-too-big").assertExhausted();
    pair.bob.events.assertNext("connection data", "connection data").assertExhausted();
  }

  @Test
  void aMessageIsChunkedForAPeerThatTakesLittle() {
    SimulatedPlatform page = simulation.newPage("small");
    page.setMaxMessageSize(20_000);
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer bob = new TestPeer(simulation, page, "bob", TestPeer.options());
    bob.events.assertNext("peer open bob");
    DataConnection connection = alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    TestPeer.send(connection, new byte[200_000]);
    bob.events.assertNext("connection data").assertExhausted();
    alice.events.assertExhausted();
  }

  @Test
  void whatCannotBePackedIsAnErrorAndNothingIsSent() {
    for (String serialization : List.of("binary", "json", "raw")) {
      Simulation world = new Simulation(3);
      ConnectedPair pair = new ConnectedPair(world, ConnectOptions.of(serialization));
      List<Object> circular = new ArrayList<>();
      circular.add(circular);
      TestPeer.send(pair.aliceEnd, circular);
      pair.alice.events.assertNext("connection error bad-data");
      TestPeer.send(pair.aliceEnd, "goes on");
      pair.bob.events.assertNext("connection data").assertExhausted();
      pair.alice.events.assertExhausted();
    }
  }

  @Test
  void dataThatLooksLikeAChunkArrives() {
    ConnectedPair pair = new ConnectedPair(simulation);
    List<Map<String, Object>> values =
        List.of(
            object("__peerData", 1, "n", 0, "data", new byte[] {1}, "total", 1),
            object("__peerData", "mine"),
            object("__peerData", object("type", "close")),
            object("__peerData", 0));
    for (Map<String, Object> value : values) {
      TestPeer.send(pair.aliceEnd, value);
      pair.bob.events.assertNext("connection data");
      assertSame(pair.bob.events.lastReceived(), value);
    }
    pair.assertExhausted();
  }

  @Test
  void anUnorderedConnectionDeliversEverything() {
    ConnectOptions unordered = ConnectOptions.of("binary");
    unordered.getChannel().setOrdered(false);
    ConnectedPair pair = new ConnectedPair(simulation, unordered);
    for (int i = 0; i < 50; i++) {
      TestPeer.send(pair.aliceEnd, i);
    }
    TestPeer.send(pair.aliceEnd, new byte[500_000]);
    for (int i = 0; i < 51; i++) {
      pair.bob.events.assertNext("connection data");
    }
    pair.assertExhausted();
    assertThat(pair.aliceEnd.dataChannel().isOrdered()).isFalse();
    assertThat(pair.bobEnd.dataChannel().isOrdered()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(SimulatedBrowser.class)
  void aKilledTabClosesTheConnection(SimulatedBrowser browser) {
    SimulatedPlatform page = simulation.newPage("alice's");
    page.setBrowser(browser);
    TestPeer alice = new TestPeer(simulation, page, "alice", TestPeer.options());
    alice.events.assertNext("peer open alice");
    TestPeer bob = TestPeer.open(simulation, "bob");
    alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.page.killTab();
    long killed = simulation.now();
    alice.events.assertNext("connection reconnecting", "connection close");
    // Lost after 5 s, not found by the server 6 s later, and waited for 10 s.
    assertThat(simulation.now() - killed).isBetween(5000L, 22_000L);
    alice.events.assertExhausted();
  }

  @Test
  void aConnectionSurvivesAShortLossOfTheNetwork() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.network().partition(pair.alice.page, pair.bob.page);
    TestPeer.send(pair.aliceEnd, "during");
    simulation.runFor(8000);
    simulation.network().healAll();
    pair.bob.events.assertNext("connection reconnecting");
    assertThat(List.of(pair.bob.events.next(), pair.bob.events.next()))
        .containsExactlyInAnyOrder("connection data", "connection reconnected");
    pair.alice.events.assertNext("connection reconnecting", "connection reconnected");
    pair.assertExhausted();
  }

  @Test
  void aLeaveEndsAConnectionThatIsBeingMade() {
    simulation.server().setRule(signal -> MessageType.ANSWER.equals(signal.type()) ? -1 : 0);
    TestPeer alice = TestPeer.open(simulation, "alice");
    TestPeer.open(simulation, "bob");
    alice.connect("bob");
    simulation.runFor(1000);
    simulation.server().forge(MessageType.LEAVE, "bob", "alice", "null");
    alice.events.assertNext("connection close").assertExhausted();
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }

  @Test
  void aLeaveIsNotBelievedWhileTheConnectionWorks() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.server().forge(MessageType.LEAVE, "bob", "alice", "null");
    TestPeer.send(pair.aliceEnd, "still here");
    pair.bob.events.assertNext("connection data");
    pair.assertExhausted();
  }

  @Test
  void afterALeaveALostPathIsNotLookedForAsLong() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.server().forge(MessageType.LEAVE, "bob", "alice", "null");
    pair.bob.page.killTab();
    simulation.runFor(6000);
    pair.alice.events.assertNext("connection reconnecting");
    simulation.runFor(PathRecovery.LEFT_TIMEOUT);
    pair.alice.events.assertNext("connection close").assertExhausted();
  }

  @Test
  void anExpireDoesNotEndAnOpenConnection() {
    ConnectedPair pair = new ConnectedPair(simulation);
    simulation.server().forge(MessageType.EXPIRE, "bob", "alice", "null");
    pair.assertExhausted();
    assertThat(pair.aliceEnd.state()).isEqualTo(Connection.State.OPEN);
  }

  @Test
  void anExpireForAStrangerIsIgnored() {
    TestPeer alice = TestPeer.open(simulation, "alice");
    simulation.server().forge(MessageType.EXPIRE, "stranger", "alice", "null");
    alice.events.assertExhausted();
  }

  @Test
  void connectionsAreFoundByTheirId() {
    ConnectedPair pair = new ConnectedPair(simulation);
    assertThat(pair.alice.peer.connection("bob", pair.aliceEnd.connectionId()))
        .isSameAs(pair.aliceEnd);
    assertThat(pair.alice.peer.connection("bob", "other")).isNull();
    assertThat(pair.alice.peer.connection("other", pair.aliceEnd.connectionId())).isNull();
  }

  @Test
  void whatWaitsIsCountedInBytes() {
    ConnectedPair pair = new ConnectedPair(new Simulation(21), ConnectOptions.of("raw"));
    int size = 200_000;
    for (int i = 0; i < 10; i++) {
      TestPeer.send(pair.aliceEnd, "x".repeat(size));
    }
    assertThat(pair.aliceEnd.bufferSize()).isPositive();
    assertThat(pair.aliceEnd.bufferedAmount()).isEqualTo(10.0 * size);
    for (int i = 0; i < 10; i++) {
      pair.bob.events.assertNext("connection data");
    }
    assertThat(pair.aliceEnd.bufferSize()).isZero();
    assertThat(pair.aliceEnd.bufferedAmount()).isZero();
    pair.aliceEnd.close();
    assertThat(pair.aliceEnd.bufferedAmount()).isZero();
  }

  @Test
  void theParametersOfTheChannelArriveAtTheOtherEnd() {
    RTCDataChannelInit channel = RTCDataChannelInit.create();
    channel.setOrdered(false);
    channel.setMaxRetransmits(2);
    ConnectOptions options =
        ConnectOptions.of(null, null, "raw", false, channel, null, DialLimits.none());
    ConnectedPair pair = new ConnectedPair(new Simulation(22), options);
    for (DataConnection end : List.of(pair.aliceEnd, pair.bobEnd)) {
      assertThat(end.dataChannel().isOrdered()).isFalse();
      assertThat(end.dataChannel().getMaxRetransmits()).isEqualTo(2);
    }
    pair.destroy();
  }

  @Test
  void parametersThatThePlatformRefusesFailTheConnection() {
    RTCDataChannelInit channel = RTCDataChannelInit.create();
    channel.setMaxRetransmits(2);
    channel.setMaxPacketLifeTime(100);
    TestPeer alice = TestPeer.open(new Simulation(23), "alice");
    alice.connect(
        "bob", ConnectOptions.of(null, null, "raw", false, channel, null, DialLimits.none()));
    alice.events.assertNext("connection error webrtc", "connection close", "peer error webrtc");
    alice.events.assertExhausted();
    alice.peer.destroy();
    alice.page.assertNothingOpen();
  }
}
