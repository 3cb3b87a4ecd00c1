package io.github.teapeer.jso.browser;

import static io.github.teapeer.jso.browser.Await.cast;
import static io.github.teapeer.jso.browser.Await.fulfilled;
import static io.github.teapeer.jso.browser.Await.next;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.MessageEvent;
import io.github.teapeer.jso.encoding.TextDecoder;
import io.github.teapeer.jso.encoding.TextEncoder;
import io.github.teapeer.jso.value.Sequences;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCCertificate;
import io.github.teapeer.jso.webrtc.RTCConfiguration;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCDataChannelEvent;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import io.github.teapeer.jso.webrtc.RTCDataChannelStats;
import io.github.teapeer.jso.webrtc.RTCIceCandidate;
import io.github.teapeer.jso.webrtc.RTCIceCandidateInit;
import io.github.teapeer.jso.webrtc.RTCIceCandidatePair;
import io.github.teapeer.jso.webrtc.RTCIceCandidatePairStats;
import io.github.teapeer.jso.webrtc.RTCIceCandidateStats;
import io.github.teapeer.jso.webrtc.RTCIceServer;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCRtpCapabilities;
import io.github.teapeer.jso.webrtc.RTCRtpEncodingParameters;
import io.github.teapeer.jso.webrtc.RTCRtpSendParameters;
import io.github.teapeer.jso.webrtc.RTCRtpSender;
import io.github.teapeer.jso.webrtc.RTCRtpTransceiver;
import io.github.teapeer.jso.webrtc.RTCRtpTransceiverInit;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;
import io.github.teapeer.jso.webrtc.RTCSessionDescriptionInit;
import io.github.teapeer.jso.webrtc.RTCStats;
import io.github.teapeer.jso.webrtc.RTCStatsReport;
import io.github.teapeer.jso.webrtc.RTCTransportStats;
import java.util.Locale;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.teavm.jso.JSObject;
import org.teavm.junit.SkipJVM;
import org.teavm.junit.TeaVMTestRunner;

@RunWith(TeaVMTestRunner.class)
@SkipJVM
public class PeerConnectionTest {
  @Test
  public void aDataChannelCarriesTextAndBytesBothWays() {
    try (ConnectedPair pair = new ConnectedPair()) {
      RTCDataChannelInit init = RTCDataChannelInit.create();
      init.setOrdered(false);
      init.setMaxRetransmits(3);
      init.setProtocol("tea");
      RTCDataChannel near = pair.offering.createDataChannel("kettle", init);
      Promise<RTCDataChannelEvent> announced = next(pair.answering, "datachannel");
      Promise<Event> opened = next(near, "open");
      pair.negotiate();
      RTCDataChannel far = fulfilled(announced).getChannel();
      fulfilled(opened);

      assertEquals("kettle", far.getLabel());
      assertEquals("tea", far.getProtocol());
      assertFalse(far.isOrdered());
      assertFalse(far.isNegotiated());
      assertEquals(3, far.getMaxRetransmits());
      assertEquals(-1, far.getMaxPacketLifeTime());
      assertEquals(near.getId(), far.getId());
      assertEquals("open", near.getReadyState());

      Promise<MessageEvent> text = next(far, "message");
      near.send("hot");
      assertEquals("hot", Values.asString(fulfilled(text).getData()));

      near.setBinaryType("arraybuffer");
      Promise<MessageEvent> bytes = next(near, "message");
      far.send(TextEncoder.create().encode("water"));
      assertEquals("water", TextDecoder.create("utf-8", null).decode(fulfilled(bytes).getData()));

      Promise<Event> closed = next(near, "close");
      far.close();
      fulfilled(closed);
      assertEquals("closed", near.getReadyState());
    }
  }

  @Test
  public void aNegotiatedChannelHasTheNumberItWasGiven() {
    try (ConnectedPair pair = new ConnectedPair()) {
      RTCDataChannelInit init = RTCDataChannelInit.create();
      init.setNegotiated(true);
      init.setId(7);
      RTCDataChannel near = pair.offering.createDataChannel("both", init);
      RTCDataChannel far = pair.answering.createDataChannel("both", init);
      Promise<Event> opened = next(near, "open");
      pair.negotiate();
      fulfilled(opened);

      assertTrue(near.isNegotiated());
      assertEquals(7, far.getId());
      assertEquals(-1, far.getMaxRetransmits());
    }
  }

