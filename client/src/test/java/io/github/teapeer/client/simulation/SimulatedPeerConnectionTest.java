package io.github.teapeer.client.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

class SimulatedPeerConnectionTest {
  private final Simulation simulation = new Simulation(3);
  private final RtcPair pair = new RtcPair(simulation);
  private final RTCPeerConnection left = pair.left;
  private final RTCPeerConnection right = pair.right;
  private final List<String> states = new ArrayList<>();

  private RTCSessionDescription offerOfData() {
    left.createDataChannel("test", null);
    return pair.await(left.createOffer(null));
  }

  private static JSObject init(String type, String sdp) {
    JSObject init = Values.newObject();
    Values.set(init, "type", type);
    Values.set(init, "sdp", sdp);
    return init;
  }

  private static JSObject candidate(Object candidate, Object mid, Object index) {
    Map<String, Object> init = new LinkedHashMap<>();
    init.put("candidate", candidate);
    init.put("sdpMid", mid);
    init.put("sdpMLineIndex", index);
    return JavaValue.of(init);
  }

  @Test
  void twoConnectionsConnect() {
    left.createDataChannel("test", null);
    left.setOnconnectionstatechange(event -> states.add(left.getConnectionState()));
    pair.negotiate();
    pair.untilConnected();
    assertThat(states).containsExactly("connecting", "connected");
    assertThat(left.getSctp().getMaxMessageSize()).isEqualTo(262_144);
  }

  @Test
  void signalingStatesFollowTheDescriptions() {
    EventHandler<Event> record = event -> states.add(left.getSignalingState());
    left.setOnsignalingstatechange(record);
    right.setOnsignalingstatechange(event -> states.add("right " + right.getSignalingState()));
    left.createDataChannel("test", null);
    pair.negotiate();
    assertThat(states)
        .containsExactly("have-local-offer", "right have-remote-offer", "right stable", "stable");
  }

  @Test
  void theAnswerersChannelsComeByTheDatachannelEvent() {
    left.createDataChannel("first", null);
    pair.negotiate();
    simulation.runUntil(() -> !pair.rightIncoming.isEmpty(), 10_000);
    assertThat(pair.rightIncoming.get(0).getLabel()).isEqualTo("first");
    assertThat(pair.leftIncoming).isEmpty();
  }

  @Test
  void anAnswerNeedsARemoteOffer() {
    assertThat(Settled.errorName(simulation, left.createAnswer())).isEqualTo("InvalidStateError");
    JSObject answer = init("answer", offerOfData().getSdp());
    assertThat(Settled.errorName(simulation, left.setLocalDescription(answer)))
        .isEqualTo("InvalidStateError");
    assertThat(Settled.errorName(simulation, right.setRemoteDescription(answer)))
        .isEqualTo("InvalidStateError");
  }

  @Test
  void aSecondAnswerIsRefused() {
    left.createDataChannel("test", null);
    pair.negotiate();
    RTCSessionDescription answer = left.getRemoteDescription();
    assertThat(Settled.errorName(simulation, left.setRemoteDescription(answer)))
        .isEqualTo("InvalidStateError");
  }

  @Test
  void anOfferCannotBeCreatedInTheStateOfAnswering() {
    pair.await(right.setRemoteDescription(offerOfData()));
    assertThat(Settled.errorName(simulation, right.createOffer(null)))
        .isEqualTo("InvalidStateError");
  }

  @Test
  void aRemoteOfferRollsALocalOneBack() {
    left.createDataChannel("test", null);
    right.createDataChannel("test", null);
    RTCSessionDescription leftOffer = pair.await(left.createOffer(null));
    pair.await(left.setLocalDescription(leftOffer));
    RTCSessionDescription rightOffer = pair.await(right.createOffer(null));
    pair.await(right.setLocalDescription(rightOffer));
    left.setOnsignalingstatechange(event -> states.add(left.getSignalingState()));
    pair.await(left.setRemoteDescription(rightOffer));
    assertThat(left.getSignalingState()).isEqualTo("have-remote-offer");
    pair.await(left.setLocalDescription(pair.await(left.createAnswer())));
    pair.await(right.setRemoteDescription(left.getLocalDescription()));
    pair.untilConnected();
  }

