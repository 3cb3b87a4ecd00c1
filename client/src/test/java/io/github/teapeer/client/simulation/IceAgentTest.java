package io.github.teapeer.client.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IceAgentTest {
  private final Simulation simulation = new Simulation(5);
  private final List<String> states = new ArrayList<>();
  private final List<String> received = new ArrayList<>();

  private RtcPair connectedPair(SimulatedBrowser browser) {
    SimulatedPlatform leftPage = simulation.newPage("left");
    SimulatedPlatform rightPage = simulation.newPage("right");
    leftPage.setBrowser(browser);
    rightPage.setBrowser(browser);
    RtcPair pair = new RtcPair(simulation, leftPage, rightPage);
    List<RTCDataChannel> ends = pair.open(RTCDataChannelInit.create());
    ends.get(1).setOnmessage(event -> received.add(event.getData().toString()));
    // Until Chromium's offering side has completed.
    simulation.runFor(1000);
    record(pair.left);
    return pair;
  }

  private void record(RTCPeerConnection connection) {
    long start = simulation.now();
    connection.setOniceconnectionstatechange(
        event -> states.add("ice " + connection.getIceConnectionState() + " " + seconds(start)));
    connection.setOnconnectionstatechange(
        event -> states.add(connection.getConnectionState() + " " + seconds(start)));
  }

  private long seconds(long start) {
    return (simulation.now() - start + 500) / 1000;
  }

  @Test
  void theOffererCompletesInChromium() {
    RtcPair pair = connectedPair(SimulatedBrowser.CHROMIUM);
    assertThat(pair.left.getIceConnectionState()).isEqualTo("completed");
    assertThat(pair.right.getIceConnectionState()).isEqualTo("connected");
  }

  @Test
  void aShortPartitionIsNotNoticed() {
    RtcPair pair = connectedPair(SimulatedBrowser.CHROMIUM);
    simulation.network().partition(pair.leftPage, pair.rightPage);
    simulation.runFor(4000);
    simulation.network().heal(pair.leftPage, pair.rightPage);
    simulation.runFor(60_000);
    assertThat(states).isEmpty();
  }

  @Test
  void aLongerPartitionDisconnectsAndRecovers() {
    RtcPair pair = connectedPair(SimulatedBrowser.CHROMIUM);
    simulation.network().partition(pair.leftPage, pair.rightPage);
    simulation.runFor(8000);
    simulation.network().heal(pair.leftPage, pair.rightPage);
    simulation.runFor(60_000);
    assertThat(states)
        .containsExactly(
            "ice disconnected 5",
            "disconnected 5",
            "ice connected 8",
            "connected 8",
            "ice completed 8");
  }

  @Test
  void inChromiumALostPathFailsInTheConnectionStateOnly() {
    RtcPair pair = connectedPair(SimulatedBrowser.CHROMIUM);
    simulation.network().partition(pair.leftPage, pair.rightPage);
    simulation.runFor(60_000);
    assertThat(states).containsExactly("ice disconnected 5", "disconnected 5", "failed 15");
  }

  @Test
  void inFirefoxALostPathFailsInBothStates() {
    RtcPair pair = connectedPair(SimulatedBrowser.FIREFOX);
    simulation.network().partition(pair.leftPage, pair.rightPage);
    simulation.runFor(60_000);
    assertThat(states)
        .containsExactly("ice disconnected 5", "disconnected 5", "ice failed 15", "failed 15");
  }

  @Test
  void aFailedPathDoesNotRecoverByItself() {
    RtcPair pair = connectedPair(SimulatedBrowser.FIREFOX);
    simulation.network().partition(pair.leftPage, pair.rightPage);
    simulation.runFor(20_000);
    simulation.network().healAll();
    simulation.runFor(60_000);
    assertThat(pair.left.getConnectionState()).isEqualTo("failed");
  }

  @Test
  void anIceRestartBringsAFailedPathBack() {
    for (SimulatedBrowser browser : SimulatedBrowser.values()) {
      Simulation world = new Simulation(9);
      SimulatedPlatform leftPage = world.newPage("left");
      SimulatedPlatform rightPage = world.newPage("right");
      leftPage.setBrowser(browser);
      RtcPair pair = new RtcPair(world, leftPage, rightPage);
      List<RTCDataChannel> ends = pair.open(RTCDataChannelInit.create());
      ends.get(1).setOnmessage(event -> received.add(event.getData().toString()));
      world.network().partition(leftPage, rightPage);
      world.runFor(20_000);
      ends.get(0).send(JavaValue.of("sent while failed"));
      world.network().healAll();
      pair.left.restartIce();
      pair.negotiate();
      pair.untilConnected();
      world.runFor(1000);
      assertThat(received).as(browser.toString()).containsExactly("sent while failed");
      received.clear();
    }
  }

  @Test
  void aMoveToAnotherNetworkNeedsAnIceRestart() {
    RtcPair pair = connectedPair(SimulatedBrowser.CHROMIUM);
    pair.leftPage.changeAddress();
    simulation.runFor(30_000);
    assertThat(pair.left.getConnectionState()).isEqualTo("failed");
    pair.left.restartIce();
    pair.negotiate();
    pair.untilConnected();
  }

  @Test
  void anIceRestartOfAWorkingPathIsNotSeen() {
    RtcPair pair = connectedPair(SimulatedBrowser.CHROMIUM);
    pair.left.restartIce();
    pair.negotiate();
    simulation.runFor(60_000);
    assertThat(states).isEmpty();
  }

  @Test
  void restartIceMakesNegotiationNeeded() {
    RtcPair pair = connectedPair(SimulatedBrowser.CHROMIUM);
    pair.left.setOnnegotiationneeded(event -> states.add("needed"));
    pair.left.restartIce();
    simulation.runFor(100);
    assertThat(states).containsExactly("needed");
  }

  @Test
  void withoutCandidatesTheConnectionFails() {
    RTCPeerConnection left = simulation.newPage("left").newPeerConnection(null);
    RTCPeerConnection right = simulation.newPage("right").newPeerConnection(null);
    left.createDataChannel("test", null);
    Settled.value(simulation, left.setLocalDescription(null));
    Settled.value(simulation, right.setRemoteDescription(left.getLocalDescription()));
    Settled.value(simulation, right.setLocalDescription(null));
    String withoutCandidates =
        right.getLocalDescription().getSdp().replaceAll("a=candidate.*\r\n", "");
    record(left);
    Settled.value(
        simulation,
        left.setRemoteDescription(new SimulatedSessionDescription("answer", withoutCandidates)));
    simulation.run();
    assertThat(states).contains("ice checking 0", "ice failed 15", "failed 15");
  }

  @Test
  void aTabThatWasKilledIsDisconnectedAndThenFailed() {
    RtcPair pair = connectedPair(SimulatedBrowser.CHROMIUM);
    pair.rightPage.killTab();
    simulation.runFor(60_000);
    assertThat(states).containsExactly("ice disconnected 5", "disconnected 5", "failed 15");
  }

  @Test
  void aPeerWithoutPowerIsDisconnectedAndThenFailed() {
    RtcPair pair = connectedPair(SimulatedBrowser.FIREFOX);
    pair.rightPage.losePower();
    simulation.runFor(60_000);
    assertThat(states).containsSubsequence("ice disconnected 5", "ice failed 15");
  }

  @Test
  void theOtherSideOfAClosedConnectionIsStillConnectedForAWhile() {
    RtcPair pair = connectedPair(SimulatedBrowser.CHROMIUM);
    pair.right.close();
    simulation.runFor(3000);
    assertThat(pair.left.getConnectionState()).isEqualTo("connected");
    simulation.runFor(30_000);
    assertThat(states).containsExactly("ice disconnected 5", "disconnected 5", "failed 15");
  }
}
