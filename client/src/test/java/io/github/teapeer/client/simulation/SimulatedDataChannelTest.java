package io.github.teapeer.client.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedDataChannelTest {
  private final Simulation simulation = new Simulation(11);
  private final RtcPair pair = new RtcPair(simulation);
  private final List<String> events = new ArrayList<>();
  private RTCDataChannel left;
  private RTCDataChannel right;

  @BeforeEach
  void openAChannel() {
    use(pair.open(RTCDataChannelInit.create()));
  }

  private void use(List<RTCDataChannel> ends) {
    left = ends.get(0);
    right = ends.get(1);
    record("left", left);
    record("right", right);
  }

  private void record(String side, RTCDataChannel channel) {
    for (String type : List.of("open", "closing", "close", "error", "bufferedamountlow")) {
      EventHandler<Event> handler = event -> events.add(side + " " + type);
      channel.addEventListener(type, handler);
    }
    channel.setOnmessage(event -> events.add(side + " got " + event.getData()));
  }

  private void settle() {
    simulation.runFor(5000);
  }

  private List<String> got() {
    return events.stream().filter(event -> event.contains(" got ")).toList();
  }

  @Test
  void messagesArriveInOrder() {
    for (int i = 0; i < 100; i++) {
      left.send(JavaValue.of("" + i));
    }
    settle();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      expected.add("right got " + i);
    }
    assertThat(got()).isEqualTo(expected);
  }

  @Test
  void aChannelOpensBeforeItReceivesThoughBothCameAtOnce() {
    RTCDataChannel opened = pair.left.createDataChannel("eager", null);
    opened.setOnopen(event -> opened.send(JavaValue.of("hello")));
    pair.right.setOndatachannel(event -> record("eager", event.getChannel()));
    settle();
    assertThat(events).containsSubsequence("eager open", "eager got hello");
  }

  @Test
  void messagesOfAnUnorderedChannelOvertakeEachOther() {
    RTCDataChannelInit options = RTCDataChannelInit.create();
    options.setOrdered(false);
    use(pair.open(options));
    assertThat(right.isOrdered()).isFalse();
    settle();
    events.clear();
    for (int i = 100; i < 200; i++) {
      left.send(JavaValue.of("" + i));
    }
    settle();
    List<String> got = got();
    assertThat(got).hasSize(100).isNotEqualTo(got.stream().sorted().toList());
  }

  @Test
  void messagesOfAnUnreliableChannelAreLost() {
    RTCDataChannelInit options = RTCDataChannelInit.create();
    options.setMaxRetransmits(0);
    use(pair.open(options));
    settle();
    events.clear();
    simulation.network().setConditions(LinkConditions.DEFAULT.withLoss(0.5));
    for (int i = 0; i < 100; i++) {
      left.send(JavaValue.of("" + i));
    }
    settle();
    assertThat(got()).hasSizeBetween(20, 80);
  }

  @Test
  void limitsOfRetransmissionExcludeEachOther() {
    RTCDataChannelInit options = RTCDataChannelInit.create();
    options.setMaxRetransmits(0);
    options.setMaxPacketLifeTime(100);
    assertThatThrownBy(() -> pair.left.createDataChannel("test", options))
        .isInstanceOf(DomException.class)
        .hasMessageContaining("exclude each other");
  }

  @Test
  void whatIsSentIsCopied() {
    byte[] bytes = {1, 2, 3};
    List<Object> received = new ArrayList<>();
    right.setOnmessage(event -> received.add(JavaValue.unwrap(event.getData())));
    left.send(JavaValue.of(bytes));
    Arrays.fill(bytes, (byte) 9);
    settle();
    assertThat(received).singleElement().isEqualTo(new byte[] {1, 2, 3});
  }

  @Test
  void binaryMessagesAreBlobsWhereThePageWantsThem() {
    List<Object> received = new ArrayList<>();
    right.setBinaryType("blob");
    right.setOnmessage(event -> received.add(event.getData()));
    left.send(JavaValue.of(new byte[3]));
    settle();
    assertThat(received).hasSize(1);
    assertThat(((SimulatedBlob) received.get(0)).content()).isEqualTo(new byte[3]);
    right.setBinaryType("nonsense");
    assertThat(right.getBinaryType()).isEqualTo("blob");
  }

  @Test
  void whatIsNotOpenCannotSend() {
    RTCDataChannel unopened = pair.left.createDataChannel("unopened", null);
    assertThatThrownBy(() -> unopened.send(JavaValue.of("x")))
        .isInstanceOf(DomException.class)
        .hasMessageContaining("not 'open'");
    left.close();
    assertThatThrownBy(() -> left.send(JavaValue.of("x"))).isInstanceOf(DomException.class);
  }

  @Test
  void whatIsNeitherTextNorBytesCannotBeSent() {
    assertThatThrownBy(() -> left.send(JavaValue.of(5.0))).isInstanceOf(DomException.class);
  }

  @Test
  void aMessageOfTheMaximumSizeCanBeSentAndALargerOneCannot() {
    left.send(JavaValue.of(new byte[262_144]));
    assertThatThrownBy(() -> left.send(JavaValue.of(new byte[262_145])))
        .isInstanceOfSatisfying(
            DomException.class, thrown -> assertThat(thrown.name()).isEqualTo("TypeError"));
    assertThat(left.getBufferedAmount()).isEqualTo(262_144);
  }

  @Test
  void aFullBufferThrows() {
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 65; i++) {
                left.send(JavaValue.of(new byte[262_144]));
              }
            })
        .isInstanceOfSatisfying(
            DomException.class, thrown -> assertThat(thrown.name()).isEqualTo("OperationError"));
    assertThat(left.getBufferedAmount()).isEqualTo(64 * 262_144);
    assertThat(left.getReadyState()).isEqualTo("open");
  }

  @Test
  void theBufferDrainsAtTheRateOfTheLink() {
    simulation.network().setConditions(new LinkConditions(10, 10, 0, 100_000));
    for (int i = 0; i < 10; i++) {
      left.send(JavaValue.of(new byte[10_000]));
    }
    assertThat(left.getBufferedAmount()).isEqualTo(100_000);
    simulation.runFor(510);
    assertThat(left.getBufferedAmount()).isBetween(40_000, 60_000);
    simulation.runFor(600);
    assertThat(left.getBufferedAmount()).isZero();
  }

  @Test
  void bufferedamountlowIsFiredWhenTheAmountFallsToTheThreshold() {
    settle();
    events.clear();
    left.setBufferedAmountLowThreshold(20_000);
    simulation.network().setConditions(new LinkConditions(10, 10, 0, 100_000));
    List<Integer> amounts = new ArrayList<>();
    left.setOnbufferedamountlow(event -> amounts.add(left.getBufferedAmount()));
    for (int i = 0; i < 10; i++) {
      left.send(JavaValue.of(new byte[10_000]));
    }
    settle();
    assertThat(amounts).containsExactly(20_000);
    assertThat(events).filteredOn(event -> event.contains("low")).hasSize(1);
  }

  @Test
  void bufferedamountlowIsNotFiredWhereTheThresholdWasNotPassed() {
    settle();
    events.clear();
    left.setBufferedAmountLowThreshold(100_000);
    left.send(JavaValue.of(new byte[10_000]));
    settle();
    assertThat(events).noneMatch(event -> event.contains("low"));
  }

  @Test
  void closingDeliversWhatWasSentBefore() {
    simulation.network().setConditions(new LinkConditions(10, 50, 0, 100_000));
    settle();
    events.clear();
    for (int i = 0; i < 20; i++) {
      left.send(JavaValue.of("message " + i + " ".repeat(5000)));
    }
    left.close();
    assertThat(left.getReadyState()).isEqualTo("closing");
    settle();
    assertThat(got().size()).isEqualTo(20);
    assertThat(events.subList(20, events.size()))
        .containsExactlyInAnyOrder("right closing", "right close", "left close")
        .containsSubsequence("right closing", "right close");
    assertThat(left.getReadyState()).isEqualTo("closed");
    assertThat(right.getReadyState()).isEqualTo("closed");
  }

  @Test
  void closingAnUnorderedChannelDeliversWhatWasSentBefore() {
    RTCDataChannelInit options = RTCDataChannelInit.create();
    options.setOrdered(false);
    use(pair.open(options));
    settle();
    events.clear();
    for (int i = 0; i < 50; i++) {
      left.send(JavaValue.of("message " + i));
    }
    left.close();
    settle();
    assertThat(got().size()).isEqualTo(50);
    assertThat(events).contains("left close", "right close");
  }

  @Test
  void bothSidesMayCloseAtOnce() {
    settle();
    events.clear();
    left.close();
    right.close();
    settle();
    assertThat(events).containsExactlyInAnyOrder("left close", "right close");
  }

  @Test
  void aChannelThatNeverOpenedCloses() {
    RTCDataChannel unopened =
        pair.simulation.newPage("third").newPeerConnection(null).createDataChannel("x", null);
    record("unopened", unopened);
    unopened.close();
    assertThat(unopened.getReadyState()).isEqualTo("closing");
    settle();
    assertThat(events).contains("unopened close");
    assertThat(unopened.getReadyState()).isEqualTo("closed");
  }

  @Test
  void theOtherSideSeesThatTheConnectionWasClosed() {
    settle();
    events.clear();
    pair.left.close();
    assertThat(left.getReadyState()).isEqualTo("closed");
    simulation.runFor(1700);
    assertThat(events).containsExactly("right error", "right close");
  }

  @Test
  void whatWasNotWrittenIsLostWhenTheConnectionIsClosed() {
    settle();
    events.clear();
    simulation.network().setConditions(new LinkConditions(10, 10, 0, 100_000));
    for (int i = 0; i < 20; i++) {
      left.send(JavaValue.of(i + " ".repeat(10_000)));
    }
    simulation.runFor(350);
    pair.left.close();
    settle();
    assertThat(got().size()).isBetween(2, 4);
  }

  @Test
  void aKilledTabIsNotSeenByTheChannel() {
    settle();
    events.clear();
    pair.leftPage.killTab();
    simulation.runFor(60_000);
    assertThat(events).isEmpty();
    assertThat(right.getReadyState()).isEqualTo("open");
  }

  @Test
  void channelsThatAreOpenAreCounted() {
    assertThat(pair.leftPage.openResources()).isEqualTo(new OpenResources(1, 1, 0, 0, 0));
    left.close();
    settle();
    assertThat(pair.leftPage.openResources()).isEqualTo(new OpenResources(1, 0, 0, 0, 0));
    assertThatThrownBy(() -> pair.leftPage.assertNothingOpen())
        .isInstanceOf(SimulationFailure.class)
        .hasMessageContaining("peerConnections=1");
    pair.left.close();
    pair.leftPage.assertNothingOpen();
  }
}