  @Test
  void aRollbackLeadsBackToStable() {
    pair.await(left.setLocalDescription(offerOfData()));
    pair.await(left.setLocalDescription(init("rollback", "")));
    assertThat(left.getSignalingState()).isEqualTo("stable");
    pair.negotiate();
    pair.untilConnected();
  }

  @Test
  void malformedDescriptionsAreRejected() {
    String[] malformed = {"", "hello", "v=0\r\nnonsense\r\n", "v=0\r\nm=application\r\n"};
    for (String sdp : malformed) {
      assertThat(Settled.errorName(simulation, right.setRemoteDescription(init("offer", sdp))))
          .as(sdp)
          .isEqualTo("OperationError");
    }
    assertThat(right.getSignalingState()).isEqualTo("stable");
  }

  @Test
  void whatIsNoDescriptionIsATypeError() {
    for (JSObject nonsense :
        new JSObject[] {
          null, JavaValue.of("offer"), Values.newObject(), init("question", "v=0"), init(null, "")
        }) {
      assertThat(Settled.errorName(simulation, right.setRemoteDescription(nonsense)))
          .isEqualTo("TypeError");
    }
  }

  @Test
  void aDescriptionOfAnotherConnectionCannotBeSetLocally() {
    JSObject foreign = offerOfData();
    assertThat(Settled.errorName(simulation, right.setLocalDescription(foreign)))
        .isEqualTo("InvalidModificationError");
  }

  @Test
  void anSdpMayBeChangedBeforeItIsApplied() {
    RTCSessionDescription offer = offerOfData();
    String changed = offer.getSdp().replace("t=0 0\r\n", "t=0 0\r\nb=AS:30\r\n");
    pair.await(left.setLocalDescription(init("offer", changed)));
    assertThat(left.getSignalingState()).isEqualTo("have-local-offer");
  }

  @Test
  void withoutADescriptionTheRightOneIsCreated() {
    left.createDataChannel("test", null);
    pair.await(left.setLocalDescription(null));
    assertThat(left.getSignalingState()).isEqualTo("have-local-offer");
    pair.await(right.setRemoteDescription(left.getLocalDescription()));
    pair.await(right.setLocalDescription(null));
    pair.await(left.setRemoteDescription(right.getLocalDescription()));
    pair.untilConnected();
  }

  @Test
  void anAnswerWithOtherSectionsIsRejected() {
    RTCSessionDescription offer = offerOfData();
    pair.await(left.setLocalDescription(offer));
    String other = offer.getSdp().replace("a=mid:0", "a=mid:other");
    assertThat(Settled.errorName(simulation, left.setRemoteDescription(init("answer", other))))
        .isEqualTo("OperationError");
    assertThat(left.getSignalingState()).isEqualTo("have-local-offer");
  }

  @Test
  void candidatesAreFoundOneAfterTheOtherAndThenNull() {
    left.setOnicecandidate(
        event -> states.add(event.getCandidate() == null ? "end" : left.getIceGatheringState()));
    pair.await(left.setLocalDescription(offerOfData()));
    assertThat(states).isEmpty();
    simulation.run();
    assertThat(states).startsWith("gathering").endsWith("end").hasSizeBetween(2, 4);
    assertThat(left.getIceGatheringState()).isEqualTo("complete");
    assertThat(left.getLocalDescription().getSdp()).contains("a=candidate:");
  }