  @Test
  public void aReportTellsWhichWayTheDataTakes() {
    try (ConnectedPair pair = new ConnectedPair()) {
      RTCDataChannel channel = pair.offering.createDataChannel("x", RTCDataChannelInit.create());
      Promise<Event> opened = next(channel, "open");
      pair.negotiate();
      fulfilled(opened);

      RTCStatsReport report = fulfilled(pair.offering.getStats());
      RTCTransportStats transport = cast(entry(report, "transport"));
      assertEquals("connected", transport.getDtlsState());
      RTCIceCandidatePairStats way = cast(report.get(transport.getSelectedCandidatePairId()));
      assertEquals("succeeded", way.getState());
      assertTrue(way.isNominated());
      assertTrue(way.getBytesSent() > 0);
      RTCIceCandidateStats local = cast(report.get(way.getLocalCandidateId()));
      assertEquals("local-candidate", local.getType());
      assertEquals("udp", local.getProtocol());
      assertTrue(local.getPort() > 0);
      assertNull("a host candidate comes from no server", local.getUrl());
      assertEquals(-1, local.getRelatedPort());
      RTCDataChannelStats data = cast(entry(report, "data-channel"));
      assertEquals("x", data.getLabel());
      assertTrue(Values.isNull(report.get("no such entry")));

      RTCIceCandidatePair selected =
          pair.offering.getSctp().getTransport().getIceTransport().getSelectedCandidatePair();
      assertEquals(local.getPort(), selected.getLocal().getPort());
      assertEquals("rtp", selected.getLocal().getComponent());
    }
  }

  private static RTCStats entry(RTCStatsReport report, String type) {
    RTCStats[] found = new RTCStats[1];
    report.forEach(
        (stats, id) -> {
          RTCStats entry = cast(stats);
          if (entry.getType().equals(type)) {
            assertEquals(id, entry.getId());
            found[0] = entry;
          }
        });
    assertNotNull("no entry of type " + type, found[0]);
    return found[0];
  }

  @Test
  public void aConfigurationComesBackAsItWasGiven() {
    RTCIceServer server = RTCIceServer.create();
    server.setUrls(new String[] {"turn:127.0.0.1:9", "turn:127.0.0.1:10"});
    server.setUsername("tea");
    server.setCredential("pot");
    RTCIceServer other = RTCIceServer.create();
    other.setUrls("stun:127.0.0.1:9");
    RTCConfiguration configuration = RTCConfiguration.create();
    configuration.setIceServers(Sequences.of(server, other));
    configuration.setIceTransportPolicy("relay");
    configuration.setIceCandidatePoolSize(0);
    RTCPeerConnection connection = RTCPeerConnection.create(configuration);

    RTCConfiguration inForce = connection.getConfiguration();
    assertEquals("relay", inForce.getIceTransportPolicy());
    assertEquals(2, inForce.getIceServers().getLength());
    RTCIceServer first = inForce.getIceServers().get(0);
    assertEquals(2, Values.length(first.getUrls()));
    assertEquals("turn:127.0.0.1:10", Values.asString(Values.at(first.getUrls(), 1)));
    assertEquals("tea", first.getUsername());
    assertNull(RTCIceServer.create().getUsername());
    assertNull(RTCConfiguration.create().getIceServers());
    connection.close();
  }

  @Test
  public void aCandidateIsTakenApart() {
    RTCIceCandidateInit init = RTCIceCandidateInit.create();
    assertEquals(-1, init.getSdpMLineIndex());
    init.setCandidate(
        "candidate:1 1 udp 2122260223 192.0.2.1 4444 typ srflx raddr 198.51.100.2 rport 5555");
    init.setUsernameFragment("abcd");
    init.setSdpMid("0");
    init.setSdpMLineIndex(0);
    RTCIceCandidate candidate = RTCIceCandidate.create(init);

    assertEquals("192.0.2.1", candidate.getAddress());
    assertEquals(4444, candidate.getPort());
    assertEquals("srflx", candidate.getType());
    assertEquals("198.51.100.2", candidate.getRelatedAddress());
    assertEquals(5555, candidate.getRelatedPort());
    assertEquals(2122260223.0, candidate.getPriority(), 0);
    assertEquals("abcd", candidate.getUsernameFragment());
    assertEquals(0, candidate.getSdpMLineIndex());
    assertNull(candidate.getTcpType());
    RTCIceCandidateInit json = cast(candidate.toJSON());
    assertEquals("0", json.getSdpMid());
    assertEquals(init.getCandidate(), json.getCandidate());
  }

