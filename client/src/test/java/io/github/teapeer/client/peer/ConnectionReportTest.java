package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.simulation.IceServers;
import io.github.teapeer.client.simulation.SignalRecord;
import io.github.teapeer.client.simulation.SignalRule;
import io.github.teapeer.client.simulation.SimulatedAbortSignal;
import io.github.teapeer.client.simulation.SimulatedBrowser;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.PropertyBag;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teavm.jso.JSObject;

/** What connections report about themselves. */
class ConnectionReportTest {
  private static final Map<String, Object> STUN = Map.of("urls", "stun:stun.example");
  private static final Map<String, Object> TURN =
      Map.of("urls", "turn:turn.example", "username", "user", "credential", "secret");
  private static final String FAILED = "Negotiation of connection to bob failed: ";

  private final Simulation simulation = new Simulation(21);
  private final SimulatedPlatform alicePage = simulation.newPage("alice");
  private final SimulatedPlatform bobPage = simulation.newPage("bob");
  private final CallPair calls = new CallPair(new Simulation(22));
  private TestPeer alice;
  private TestPeer bob;

  private void open(JSObject aliceConfig, JSObject bobConfig) {
    alice = open(alicePage, "alice", aliceConfig);
    bob = open(bobPage, "bob", bobConfig);
  }

  private TestPeer open(SimulatedPlatform page, String id, JSObject config) {
    PeerOptions options = TestPeer.options();
    options.setConfig(config);
    TestPeer opened = new TestPeer(simulation, page, id, options);
    opened.events.assertNext("peer open " + id);
    return opened;
  }

  private static JSObject servers(Object... servers) {
    return JavaValue.of(Map.of("iceServers", List.of(servers)));
  }

  private static JSObject relayOnly(Object... servers) {
    return JavaValue.of(Map.of("iceServers", List.of(servers), "iceTransportPolicy", "relay"));
  }

  private ConnectionReport report(DataConnection connection) {
    return report(simulation, connection);
  }

  private ConnectionReport report(MediaConnection call) {
    return report(calls.simulation, call);
  }

  private static ConnectionReport report(Simulation simulation, Connection connection) {
    List<ConnectionReport> reports = new ArrayList<>();
    connection.report(reports::add);
    simulation.runUntil(() -> !reports.isEmpty(), 1000);
    simulation.runFor(1000);
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }

  private DataConnection connected() {
    DataConnection connection = alice.connect("bob");
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    return connection;
  }

  /** Connects in vain; answers the report of the connection after that. */
  private ConnectionReport failed() {
    // Bob may find out first, and would say so.
    simulation
        .server()
        .setRule(signal -> signal.source().equals("bob") && isEnd(signal) ? SignalRule.DROP : 0);
    DataConnection connection = alice.connect("bob");
    alice.events.assertNext(
        "connection error negotiation-failed", "connection close", "peer error negotiation-failed");
    ConnectionReport report = report(connection);
    assertThat(report.failure()).isEqualTo(alice.events.lastError().message()).startsWith(FAILED);
    alice.events.assertExhausted();
    return report;
  }

  private static boolean isEnd(SignalRecord signal) {
    JSObject extension = signal.payload() == null ? null : Extension.of(signal.payload());
    return extension != null && Values.getString(extension, Extension.END) != null;
  }

  private void assertFailure(String why) {
    assertThat(failed().failure()).isEqualTo(FAILED + why);
  }

  @ParameterizedTest
  @EnumSource(SimulatedBrowser.class)
  void aDirectConnectionTellsItsWayAndItsBytes(SimulatedBrowser browser) {
    alicePage.setBrowser(browser);
    open(servers(STUN, TURN), servers(STUN, TURN));
    DataConnection connection = connected();
    ConnectionReport before = report(connection);
    assertThat(before.isRelayed()).isFalse();
    assertThat(before.roundTripTime()).isBetween(10.0, 120.0);
    assertThat(before.localCandidate())
        .isEqualTo(new ConnectionReport.Candidate("host", "udp", alicePage.address(), -1, null));
    assertThat(before.remoteCandidate().address()).isEqualTo(bobPage.address());
    assertThat(before.failure()).isNull();

    TestPeer.send(connection, "x".repeat(1000));
    bob.events.assertNext("connection data");
    ConnectionReport after = report(connection);
    assertThat(after.bytesSent()).isGreaterThanOrEqualTo(before.bytesSent() + 1000);
    assertThat(report(bob.events.connection()).bytesReceived())
        .isGreaterThanOrEqualTo(before.bytesReceived() + 1000);
  }

