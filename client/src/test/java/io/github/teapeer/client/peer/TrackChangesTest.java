package io.github.teapeer.client.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.simulation.SimulatedMediaStreamTrack;
import io.github.teapeer.client.simulation.SimulatedPeerConnection;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.webrtc.RTCRtpTransceiver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that change what they send while they go on. */
class TrackChangesTest {
  private static final int SEEDS = Integer.getInteger("teapeer.walks", 200);

  private Simulation simulation = new Simulation(14);
  private CallPair pair;
  private TestPeer alice;
  private TestPeer bob;

  @BeforeEach
  void openBoth() {
    use(new CallPair(simulation));
  }

  private void use(CallPair newPair) {
    pair = newPair;
    simulation = newPair.simulation;
    alice = newPair.alice;
    bob = newPair.bob;
  }

  /** What came of a change. */
  private static final class Outcome implements Completion {
    private final List<String> told = new ArrayList<>();

    @Override
    public void done() {
      told.add("done");
    }

    @Override
    public void failed(PeerError error) {
      told.add(error.type().wireName());
    }

    boolean isSettled() {
      return !told.isEmpty();
    }

    /** It was settled once, like this. */
    void assertIs(String expected) {
      assertThat(told).containsExactly(expected);
    }
  }

  private void await(Outcome... outcomes) {
    for (Outcome outcome : outcomes) {
      simulation.runUntil(outcome::isSettled, 60_000);
    }
    simulation.runFor(2000);
  }

  private Outcome add(MediaConnection call, MediaStreamTrack track, MediaStream stream) {
    Outcome outcome = new Outcome();
    call.addTrack(track, stream, outcome);
    return outcome;
  }

  private Outcome remove(MediaConnection call, MediaStreamTrack track) {
    Outcome outcome = new Outcome();
    call.removeTrack(track, outcome);
    return outcome;
  }

  private Outcome replace(
      MediaConnection call, MediaStreamTrack track, MediaStreamTrack replacement) {
    Outcome outcome = new Outcome();
    call.replaceTrack(track, replacement, outcome);
    return outcome;
  }

  private static SimulatedMediaStreamTrack picture(MediaStream stream) {
    return (SimulatedMediaStreamTrack) stream.getVideoTracks().get(0);
  }

  /** Both ends are stable and know of the same sections. */
  private static void assertInStep(MediaConnection call, MediaConnection other) {
    SimulatedPeerConnection ours = (SimulatedPeerConnection) call.peerConnection();
    SimulatedPeerConnection theirs = (SimulatedPeerConnection) other.peerConnection();
    assertThat(ours.getSignalingState()).isEqualTo("stable");
    assertThat(theirs.getSignalingState()).isEqualTo("stable");
    assertThat(mids(ours)).doesNotContainNull().containsExactlyInAnyOrderElementsOf(mids(theirs));
  }

  private static List<String> mids(SimulatedPeerConnection connection) {
    List<String> mids = new ArrayList<>();
    for (int i = 0; i < connection.getTransceivers().getLength(); i++) {
      RTCRtpTransceiver transceiver = connection.getTransceivers().get(i);
      mids.add(transceiver.getMid());
    }
    return mids;
  }

  @Test
  void aTrackIsReplacedWithoutNegotiation() {
    MediaConnection call = pair.connected();
    long offers = pair.sent("alice", MessageType.OFFER);
    SimulatedMediaStreamTrack screen = alice.page.newTrack("video");
    Outcome outcome = replace(call, pair.aliceStream.getVideoTracks().get(0), screen);
    await(outcome);
    outcome.assertIs("done");
    assertThat(picture(bob.events.call().remoteStream()).source()).containsSame(screen);
    assertThat(pair.sent("alice", MessageType.OFFER)).isEqualTo(offers);
    pair.assertExhausted();
    pair.destroy();
  }

  @Test
  void aTrackIsReplacedByNothingAndTakenUpAgain() {
    MediaConnection call = pair.connected();
    SimulatedMediaStreamTrack camera = picture(pair.aliceStream);
    Outcome muted = replace(call, camera, null);
    await(muted);
    muted.assertIs("done");
    assertThat(picture(bob.events.call().remoteStream()).source()).isEmpty();
    Outcome resumed = replace(call, null, camera);
    await(resumed);
    resumed.assertIs("done");
    assertThat(picture(bob.events.call().remoteStream()).source()).containsSame(camera);
  }

