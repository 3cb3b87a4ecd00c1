package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCPeerConnectionIceErrorEvent;
import io.github.teapeer.jso.webrtc.RTCSessionDescription;
import io.github.teapeer.jso.webrtc.RTCStatsReport;
import org.teavm.jso.JSObject;

/** What a connection can report: the newest statistics that were asked for, and why it failed. */
final class ConnectionFacts {
  /** The error code of a server that could not be reached. */
  private static final int NOT_REACHED = 701;

  private static final String RELAY = "relay";
  private static final String NONE = " none";

  private final Platform platform;
  private RTCStatsReport stats;
  private String turnError;
  private String failure;

  ConnectionFacts(Platform platform) {
    this.platform = platform;
  }

  /** Hears what TURN servers answer. */
  void watch(RTCPeerConnection peerConnection) {
    EventHandler<RTCPeerConnectionIceErrorEvent> onError =
        event -> {
          int code = event.getErrorCode();
          // That one address of this side does not reach the server says less than its refusal.
          if (has(event.getUrl(), "^turn") && (turnError == null || code != NOT_REACHED)) {
            turnError =
                event.getUrl()
                    + (code == NOT_REACHED ? " is not reached: " : " refuses: ")
                    + Values.asText(code)
                    + " "
                    + event.getErrorText();
          }
        };
    peerConnection.addEventListener("icecandidateerror", onError);
  }

  /** Keeps why the connection ends: what is said first. */
  void failed(String words) {
    if (failure == null) {
      failure = words;
    }
  }

  /** Keeps the error that ends the connection, with the platform's own words. */
  void failed(PeerError error) {
    String detail = error.cause() == null ? null : Values.getString(error.cause(), "message");
    failed(detail == null ? error.message() : error.message() + ": " + detail);
  }

  /** Makes a report, with new statistics while there is a peer connection. */
  void report(RTCPeerConnection peerConnection, ReportConsumer consumer) {
    if (peerConnection == null) {
      tell(consumer);
    } else {
      peerConnection
          .getStats()
          .then(
              answer -> {
                stats = answer;
                tell(consumer);
              },
              refused -> tell(consumer));
    }
  }

  private void tell(ReportConsumer consumer) {
    JSObject report = Values.newObject();
    JSObject unknown = Values.newObject();
    describe(report, unknown, unknown);
    if (stats != null) {
      stats.forEach(
          (entry, id) -> {
            String selected = Values.getString(entry, "selectedCandidatePairId");
            JSObject pair = stats.get(selected);
            if (Values.isObject(pair)) {
              // The totals of a transport outlive its pairs; Firefox has none.
              describe(report, pair, Values.get(entry, "bytesSent") == null ? pair : entry);
            } else if (Values.getBoolean(entry, "selected")) {
              describe(report, entry, entry); // as older Firefox says it
            }
          });
    }
    Values.set(report, "failure", failure);
    consumer.accept(new ConnectionReport(report));
  }

  /** Reports what is said of a pair, and of what was sent in all. */
  private void describe(JSObject report, JSObject pair, JSObject totals) {
    JSObject local = candidate(Values.getString(pair, "localCandidateId"));
    JSObject remote = candidate(Values.getString(pair, "remoteCandidateId"));
    double roundTrip = Values.getDouble(pair, "currentRoundTripTime") * 1000;
    Values.set(report, "localCandidate", local);
    Values.set(report, "remoteCandidate", remote);
    Values.set(
        report, "relayed", local == null ? null : Values.of(isRelay(local) || isRelay(remote)));
    Values.set(report, "rtt", Double.isNaN(roundTrip) ? null : Values.of(roundTrip));
    Values.set(report, "bytesSent", Values.get(totals, "bytesSent"));
    Values.set(report, "bytesReceived", Values.get(totals, "bytesReceived"));
  }

  private static boolean isRelay(JSObject candidate) {
    return candidate != null && RELAY.equals(Values.getString(candidate, "type"));
  }

  /** What the statistics say about one end of a pair; its type is that of the candidate. */
  private JSObject candidate(String id) {
    if (id == null) {
      return null;
    }
    JSObject candidate = Values.copy(stats.get(id));
    Values.set(candidate, "type", Values.getString(candidate, "candidateType"));
    return candidate;
  }

  /** Says why no way to the other side works, and what can be done about it. */
  String whyNoWay(RTCPeerConnection peerConnection) {
    RTCSessionDescription answer = peerConnection.getRemoteDescription();
    if (Values.isNull(answer)) {
      return "the other side does not answer";
    }
    if (has(peerConnection.getIceConnectionState(), "^co")) { // connected or completed
      return "the way works, DTLS fails";
    }
    String here = kinds(peerConnection.getLocalDescription().getSdp());
    String there = kinds(answer.getSdp());
    String config = platform.toJson(peerConnection.getConfiguration());
    String words = "candidates here:" + here + ", there:" + there + "; ";
    if (has(config, "Policy\":\"relay\"") && !has(here, RELAY)) {
      words += "only relays are allowed, ";
    } else if (has(here, NONE)) {
      return words + "no network here";
    } else if (has(there, NONE)) {
      return words + "none came from the other side";
    } else if (has(here + there, RELAY)) {
      return words + "the relay does not reach the other side";
    } else if (!has(here, "srflx")) {
      words += "STUN told no address, ";
    }
    if (turnError != null) {
      return words + turnError;
    }
    return words
        + (has(config, "\"turns?:")
            ? "the TURN server is not reached, or refuses the credential"
            : "a TURN server is needed in config.iceServers");
  }

  /** The kinds of candidates in a description, each after a space. */
  private static String kinds(String sdp) {
    String found = kind(sdp, " host") + kind(sdp, " srflx") + kind(sdp, " relay");
    return found.isEmpty() ? NONE : found;
  }

  private static String kind(String sdp, String kind) {
    return has(sdp, " typ" + kind) ? kind : "";
  }

  private static boolean has(String text, String pattern) {
    return Values.isFound(text, pattern);
  }
}
