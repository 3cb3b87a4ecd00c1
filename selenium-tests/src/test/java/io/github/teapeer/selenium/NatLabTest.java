package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.network.Household;
import io.github.teapeer.selenium.network.IceServers;
import io.github.teapeer.selenium.network.NatLab;
import io.github.teapeer.selenium.network.TurnServer;
import io.github.teapeer.selenium.page.Description;
import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.DataPair;
import io.github.teapeer.selenium.stage.Ending;
import io.github.teapeer.selenium.stage.LabPair;
import io.github.teapeer.selenium.stage.LabStage;
import io.github.teapeer.selenium.stage.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Chromium and Firefox, unless a test says otherwise, in two households behind NATs that are
 * symmetric unless a test says otherwise. Each dials the other.
 */
@DisabledIfSystemProperty(
    named = NatLab.SWITCH,
    matches = "off",
    disabledReason = "The NAT lab has been turned off by -D" + NatLab.SWITCH + "=off")
class NatLabTest {
  private static final int SMALL = 1 << 16;

  private static LabStage stage;

  @BeforeAll
  static void openLab() {
    stage = LabStage.open();
  }

  @AfterAll
  static void closeLab() {
    stage.close();
  }

  @AfterEach
  void heal() {
    for (Household household : stage.lab().households()) {
      household.heal();
      household.translateToAnyPort();
    }
  }

  @Test
  void symmetricNatsEndInATypedErrorWithoutTurn() {
    try (LabPair pair = stage.meet(IceServers.all(turn().stun()))) {
      PagePeer chromium = pair.first().peer();
      PagePeer firefox = pair.second().peer();
      List<DataPair> dialled = pair.dialBothWays();
      checkFailure(
          Ending.take(chromium, dialled.get(0).outgoing()),
          Ending.take(firefox, dialled.get(0).incoming()));
      checkFailure(
          Ending.take(firefox, dialled.get(1).outgoing()),
          Ending.take(chromium, dialled.get(1).incoming()));
    }
  }

  @Test
  void symmetricNatsAreCrossedWithTurn() {
    try (LabPair pair = stage.meet(anyWay())) {
      for (DataPair ends : pair.connectBothWays()) {
        assertThat(ends.outgoing().route()).contains("relay");
        exchange(ends, SMALL);
      }
    }
  }

  @Test
  void natsThatKeepThePortAreCrossedWithoutTurn() {
    stage.lab().households().forEach(Household::translateToTheSamePort);
    try (LabPair pair = stage.meet(IceServers.all(turn().stun()))) {
      pair.connectBothWays().forEach(ends -> exchange(ends, SMALL));
    }
  }

  @Test
  void householdsWithoutUdpMeetByTcp() {
    stage.lab().households().forEach(Household::blockUdp);
    try (LabPair pair = stage.meet(anyWay())) {
      for (DataPair ends : pair.connectBothWays()) {
        assertThat(ends.outgoing().route()).endsWith("by tcp");
        assertThat(ends.incoming().route()).endsWith("by tcp");
        exchange(ends, SMALL);
      }
    }
  }

  @Test
  void aMegabyteArrivesIntactEachWayWhereATenthIsLost() {
    stage.lab().first().loseUdp(0.1);
    try (LabPair pair = stage.meet(anyWay())) {
      exchange(pair.connectBothWays().get(0), 1 << 20);
    }
  }

  @Test
  void whatIsSentInABlackoutOfEightSecondsArrives() {
    try (LabPair pair = stage.meet(anyWay())) {
      surviveBlackout(pair, Duration.ofSeconds(8));
    }
  }

  /** Firefox gives a connection up after so long. */
  @Test
  void whatIsSentInABlackoutOfThirtySecondsArrivesInChromium() {
    try (LabPair pair = stage.meetInChromium(anyWay())) {
      surviveBlackout(pair, Duration.ofSeconds(30));
    }
  }

  private static void surviveBlackout(LabPair pair, Duration duration) {
    Household household = stage.lab().first();
    List<Outage> connections = pair.connectBothWays().stream().map(Outage::new).toList();
    household.goDark();
    connections.forEach(Outage::send);
    household.healAfter(duration);
    connections.forEach(Outage::receive);
    connections.forEach(Outage::closeOnceReconnected);
  }

  @Test
  void connectionsComeBackWhenARouterForgetsThem() {
    try (LabPair pair = stage.meet(anyWay())) {
      List<Outage> connections = pair.connectBothWays().stream().map(Outage::new).toList();
      stage.lab().households().forEach(Household::rebind);
      connections.forEach(Outage::send);
      connections.forEach(Outage::receive);
      connections.forEach(Outage::closeOnceReconnected);
    }
  }

  /** Who gives up first tells the other that it has closed. */
  private static void checkFailure(List<Description> one, List<Description> other) {
    assertThat(one.size() + other.size()).isPositive();
    assertThat(one).allMatch(error -> error.errorType().equals("negotiation-failed"));
    assertThat(other).allMatch(error -> error.errorType().equals("negotiation-failed"));
  }

  private static TurnServer turn() {
    return stage.lab().turn();
  }

  private static Map<String, Object> anyWay() {
    return IceServers.all(turn().stun(), turn().turn("udp"), turn().turn("tcp"));
  }

  private static void exchange(DataPair ends, int size) {
    deliver(ends.outgoing(), ends.incoming(), size);
    deliver(ends.incoming(), ends.outgoing(), size);
  }

  private static void deliver(PageDataConnection from, PageDataConnection to, int size) {
    Value value = Value.randomArrayBuffer(size, size);
    from.send(value);
    assertThat(to.takeData()).isEqualTo(value.description());
  }
}