  @Test
  void aTrackIsReplacedBeforeTheCallIsAnswered() {
    MediaConnection call = pair.ringing();
    SimulatedMediaStreamTrack screen = alice.page.newTrack("video");
    Outcome outcome = replace(call, picture(pair.aliceStream), screen);
    await(outcome);
    outcome.assertIs("done");
    bob.events.call().answer(pair.bobStream, null);
    bob.events.assertNext("call stream 2", "call willCloseOnRemote");
    assertThat(picture(bob.events.call().remoteStream()).source()).containsSame(screen);
  }

  @Test
  void aTrackOfPeerJsCallsCanBeReplaced() {
    pair.playStock("bob");
    MediaConnection call = pair.connected();
    Outcome outcome = replace(call, picture(pair.aliceStream), alice.page.newTrack("video"));
    await(outcome);
    outcome.assertIs("done");
  }

  @Test
  void whatCannotBeReplacedIsRefused() {
    MediaConnection call = pair.connected();
    MediaStreamTrack stranger = alice.page.newTrack("video");
    replace(call, stranger, alice.page.newTrack("video")).assertIs("webrtc");
    replace(call, null, stranger).assertIs("webrtc");
    replace(call, null, null).assertIs("webrtc");
    Outcome otherKind = replace(call, picture(pair.aliceStream), alice.page.newTrack("audio"));
    await(otherKind);
    otherKind.assertIs("webrtc");
    call.close();
    replace(call, picture(pair.aliceStream), stranger).assertIs("connection-closed");
  }