  @Test
  void firefoxEndsItsCandidatesWithAnEmptyOne() {
    SimulatedPlatform firefox = simulation.newPage("firefox");
    firefox.setBrowser(SimulatedBrowser.FIREFOX);
    RTCPeerConnection connection = firefox.newPeerConnection(null);
    connection.createDataChannel("test", null);
    connection.setOnicecandidate(
        event ->
            states.add(
                event.getCandidate() == null ? "null" : event.getCandidate().getCandidate()));
    pair.await(connection.setLocalDescription(pair.await(connection.createOffer(null))));
    simulation.run();
    assertThat(states).endsWith("", "null");
    pair.await(right.setRemoteDescription(connection.getLocalDescription()));
    pair.await(right.addIceCandidate(candidate("", "0", 0.0)));
  }

  @Test
  void candidatesInADescriptionAreEnough() {
    left.createDataChannel("test", null);
    RTCPeerConnection untrickled = pair.rightPage.newPeerConnection(null);
    pair.await(left.setLocalDescription(pair.await(left.createOffer(null))));
    simulation.runUntil(() -> left.getIceGatheringState().equals("complete"), 5000);
    pair.await(untrickled.setRemoteDescription(left.getLocalDescription()));
    pair.await(untrickled.setLocalDescription(pair.await(untrickled.createAnswer())));
    pair.await(left.setRemoteDescription(untrickled.getLocalDescription()));
    simulation.runUntil(() -> untrickled.getConnectionState().equals("connected"), 5000);
  }

  @Test
  void aCandidateNeedsARemoteDescription() {
    JSObject good = candidate("candidate:1 1 udp 1 10.0.0.2 5000 typ host", "0", 0.0);
    assertThat(Settled.errorName(simulation, right.addIceCandidate(good)))
        .isEqualTo("InvalidStateError");
    pair.await(right.setRemoteDescription(offerOfData()));
    pair.await(right.addIceCandidate(good));
  }

  @Test
  void malformedCandidatesAreRejected() {
    pair.await(right.setRemoteDescription(offerOfData()));
    String good = "candidate:1 1 udp 1 10.0.0.2 5000 typ host";
    Map<JSObject, String> errors = new LinkedHashMap<>();
    errors.put(candidate("nonsense", "0", 0.0), "OperationError");
    errors.put(candidate(good.replace("5000", "port"), "0", 0.0), "OperationError");
    errors.put(candidate(good, "unknown", null), "OperationError");
    errors.put(candidate(good, null, 7.0), "OperationError");
    errors.put(candidate(good, null, null), "TypeError");
    errors.forEach(
        (malformed, error) ->
            assertThat(Settled.errorName(simulation, right.addIceCandidate(malformed)))
                .as(malformed.toString())
                .isEqualTo(error));
    pair.await(right.addIceCandidate(candidate(good, null, 0.0)));
    pair.await(right.addIceCandidate(null));
  }

  @Test
  void operationsRunInTheOrderInWhichTheyWereAskedFor() {
    left.createDataChannel("test", null);
    pair.await(left.setLocalDescription(null));
    simulation.runUntil(() -> left.getIceGatheringState().equals("complete"), 5000);
    right.setRemoteDescription(left.getLocalDescription()).then(x -> states.add("1"), x -> {});
    right
        .addIceCandidate(candidate("candidate:1 1 udp 1 10.0.0.2 5000 typ host", "0", 0.0))
        .then(x -> states.add("2"), x -> states.add("2 failed"));
    right.createAnswer().then(x -> states.add("3"), x -> states.add("3 failed"));
    simulation.run();
    assertThat(states).containsExactly("1", "2", "3");
  }

  @Test
  void operationsOfAClosedConnectionAreNeverSettled() {
    Settled<RTCSessionDescription> offer = Settled.of(left.createOffer(null));
    left.close();
    simulation.run();
    assertThat(offer.isDone()).isFalse();
  }

  @Test
  void aClosedConnectionRefusesOperations() {
    left.close();
    assertThat(Settled.errorName(simulation, left.createOffer(null)))
        .isEqualTo("InvalidStateError");
    assertThatThrownBy(() -> left.createDataChannel("test", null))
        .isInstanceOf(DomException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> left.addTrack(pair.leftPage.newTrack("audio"), null))
        .isInstanceOf(DomException.class);
    assertThat(left.getSignalingState()).isEqualTo("closed");
    assertThat(left.getIceConnectionState()).isEqualTo("closed");
    assertThat(left.getConnectionState()).isEqualTo("closed");
  }

