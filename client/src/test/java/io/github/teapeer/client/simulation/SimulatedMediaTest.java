package io.github.teapeer.client.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCRtpSender;
import io.github.teapeer.jso.webrtc.RTCRtpTransceiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

class SimulatedMediaTest {
  private final Simulation simulation = new Simulation(13);
  private final RtcPair pair = new RtcPair(simulation);
  private final RTCPeerConnection left = pair.left;
  private final RTCPeerConnection right = pair.right;
  private final List<MediaStream> leftStreams = new ArrayList<>();
  private final List<MediaStream> rightStreams = new ArrayList<>();
  private final List<MediaStreamTrack> rightTracks = new ArrayList<>();

  @BeforeEach
  void recordTracks() {
    left.setOntrack(event -> leftStreams.add(event.getStreams().get(0)));
    right.setOntrack(
        event -> {
          rightTracks.add(event.getTrack());
          if (event.getStreams().getLength() > 0) {
            rightStreams.add(event.getStreams().get(0));
          }
        });
  }

  private void send(RTCPeerConnection connection, MediaStream stream) {
    for (int i = 0; i < stream.getTracks().getLength(); i++) {
      connection.addTrack(stream.getTracks().get(i), stream);
    }
  }

  @Test
  void eachTrackHasAnEventAndTheyShareTheirStream() {
    MediaStream stream = pair.leftPage.newStream("audio", "video");
    send(left, stream);
    pair.negotiate();
    assertThat(rightTracks).extracting(MediaStreamTrack::getKind).containsExactly("audio", "video");
    assertThat(rightStreams).hasSize(2);
    assertThat(rightStreams.get(0)).isSameAs(rightStreams.get(1));
    assertThat(rightStreams.get(0).getId()).isEqualTo(stream.getId());
    assertThat(rightStreams.get(0).getTracks().getLength()).isEqualTo(2);
    assertThat(rightStreams.get(0).getAudioTracks().getLength()).isEqualTo(1);
    assertThat(leftStreams).isEmpty();
  }

  @Test
  void aStreamInTheAnswerArrivesWithTheAnswer() {
    send(left, pair.leftPage.newStream("audio"));
    MediaStream answer = pair.rightPage.newStream("audio");
    pair.await(left.setLocalDescription(null));
    pair.await(right.setRemoteDescription(left.getLocalDescription()));
    send(right, answer);
    pair.await(right.setLocalDescription(null));
    pair.await(left.setRemoteDescription(right.getLocalDescription()));
    assertThat(leftStreams)
        .singleElement()
        .extracting(MediaStream::getId)
        .isEqualTo(answer.getId());
    assertThat(right.getTransceivers().getLength()).isEqualTo(1);
    assertThat(right.getTransceivers().get(0).getCurrentDirection()).isEqualTo("sendrecv");
  }

  @Test
  void withoutAStreamTheAnswererOnlyReceives() {
    send(left, pair.leftPage.newStream("video"));
    pair.negotiate();
    assertThat(left.getTransceivers().get(0).getCurrentDirection()).isEqualTo("sendonly");
    assertThat(right.getTransceivers().get(0).getCurrentDirection()).isEqualTo("recvonly");
  }

  @Test
  void mediaFlowsWhenTheConnectionIsConnected() {
    MediaStream stream = pair.leftPage.newStream("video");
    send(left, stream);
    pair.negotiate();
    SimulatedMediaStreamTrack received = (SimulatedMediaStreamTrack) rightTracks.get(0);
    assertThat(received.isMuted()).isTrue();
    assertThat(received.source()).isEmpty();
    pair.untilConnected();
    assertThat(received.isMuted()).isFalse();
    assertThat(received.source())
        .containsSame((SimulatedMediaStreamTrack) stream.getTracks().get(0));
  }

  @Test
  void replacingATrackNeedsNoNegotiation() {
    send(left, pair.leftPage.newStream("video"));
    pair.negotiate();
    pair.untilConnected();
    SimulatedMediaStreamTrack screen = pair.leftPage.newTrack("video");
    List<String> events = new ArrayList<>();
    left.setOnnegotiationneeded(event -> events.add("needed"));
    RTCRtpSender sender = left.getSenders().get(0);
    pair.await(sender.replaceTrack(screen));
    assertThat(((SimulatedMediaStreamTrack) rightTracks.get(0)).source()).containsSame(screen);
    assertThat(events).isEmpty();
    pair.await(sender.replaceTrack(null));
    assertThat(((SimulatedMediaStreamTrack) rightTracks.get(0)).source()).isEmpty();
    assertThat(Settled.errorName(simulation, sender.replaceTrack(pair.leftPage.newTrack("audio"))))
        .isEqualTo("TypeError");
  }

  @Test
  void removingATrackTakesItOutOfTheRemoteStream() {
    send(left, pair.leftPage.newStream("audio", "video"));
    pair.negotiate();
    left.removeTrack(left.getSenders().get(1));
    pair.negotiate();
    assertThat(rightStreams.get(0).getTracks().getLength()).isEqualTo(1);
    assertThat(rightTracks.get(1).isMuted()).isTrue();
  }