  @Test
  void aCallReportsToo() {
    MediaConnection call = calls.ringing();
    ConnectionReport ringing = report(call);
    assertThat(((PropertyBag) ringing.values()).property("relayed")).isNull();
    assertThat(ringing.roundTripTime()).isNaN();
    assertThat(ringing.bytesSent()).isNotNegative();
    assertThat(ringing.localCandidate()).isNull();
    assertThat(ringing.remoteCandidate()).isNull();
    calls.bob.events.call().answer(null, null);
    calls.alice.events.assertNext("call willCloseOnRemote");
    assertThat(report(call).localCandidate().type()).isEqualTo("host");
  }

  @Test
  void aConnectionThroughATurnServerIsRelayed() {
    simulation.network().separate(alicePage, bobPage);
    open(servers(STUN, TURN), servers(STUN));
    DataConnection connection = connected();
    ConnectionReport atAlice = report(connection);
    assertThat(atAlice.isRelayed()).isTrue();
    assertThat(atAlice.localCandidate().type()).isEqualTo("relay");
    assertThat(atAlice.remoteCandidate().type()).isEqualTo("host");
    ConnectionReport atBob = report(bob.events.connection());
    assertThat(atBob.isRelayed()).isTrue();
    assertThat(atBob.remoteCandidate().type()).isEqualTo("relay");
  }

  @Test
  void theLastReportIsKeptWhenTheConnectionHasEnded() {
    open(servers(STUN), servers(STUN));
    DataConnection connection = connected();
    ConnectionReport last = report(connection);
    connection.close();
    ConnectionReport after = report(connection);
    assertThat(after.values()).isEqualTo(last.values());
    assertThat(after.failure()).isNull();
  }

  @Test
  void aConnectionWithoutAPeerConnectionKnowsNothing() {
    open(servers(), servers());
    DataConnection connection = alice.connect("bob");
    connection.close();
    ConnectionReport report = report(connection);
    assertThat(report.isRelayed()).isFalse();
    assertThat(report.localCandidate()).isNull();
    assertThat(report.failure()).isNull();
    assertThat(report.bytesSent()).isNaN();
    assertThat(report.bytesReceived()).isNaN();
  }

  @Test
  void networksThatLetNothingThroughNeedATurnServer() {
    simulation.network().separate(alicePage, bobPage);
    open(servers(STUN), servers(STUN));
    assertFailure(
        "candidates here: host srflx, there: host srflx; a TURN server is needed in"
            + " config.iceServers");
  }

  @Test
  void withoutAnAnswerOfStunThatIsSaid() {
    simulation.network().separate(alicePage, bobPage);
    alicePage.setStunServers(IceServers.SILENT);
    open(servers(STUN), servers(STUN));
    assertFailure(
        "candidates here: host, there: host srflx; STUN told no address, a TURN server is needed"
            + " in config.iceServers");
  }

  @Test
  void aTurnServerThatRefusesIsNamedWithItsWords() {
    simulation.network().separate(alicePage, bobPage);
    alicePage.setTurnServers(IceServers.REFUSING);
    open(servers(STUN, TURN), servers(STUN));
    assertFailure(
        "candidates here: host srflx, there: host srflx; turn:turn.example refuses: 401"
            + " Unauthorized");
  }

  @Test
  void aTurnServerThatIsNotReachedIsNamed() {
    simulation.network().separate(alicePage, bobPage);
    alicePage.setTurnServers(IceServers.SILENT);
    open(servers(STUN, TURN), servers(STUN));
    assertFailure(
        "candidates here: host srflx, there: host srflx; turn:turn.example is not reached: 701"
            + " TURN allocate request timed out.");
  }

  @Test
  void whereTheBrowserDoesNotSayWhyThereIsNoRelayBothCausesAreNamed() {
    simulation.network().separate(alicePage, bobPage);
    alicePage.setBrowser(SimulatedBrowser.FIREFOX);
    alicePage.setTurnServers(IceServers.REFUSING);
    open(servers(STUN, TURN), servers(STUN));
    assertFailure(
        "candidates here: host srflx, there: host srflx; the TURN server is not reached, or"
            + " refuses the credential");
  }

  @Test
  void onlyRelaysWithoutATurnServerIsSaid() {
    open(relayOnly(STUN), servers(STUN));
    assertFailure(
        "candidates here: none, there: host srflx; only relays are allowed, a TURN server is"
            + " needed in config.iceServers");
  }

  @Test
  void thatTheOtherSideHasNoCandidatesIsSaid() {
    open(servers(STUN), relayOnly());
    assertFailure("candidates here: host srflx, there: none; none came from the other side");
  }

  @Test
  void candidatesThatSignallingLosesAreMissed() {
    simulation.server().setRule(signal -> MessageType.CANDIDATE.equals(signal.type()) ? -1 : 0);
    open(servers(), servers());
    DataConnection connection = alice.connect("bob");
    alice.events.assertNext("connection error negotiation-failed", "connection close");
    assertThat(report(connection).failure())
        .isEqualTo(FAILED + "candidates here: host, there: none; none came from the other side");
  }

