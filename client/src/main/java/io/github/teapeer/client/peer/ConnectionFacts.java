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

  private final Platform platform;
  private RTCStatsReport stats;
  private JSObject pair;
  private JSObject totals;
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

  void failed(String words) {
    failure = words;
  }

  /** Makes a report, with new statistics while there is a peer connection. */
  void report(RTCPeerConnection peerConnection, ReportConsumer consumer) {
    if (peerConnection == null) {
      consumer.accept(assemble());
    } else {
      peerConnection
          .getStats()
          .then(
              newest -> {
                stats = newest;
                consumer.accept(assemble());
              },
              refused -> consumer.accept(assemble()));
    }
  }

  private ConnectionReport assemble() {
    pair = Values.newObject();
    totals = null;
    if (stats != null) {
      stats.forEach(
          (entry, id) -> {
            String selected = Values.getString(entry, "selectedCandidatePairId");
            if (selected != null) {
              pair = stats.get(selected);
              totals = entry;
            } else if (Values.getBoolean(entry, "selected")) {
              pair = entry; // Firefox's way to say it
            }
          });
    }
    JSObject report = Values.newObject();
    JSObject local = candidate("localCandidateId");
    JSObject remote = candidate("remoteCandidateId");
    double roundTrip = Values.getDouble(pair, "currentRoundTripTime");
    Values.set(
        report, "relayed", local == null ? null : Values.of(isRelay(local) || isRelay(remote)));
    Values.set(report, "rtt", Double.isNaN(roundTrip) ? null : Values.of(roundTrip * 1000));
    Values.set(report, "localCandidate", local);
    Values.set(report, "remoteCandidate", remote);
    copy(totals == null ? pair : totals, report, "bytesSent bytesReceived");
    Values.set(report, "failure", failure);
    return new ConnectionReport(report);
  }

  private JSObject candidate(String which) {
    String id = Values.getString(pair, which);
    JSObject found = id == null ? null : stats.get(id);
    if (Values.isNull(found)) {
      return null;
    }
    JSObject candidate = Values.newObject();
    Values.set(candidate, "type", Values.get(found, "candidateType"));
    copy(found, candidate, "protocol address port relayProtocol");
    return candidate;
  }

  private static boolean isRelay(JSObject candidate) {
    return candidate != null && has(Values.getString(candidate, "type"), "relay");
  }

  private static void copy(JSObject from, JSObject to, String names) {
    JSObject list = Values.split(names, " ");
    for (int i = 0; i < Values.length(list); i++) {
      String name = Values.asString(Values.at(list, i));
      Values.set(to, name, Values.get(from, name));
    }
  }

  /** Says why no way to the other side works, and what can be done about it. */
  String whyNoWay(RTCPeerConnection peerConnection) {
    String here = kinds(peerConnection.getLocalDescription());
    String there = kinds(peerConnection.getRemoteDescription());
    JSObject config = peerConnection.getConfiguration();
    String words = "candidates here:" + here + ", there:" + there + "; ";
    boolean none = here.equals(NONE);
    if (has(here + there, "relay")) {
      return words + "the relay does not reach the other side";
    }
    if (there.equals(NONE) && !none) {
      return words + "the other side found none, or they were lost on the way";
    }
    if (has(Values.getString(config, "iceTransportPolicy"), "relay")) {
      words += "only relays are allowed, ";
    } else if (none) {
      return words + "there is no network here";
    } else if (!has(here, "srflx")) {
      words += "STUN told no address, ";
    }
    if (turnError != null) {
      return words + turnError;
    }
    return words
        + (has(platform.toJson(Values.get(config, "iceServers")), "\"turns?:")
            ? "the TURN server is not reached, or refuses the credential"
            : "a TURN server is needed in config.iceServers");
  }

  private static final String NONE = " none";

  /** The kinds of candidates in a description, each after a space. */
  private static String kinds(RTCSessionDescription description) {
    String found = "";
    if (!Values.isNull(description)) {
      String sdp = description.getSdp();
      JSObject all = Values.split("host srflx relay", " ");
      for (int i = 0; i < Values.length(all); i++) {
        String kind = " " + Values.asString(Values.at(all, i));
        if (has(sdp, " typ" + kind)) {
          found += kind;
        }
      }
    }
    return found.isEmpty() ? NONE : found;
  }

  private static boolean has(String text, String pattern) {
    return Values.match(text, pattern) != null;
  }
}