  @Test
  void aTrackThatIsAddedLaterHasAnEventAfterTheNextNegotiation() {
    send(left, pair.leftPage.newStream("audio"));
    pair.negotiate();
    List<String> events = new ArrayList<>();
    left.setOnnegotiationneeded(event -> events.add("needed"));
    send(left, pair.leftPage.newStream("video"));
    simulation.runFor(100);
    assertThat(events).containsExactly("needed");
    pair.negotiate();
    assertThat(rightTracks).extracting(MediaStreamTrack::getKind).containsExactly("audio", "video");
  }

  @Test
  void theOtherSideMayOfferNext() {
    send(left, pair.leftPage.newStream("audio"));
    pair.negotiate();
    send(right, pair.rightPage.newStream("audio", "video"));
    pair.negotiate(right, left);
    assertThat(leftStreams).hasSize(2);
    assertThat(left.getTransceivers().getLength()).isEqualTo(2);
  }

  @Test
  void aTrackCannotBeAddedTwice() {
    MediaStream stream = pair.leftPage.newStream("audio");
    send(left, stream);
    assertThatThrownBy(() -> send(left, stream)).isInstanceOf(DomException.class);
  }

  @Test
  void aTransceiverThatOnlyReceivesMakesTheOtherSideSend() {
    JSObject init = Values.newObject();
    Values.set(init, "direction", "recvonly");
    RTCRtpTransceiver transceiver = left.addTransceiver("video", init);
    pair.await(left.setLocalDescription(null));
    pair.await(right.setRemoteDescription(left.getLocalDescription()));
    assertThat(rightTracks).isEmpty();
    send(right, pair.rightPage.newStream("video"));
    pair.await(right.setLocalDescription(null));
    pair.await(left.setRemoteDescription(right.getLocalDescription()));
    assertThat(leftStreams).hasSize(1);
    assertThat(transceiver.getCurrentDirection()).isEqualTo("recvonly");
    assertThatThrownBy(() -> left.addTransceiver("smell", null)).isInstanceOf(DomException.class);
  }

  @Test
  void theOldOptionsOfAnOfferMakeItReceive() {
    JSObject options = JavaValue.of(Map.of("offerToReceiveVideo", true));
    pair.await(left.setLocalDescription(pair.await(left.createOffer(options))));
    assertThat(left.getTransceivers().get(0).getDirection()).isEqualTo("recvonly");
  }

  @Test
  void aStoppedTransceiverIsRejectedInTheNextOffer() {
    send(left, pair.leftPage.newStream("audio", "video"));
    pair.negotiate();
    left.getTransceivers().get(0).stop();
    assertThat(pair.await(left.createOffer(null)).getSdp()).contains("m=audio 0 ");
    pair.negotiate();
    assertThat(right.getTransceivers().get(0).getCurrentDirection()).isEqualTo("inactive");
  }

  @Test
  void aRollbackForgetsTheTransceiversOfTheOffer() {
    send(left, pair.leftPage.newStream("audio"));
    pair.await(left.setLocalDescription(null));
    pair.await(right.setRemoteDescription(left.getLocalDescription()));
    assertThat(right.getTransceivers().getLength()).isEqualTo(1);
    pair.await(right.setRemoteDescription(new SimulatedSessionDescription("rollback", "")));
    assertThat(right.getTransceivers().getLength()).isZero();
  }

  @Test
  void stoppingATrackFiresNoEventAndLosingItsSourceDoes() {
    List<String> events = new ArrayList<>();
    SimulatedMediaStream stream = pair.leftPage.newStream("audio", "video");
    SimulatedMediaStreamTrack audio = (SimulatedMediaStreamTrack) stream.getTracks().get(0);
    SimulatedMediaStreamTrack video = (SimulatedMediaStreamTrack) stream.getTracks().get(1);
    audio.setOnended(event -> events.add("audio ended"));
    video.setOnended(event -> events.add("video ended"));
    audio.stop();
    assertThat(stream.isActive()).isTrue();
    video.end();
    simulation.run();
    assertThat(events).containsExactly("video ended");
    assertThat(stream.isActive()).isFalse();
  }

  @Test
  void theSectionOfAnOfferThatWasRolledBackGoesToTheOtherSidesTrack() {
    send(left, pair.leftPage.newStream("audio"));
    send(right, pair.rightPage.newStream("audio"));
    pair.negotiate();
    leftStreams.clear();
    rightTracks.clear();
    right.addTrack(pair.rightPage.newTrack("audio"), pair.rightPage.newStream());
    send(left, pair.leftPage.newStream("video"));
    pair.await(right.setLocalDescription(null));
    pair.await(left.setLocalDescription(null));
    pair.await(right.setRemoteDescription(left.getLocalDescription()));
    pair.await(right.setLocalDescription(null));
    pair.await(left.setRemoteDescription(right.getLocalDescription()));
    assertThat(leftStreams).as("What the right side offered and took back").isEmpty();
    assertThat(rightTracks).extracting(MediaStreamTrack::getKind).containsExactly("video");
    pair.negotiate(right, left);
    assertThat(leftStreams).hasSize(1);
    assertThat(left.getTransceivers().getLength()).isEqualTo(3);
  }
}