  @Test
  void closingFiresNoEventHere() {
    pair.open(RTCDataChannelInit.create());
    simulation.runFor(1000);
    left.setOniceconnectionstatechange(event -> states.add("ice"));
    left.setOnconnectionstatechange(event -> states.add("connection"));
    left.setOnsignalingstatechange(event -> states.add("signaling"));
    left.close();
    simulation.runFor(60_000);
    assertThat(states).isEmpty();
  }

  @Test
  void negotiationIsNeededOnceForAChannelAndNotForASecondOne() {
    left.setOnnegotiationneeded(event -> states.add("needed"));
    left.createDataChannel("first", null);
    left.createDataChannel("second", null);
    simulation.run();
    assertThat(states).containsExactly("needed");
    pair.negotiate();
    left.createDataChannel("third", null);
    simulation.run();
    assertThat(states).containsExactly("needed");
  }

  @Test
  void negotiationIsNeededForATrackThatIsAddedDuringANegotiation() {
    left.createDataChannel("first", null);
    pair.await(left.setLocalDescription(null));
    left.setOnnegotiationneeded(event -> states.add("needed"));
    left.addTrack(pair.leftPage.newTrack("audio"), null);
    simulation.run();
    assertThat(states).isEmpty();
    pair.await(right.setRemoteDescription(left.getLocalDescription()));
    pair.await(right.setLocalDescription(null));
    pair.await(left.setRemoteDescription(right.getLocalDescription()));
    simulation.run();
    assertThat(states).containsExactly("needed");
  }

  @Test
  void configurationsThatBrowsersRefuseAreRefused() {
    Map<Object, String> errors = new LinkedHashMap<>();
    errors.put(Map.of("url", "stun:stun.example.org"), "TypeError");
    errors.put(Map.of("urls", "http://example.org"), "SyntaxError");
    errors.put(Map.of("urls", "turn:user@example.org"), "SyntaxError");
    errors.put(Map.of("urls", "turn:example.org"), "InvalidAccessError");
    errors.put("stun:stun.example.org", "TypeError");
    errors.forEach(
        (server, error) ->
            assertThatThrownBy(
                    () ->
                        pair.leftPage.newPeerConnection(
                            JavaValue.of(Map.of("iceServers", List.of(server)))))
                .as(server.toString())
                .isInstanceOfSatisfying(
                    DomException.class, thrown -> assertThat(thrown.name()).isEqualTo(error)));
  }

  @Test
  void relayOnlyNeedsATurnServer() {
    Map<String, Object> turn =
        Map.of("urls", "turn:example.org", "username", "user", "credential", "password");
    RTCPeerConnection relayed =
        pair.leftPage.newPeerConnection(
            JavaValue.of(Map.of("iceServers", List.of(turn), "iceTransportPolicy", "relay")));
    relayed.createDataChannel("test", null);
    relayed.setOnicecandidate(
        event -> {
          if (event.getCandidate() != null) {
            states.add(event.getCandidate().getCandidate());
          }
        });
    pair.await(relayed.setLocalDescription(null));
    simulation.run();
    assertThat(states).singleElement().asString().contains("typ relay");
  }

  @Test
  void statisticsTellTheSelectedPair() {
    pair.open(RTCDataChannelInit.create());
    JSObject transport = pair.await(left.getStats()).get("T1");
    String selected = Values.getString(transport, "selectedCandidatePairId");
    JSObject selectedPair = pair.await(left.getStats()).get(selected);
    assertThat(Values.getString(selectedPair, "state")).isEqualTo("succeeded");
    String remote = Values.getString(selectedPair, "remoteCandidateId");
    assertThat(Values.getString(pair.await(left.getStats()).get(remote), "address"))
        .isEqualTo(pair.rightPage.address());
  }
}
