package io.github.teapeer.client.simulation;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSObject;

/** Finds the local candidates of a generation, one after the other. */
final class IceGatherer {
  private static final int LONGEST_STEP = 40;
  private static final long REFUSED_AFTER = 30;
  private static final long SILENT_AFTER = 9_500;
  private static final int FIRST_PORT = 20_000;
  private static final int PORTS = 40_000;

  private final SimulatedPlatform page;
  private final SimulatedPeerConnection connection;
  private JSObject configuration;
  private final List<String> found = new ArrayList<>();
  private String ufrag;
  private String state = "new";

  IceGatherer(SimulatedPlatform page, SimulatedPeerConnection connection, JSObject configuration) {
    this.page = page;
    this.connection = connection;
    this.configuration = configuration;
  }

  void setConfiguration(JSObject newConfiguration) {
    configuration = newConfiguration;
  }

  /** {@code new}, {@code gathering} or {@code complete}. */
  String state() {
    return state;
  }

  /** The candidate attributes that were found so far. */
  List<String> found() {
    return List.copyOf(found);
  }

  /** Starts to gather, unless this generation is gathered already. */
  void gather(String newUfrag, String mid) {
    if (newUfrag.equals(ufrag)) {
      return;
    }
    ufrag = newUfrag;
    found.clear();
    page.queueTask(() -> enter(newUfrag, "gathering"));
    long time = 0;
    for (String kind : kinds()) {
      time += (1 + page.chance().nextInt(LONGEST_STEP)) * EventLoop.MILLISECOND;
      String candidate = candidate(kind);
      page.schedule(time, () -> foundOne(newUfrag, candidate, mid));
    }
    page.schedule(time + EventLoop.MILLISECOND, () -> end(newUfrag, mid));
    if (!RtcConfiguration.isRelayOnly(configuration)) {
      complain(newUfrag, "stun", page.stunServers());
    }
    complain(newUfrag, "turn", page.turnServers());
  }

  private List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    if (!RtcConfiguration.isRelayOnly(configuration)) {
      kinds.add("host");
      if (page.chance().nextBoolean()) {
        kinds.add("host");
      }
      if (serves("stun", page.stunServers())) {
        kinds.add("srflx");
      }
    }
    if (serves("turn", page.turnServers())) {
      kinds.add("relay");
    }
    return kinds;
  }

  private boolean serves(String scheme, IceServers servers) {
    return servers == IceServers.SERVING
        && RtcConfiguration.serverOf(configuration, scheme) != null;
  }

  /** Tells of the servers that do not serve. Only Chromium does. */
  private void complain(String ofUfrag, String scheme, IceServers servers) {
    String url = RtcConfiguration.serverOf(configuration, scheme);
    if (url == null
        || servers == IceServers.SERVING
        || page.browser() != SimulatedBrowser.CHROMIUM) {
      return;
    }
    boolean refused = servers == IceServers.REFUSING;
    page.schedule(
        (refused ? REFUSED_AFTER : SILENT_AFTER) * EventLoop.MILLISECOND,
        () -> {
          if (!connection.isClosed() && ofUfrag.equals(ufrag)) {
            connection.dispatch(
                new SimulatedEvent.IceError(
                    url,
                    refused ? 401 : 701,
                    refused ? "Unauthorized" : "TURN allocate request timed out."));
          }
        });
  }

  /** A candidate attribute, RFC 8839, section 5.1. */
  private String candidate(String kind) {
    int port = FIRST_PORT + page.chance().nextInt(PORTS);
    String related = kind.equals("host") ? "" : " raddr 0.0.0.0 rport 0";
    return "candidate:"
        + page.simulation().nextIdentity()
        + " 1 udp 2122260223 "
        + page.address()
        + " "
        + port
        + " typ "
        + kind
        + related
        + " generation 0 ufrag "
        + ufrag;
  }

  private void foundOne(String ofUfrag, String candidate, String mid) {
    if (connection.isClosed() || !ofUfrag.equals(ufrag)) {
      return;
    }
    found.add(candidate);
    connection.dispatch(
        new SimulatedEvent.IceCandidate(new SimulatedIceCandidate(candidate, mid, 0, ofUfrag)));
  }

  private void end(String ofUfrag, String mid) {
    if (connection.isClosed() || !ofUfrag.equals(ufrag)) {
      return;
    }
    if (page.browser() == SimulatedBrowser.FIREFOX) {
      connection.dispatch(
          new SimulatedEvent.IceCandidate(new SimulatedIceCandidate("", mid, 0, ofUfrag)));
    }
    enter(ofUfrag, "complete");
    if (!connection.isClosed()) {
      connection.dispatch(new SimulatedEvent.IceCandidate(null));
    }
  }

  private void enter(String ofUfrag, String newState) {
    if (!connection.isClosed() && ofUfrag.equals(ufrag)) {
      state = newState;
      connection.dispatch(new SimulatedEvent("icegatheringstatechange"));
    }
  }
}