  @Test
  public void aDescriptionIsImplicitAndBecomesAPlainObject() {
    RTCPeerConnection connection = RTCPeerConnection.create(null);
    connection.createDataChannel("x", RTCDataChannelInit.create());
    assertNull(connection.getPendingLocalDescription());
    fulfilled(connection.setLocalDescription());

    RTCSessionDescription pending = connection.getPendingLocalDescription();
    RTCSessionDescriptionInit init = pending.toJSON();
    assertEquals("offer", init.getType());
    assertTrue(init.getSdp().startsWith("v=0"));
    assertEquals("offer", RTCSessionDescription.create(init).getType());
    assertNull(RTCSessionDescriptionInit.create().getSdp());
    connection.close();
  }

  @Test
  public void aSenderIsGivenOtherParameters() {
    RTCPeerConnection connection = RTCPeerConnection.create(null);
    RTCRtpEncodingParameters encoding = RTCRtpEncodingParameters.create();
    encoding.setMaxBitrate(300_000);
    RTCRtpTransceiverInit init = RTCRtpTransceiverInit.create();
    init.setDirection("sendonly");
    init.setSendEncodings(Sequences.of(encoding));
    RTCRtpTransceiver transceiver = connection.addTransceiver("video", init);
    RTCRtpSender sender = transceiver.getSender();
    assertEquals("sendonly", transceiver.getDirection());

    RTCRtpSendParameters parameters = sender.getParameters();
    RTCRtpEncodingParameters first = parameters.getEncodings().get(0);
    assertEquals(300_000, first.getMaxBitrate(), 0);
    assertTrue(first.isActive());
    assertTrue(Double.isNaN(first.getMaxFramerate()));
    first.setMaxFramerate(5);
    fulfilled(sender.setParameters(parameters));
    assertEquals(5, sender.getParameters().getEncodings().get(0).getMaxFramerate(), 0);
    assertNull(sender.getTransport());
    connection.close();
  }

  @Test
  public void codecsAreChosen() {
    RTCPeerConnection connection = RTCPeerConnection.create(null);
    RTCRtpTransceiver transceiver = connection.addTransceiver("audio", Values.newObject());
    RTCRtpCapabilities capabilities = RTCRtpSender.getCapabilities("audio");
    assertTrue(capabilities.getCodecs().getLength() > 1);
    assertTrue(capabilities.getHeaderExtensions().getLength() > 0);
    assertEquals("audio/opus", capabilities.getCodecs().get(0).getMimeType());
    assertEquals(48_000, capabilities.getCodecs().get(0).getClockRate());
    assertEquals(2, capabilities.getCodecs().get(0).getChannels());

    transceiver.setCodecPreferences(Sequences.of(capabilities.getCodecs().get(0)));
    String sdp = fulfilled(connection.createOffer(null)).getSdp();
    assertTrue(sdp, sdp.contains("opus/48000/2"));
    assertFalse(sdp, sdp.contains("PCMU"));
    connection.close();
  }

  @Test
  public void aCertificateIsMadeAndUsed() {
    JSObject algorithm = Values.newObject();
    Values.set(algorithm, "name", "ECDSA");
    Values.set(algorithm, "namedCurve", "P-256");
    RTCCertificate certificate = fulfilled(RTCPeerConnection.generateCertificate(algorithm));
    assertTrue(certificate.getExpires() > 0);
    assertEquals("sha-256", certificate.getFingerprints().get(0).getAlgorithm());

    RTCConfiguration configuration = RTCConfiguration.create();
    configuration.setCertificates(Sequences.of(certificate));
    RTCPeerConnection connection = RTCPeerConnection.create(configuration);
    connection.createDataChannel("x", RTCDataChannelInit.create());
    String sdp = fulfilled(connection.createOffer(null)).getSdp();
    assertTrue(
        sdp.contains(certificate.getFingerprints().get(0).getValue().toUpperCase(Locale.ROOT)));
    connection.close();
  }

  @Test
  public void sequencesHoldWhatTheyAreGiven() {
    Sequence<JSObject> strings = Sequences.ofStrings("a", "b");
    assertEquals(2, strings.getLength());
    assertEquals("b", Values.asString(strings.get(1)));
    assertEquals(0, Sequences.of().getLength());
  }
}