  @Test
  void aCallThatRingsHasNothingToReplace() {
    pair.ringing();
    replace(bob.events.call(), picture(pair.bobStream), null).assertIs("not-open-yet");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTrackIsAdded(boolean byTheCaller) {
    MediaConnection outgoing = pair.connected();
    MediaConnection call = byTheCaller ? outgoing : bob.events.call();
    MediaConnection other = byTheCaller ? bob.events.call() : outgoing;
    TestPeer adding = byTheCaller ? alice : bob;
    TestPeer seeing = byTheCaller ? bob : alice;
    MediaStream screen = adding.page.newStream("video");
    Outcome outcome = add(call, screen.getVideoTracks().get(0), screen);
    await(outcome);
    outcome.assertIs("done");
    seeing.events.assertNext("call stream 1");
    assertThat(seeing.events.tracks()).containsExactly("video 1");
    assertThat(picture(other.remoteStream()).source()).containsSame(picture(screen));
    assertInStep(call, other);
    pair.assertExhausted();
    pair.destroy();
  }

  @Test
  void aTrackWithoutAStreamBecomesPartOfTheCallsStream() {
    MediaConnection call = pair.connected();
    Outcome outcome = add(call, alice.page.newTrack("video"), null);
    await(outcome);
    outcome.assertIs("done");
    assertThat(bob.events.tracks()).containsExactly("video 1");
    assertThat(bob.events.call().remoteStream().getTracks().getLength()).isEqualTo(3);
    pair.assertExhausted();
  }

  @Test
  void aTrackOfACallThatSendsNoStreamHasNone() {
    pair.ringing();
    bob.events.call().answer(null, null);
    bob.events.assertNext("call stream 2", "call willCloseOnRemote");
    alice.events.assertNext("call willCloseOnRemote");
    Outcome outcome = add(bob.events.call(), bob.page.newTrack("audio"), null);
    await(outcome);
    outcome.assertIs("done");
    assertThat(alice.events.tracks()).containsExactly("audio 0");
    pair.assertExhausted();
  }

  @Test
  void aTrackIsRemoved() {
    MediaConnection call = pair.connected();
    MediaStream seen = bob.events.call().remoteStream();
    Outcome outcome = remove(call, picture(pair.aliceStream));
    await(outcome);
    outcome.assertIs("done");
    assertThat(seen.getTracks().getLength()).isEqualTo(1);
    assertInStep(call, bob.events.call());
    remove(call, picture(pair.aliceStream)).assertIs("webrtc");
    remove(call, null).assertIs("webrtc");
    pair.assertExhausted();
    pair.destroy();
  }

  @Test
  void changesInOneGoAreAgreedUponTogether() {
    MediaConnection call = pair.connected();
    MediaStream screen = alice.page.newStream("video", "audio");
    Outcome first = add(call, screen.getVideoTracks().get(0), screen);
    Outcome second = add(call, screen.getAudioTracks().get(0), screen);
    Outcome third = remove(call, picture(pair.aliceStream));
    await(first, second, third);
    first.assertIs("done");
    second.assertIs("done");
    third.assertIs("done");
    bob.events.assertNext("call stream 2");
    assertInStep(call, bob.events.call());
    pair.assertExhausted();
  }

  @Test
  void aCallIsChangedAsSoonAsItIsAnswered() {
    MediaConnection call = pair.ringing();
    MediaStream screen = bob.page.newStream("video");
    bob.events.call().answer(pair.bobStream, null);
    Outcome outcome = add(bob.events.call(), picture(screen), screen);
    await(outcome);
    outcome.assertIs("done");
    assertThat(alice.events.tracks()).hasSize(3);
    assertInStep(call, bob.events.call());
  }

  @Test
  void bothSidesChangeAtOnce() {
    boolean collided = false;
    for (int seed = 0; seed < SEEDS; seed++) {
      use(new CallPair(new Simulation(seed)));
      MediaConnection call = pair.connected();
      MediaConnection other = bob.events.call();
      int apart = seed % 40;
      Outcome ours = add(call, alice.page.newTrack("video"), null);
      simulation.runFor(apart);
      Outcome theirs = add(other, bob.page.newTrack("audio"), null);
      Outcome removed = remove(other, picture(pair.bobStream));
      await(ours, theirs, removed);
      ours.assertIs("done");
      theirs.assertIs("done");
      removed.assertIs("done");
      assertThat(bob.events.tracks()).as("Seed %d", seed).containsExactly("video 1");
      assertThat(alice.events.tracks()).as("Seed %d", seed).containsExactly("audio 1");
      assertThat(call.remoteStream().getVideoTracks().getLength()).isZero();
      assertInStep(call, other);
      pair.assertExhausted();
      collided |= pair.sent("bob", MessageType.OFFER) > 1;
      pair.destroy();
    }
    assertThat(collided).as("Whether an offer was dropped and made again").isTrue();
  }

  @Test
  void nothingIsLostWithTheMessagesThatAre() {
    for (int seed = 0; seed < SEEDS; seed++) {
      use(new CallPair(new Simulation(seed)));
      MediaConnection call = pair.connected();
      MediaConnection other = bob.events.call();
      simulation
          .server()
          .setRule(
              signal -> {
                int chance = simulation.random().nextInt(10);
                return chance < 3 ? -1 : chance < 5 ? simulation.random().nextInt(3000) : 0;
              });
      Outcome ours = add(call, alice.page.newTrack("video"), null);
      simulation.runFor(simulation.random().nextInt(300));
      Outcome theirs = add(other, bob.page.newTrack("audio"), null);
      simulation.runFor(10_000);
      simulation.server().setRule(null);
      await(ours, theirs);
      ours.assertIs("done");
      theirs.assertIs("done");
      assertInStep(call, other);
      pair.destroy();
    }
  }

  @Test
  void aSideThatNeverAnswersIsGivenUpAndTheCallGoesOn() {
    MediaConnection call = pair.connected();
    bob.peer.disconnect();
    bob.events.assertNext("peer disconnected bob");
    Outcome outcome = add(call, alice.page.newTrack("video"), null);
    await(outcome);
    outcome.assertIs("timeout");
    assertThat(call.state()).isEqualTo(Connection.State.OPEN);
    long offers = pair.sent("alice", MessageType.OFFER);
    simulation.runFor(60_000);
    assertThat(pair.sent("alice", MessageType.OFFER)).isEqualTo(offers);
    // Back at the server, the other side agrees to the first change with the second.
    bob.peer.reconnect();
    bob.events.assertNext("peer open bob");
    Outcome again = add(call, alice.page.newTrack("audio"), null);
    await(again);
    again.assertIs("done");
    assertThat(bob.events.tracks()).containsExactly("video 1", "audio 1");
    assertInStep(call, bob.events.call());
    pair.destroy();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 20, 40, 60, 80, 120})
  void aCallThatEndsMeanwhileFailsTheChange(int after) {
    MediaConnection call = pair.connected();
    Outcome added = add(call, alice.page.newTrack("video"), null);
    Outcome replaced = replace(call, picture(pair.aliceStream), alice.page.newTrack("video"));
    Outcome theirs = add(bob.events.call(), bob.page.newTrack("audio"), null);
    simulation.runFor(after);
    call.close();
    alice.events.assertNext("call close");
    bob.events.assertNext("call close");
    for (Outcome outcome : List.of(added, replaced, theirs)) {
      assertThat(outcome.told).hasSize(1);
      assertThat(outcome.told.get(0)).isIn("done", "connection-closed");
    }
    pair.assertExhausted();
    pair.destroy();
  }