  @Test
  void aRelayThatDoesNotHelpIsSaid() {
    simulation.network().partition(alicePage, bobPage);
    open(servers(TURN), servers());
    assertFailure(
        "candidates here: host relay, there: host; the relay does not reach the other side");
  }

  @Test
  void aWayThatIsLostIsSaid() {
    open(servers(), servers());
    DataConnection connection = connected();
    ConnectionReport last = report(connection);
    simulation.network().partition(alicePage, bobPage);
    alice.events.assertNext("connection reconnecting");
    simulation.runFor(PeerOptions.DEFAULT_RECOVERY_TIMEOUT);
    alice.events.assertNext(
        "connection error negotiation-failed", "connection close", "peer error negotiation-failed");
    ConnectionReport report = report(connection);
    assertThat(report.failure()).isEqualTo(FAILED + "a network changed, or the other side is gone");
    assertThat(report.localCandidate()).isEqualTo(last.localCandidate());
  }

  @Test
  void aPeerThatIsNotThereIsSaid() {
    open(servers(), servers());
    DataConnection connection = alice.connect("nobody");
    alice.events.assertNext(
        "connection error peer-unavailable", "connection close", "peer error peer-unavailable");
    assertThat(report(connection).failure()).isEqualTo("nobody is not at the server");
  }

  private DataConnection connectFor(int milliseconds) {
    return connectUntil(DialLimits.of(milliseconds, null));
  }

  private DataConnection connectUntil(DialLimits limits) {
    return alice.connect(
        "bob",
        ConnectOptions.of(null, null, "binary", false, RTCDataChannelInit.create(), null, limits));
  }

  @Test
  void aTimeOutTellsWhatWasMissing() {
    simulation.network().partition(alicePage, bobPage);
    open(servers(STUN), servers());
    DataConnection connection = connectFor(3000);
    alice.events.assertNext("connection error timeout", "connection close");
    assertThat(report(connection).failure())
        .isEqualTo(
            "The connection to bob was not open in time: candidates here: host srflx, there: host;"
                + " a TURN server is needed in config.iceServers");
  }

  @Test
  void theSideThatIsToldOfAFailureReportsItInTheWordsOfTheOther() {
    simulation.network().separate(alicePage, bobPage);
    open(servers(STUN), servers(STUN));
    DataConnection connection = connectFor(3000);
    alice.events.assertNext("connection error timeout", "connection close");
    bob.events.assertNext("peer connection alice", "connection close");
    assertThat(report(bob.events.connection()).failure())
        .isEqualTo("The other side closed it: " + report(connection).failure());
  }

  @Test
  void theReasonOfAnAbortIsNotToldToTheOtherSide() {
    open(servers(), servers());
    SimulatedAbortSignal signal = alicePage.newAbortSignal();
    DataConnection connection = connectUntil(DialLimits.of(0, signal));
    bob.events.assertNext("peer connection alice");
    signal.abort(JavaValue.of(Map.of("message", "private")));
    alice.events.assertNext("connection error aborted", "connection close");
    bob.events.assertNext("connection close");
    assertThat(report(connection).failure())
        .isEqualTo("The connection to bob was aborted: private");
    assertThat(report(bob.events.connection()).failure())
        .isEqualTo("The other side closed it: The connection to bob was aborted");
  }

  @Test
  void aTimeOutWithoutAnAnswerSaysSo() {
    simulation.server().setRule(signal -> MessageType.ANSWER.equals(signal.type()) ? -1 : 0);
    open(servers(), servers());
    DataConnection connection = connectFor(3000);
    alice.events.assertNext("connection error timeout", "connection close");
    assertThat(report(connection).failure())
        .isEqualTo("The connection to bob was not open in time: the other side does not answer");
  }

  @Test
  void aCallThatIsRejectedSaysSo() {
    MediaConnection call = calls.ringing();
    calls.bob.events.call().reject(JavaValue.of("busy"));
    calls.alice.events.assertNext("call rejected busy", "call close");
    assertThat(report(call).failure()).isEqualTo("The other side rejected it: busy");
  }

  @Test
  void aPeerThatLeavesBeforeItAnswersIsSaid() {
    MediaConnection call = calls.ringing();
    calls.simulation.server().forge(MessageType.LEAVE, "bob", "alice", "null");
    calls.alice.events.assertNext("call close");
    assertThat(report(call).failure()).isEqualTo("The other side has left");
  }

  @Test
  void aConfigurationThatThePlatformRefusesIsSaidInItsWords() {
    open(servers(Map.of("urls", "nonsense")), servers());
    DataConnection connection = alice.connect("bob");
    alice.events.assertNext("connection error webrtc", "connection close", "peer error webrtc");
    assertThat(report(connection).failure())
        .isEqualTo(
            "The connection to bob could not be set up: 'nonsense' is not a valid stun or turn"
                + " URL");
  }
}