  @Test
  void aCallThatIsNotAnsweredCannotBeChanged() {
    MediaConnection call = pair.ringing();
    add(call, alice.page.newTrack("video"), null).assertIs("not-open-yet");
    add(bob.events.call(), bob.page.newTrack("video"), null).assertIs("not-open-yet");
    remove(call, picture(pair.aliceStream)).assertIs("not-open-yet");
  }

  @Test
  void aCallThatHasEndedCannotBeChanged() {
    MediaConnection call = pair.connected();
    call.close();
    add(call, alice.page.newTrack("video"), null).assertIs("connection-closed");
    remove(call, picture(pair.aliceStream)).assertIs("connection-closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "bob"})
  void peerJsIsNotAskedToRenegotiate(String stock) {
    pair.playStock(stock);
    MediaConnection outgoing = pair.connected();
    boolean ours = stock.equals("bob");
    MediaConnection call = ours ? outgoing : bob.events.call();
    TestPeer side = ours ? alice : bob;
    Outcome outcome = add(call, side.page.newTrack("video"), null);
    outcome.assertIs("negotiation-failed");
    remove(call, picture(ours ? pair.aliceStream : pair.bobStream)).assertIs("negotiation-failed");
    simulation.runFor(5000);
    assertThat(pair.sent(side.peer.id(), MessageType.OFFER)).isEqualTo(ours ? 1 : 0);
    assertThat(call.peerConnection().getSenders().getLength()).isEqualTo(2);
    pair.assertExhausted();
  }

  @Test
  void anOfferOfAPeerThatDidNotSayThatItRenegotiatesIsIgnored() {
    pair.playStock("alice");
    MediaConnection call = pair.connected();
    String offer =
        simulation.server().received().stream()
            .filter(signal -> MessageType.OFFER.equals(signal.type()))
            .map(signal -> alice.page.toJson(signal.payload()))
            .findFirst()
            .orElseThrow();
    long answers = pair.sent("bob", MessageType.ANSWER);
    simulation.server().forge(MessageType.OFFER, "alice", "bob", offer);
    String claim = offer.substring(0, offer.length() - 1) + ",\"teapeer\":{\"v\":1,\"round\":1}}";
    simulation.server().forge(MessageType.OFFER, "alice", "bob", claim);
    pair.assertExhausted();
    assertThat(pair.sent("bob", MessageType.ANSWER)).isEqualTo(answers);
    assertThat(call.state()).isEqualTo(Connection.State.OPEN);
  }

  @Test
  void whatThePlatformRefusesToAddIsAnError() {
    MediaConnection call = pair.connected();
    add(call, picture(pair.aliceStream), null).assertIs("webrtc");
    assertThat(call.state()).isEqualTo(Connection.State.OPEN);
    pair.assertExhausted();
  }

  @Test
  void aStreamIsToldOfOnce() {
    MediaConnection call = pair.connected();
    MediaStream second = alice.page.newStream("video");
    MediaStreamTrack camera = picture(pair.aliceStream);
    Outcome one = add(call, second.getVideoTracks().get(0), second);
    await(one);
    bob.events.assertNext("call stream 1");
    Outcome two = add(call, alice.page.newTrack("audio"), pair.aliceStream);
    await(two);
    Outcome three = remove(call, camera);
    await(three);
    Outcome four = add(call, camera, pair.aliceStream);
    await(four);
    four.assertIs("done");
    assertThat(bob.events.tracks()).containsExactly("video 1", "audio 1", "video 1");
    pair.assertExhausted();
  }
}
