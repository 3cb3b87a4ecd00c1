package io.github.teapeer.client.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The ICE agent of a peer connection: gathers candidates, finds a pair of them that works, and
 * watches whether it still does.
 *
 * <pre>
 *   NEW ──▶ CHECKING ──▶ CONNECTED ──▶ COMPLETED (the side that offered, in Chromium)
 *              │             │  ▲
 *              │          5 s│  │
 *              ▼             ▼  │
 *            FAILED ◀─15 s─ DISCONNECTED
 * </pre>
 *
 * <p>A pair works while the link is up, both sides have negotiated with each other, at least one
 * knows an address of the other, and neither has moved to another network since it gathered. Where
 * only a relay gets through, one of them must have told a relayed candidate.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtciceconnectionstate">WebRTC,
 *     RTCIceConnectionState</a>
 */
final class IceAgent {
  enum State {
    NEW,
    CHECKING,
    CONNECTED,
    COMPLETED,
    DISCONNECTED,
    FAILED,
    CLOSED;

    /** The W3C's word. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isConnected() {
      return this == CONNECTED || this == COMPLETED;
    }
  }

  /** Two generations of candidates that are meant for each other. */
  private record Session(String local, String remote) {
    boolean mirrors(Session other) {
      return other != null && local.equals(other.remote) && remote.equals(other.local);
    }
  }

  private static final String RELAY = "relay";
  private static final long DISCONNECTED_AFTER = 5_000 * EventLoop.MILLISECOND;
  private static final long FAILED_AFTER = 15_000 * EventLoop.MILLISECOND;

  private final SimulatedPlatform page;
  private final SimulatedPeerConnection connection;
  private final IceFabric fabric;
  private final Map<String, String> addressWhenGathered = new HashMap<>();
  private final Map<String, Set<String>> remoteAddresses = new HashMap<>();
  private final Set<String> remoteRelays = new HashSet<>();
  private State state = State.NEW;
  private Session session;
  private Session previous;
  private boolean controlling;
  private boolean failed;
  private EventLoop.Task connecting;
  private EventLoop.Task disconnecting;
  private EventLoop.Task failing;

  IceAgent(SimulatedPlatform page, SimulatedPeerConnection connection) {
    this.page = page;
    this.connection = connection;
    fabric = page.simulation().iceFabric();
  }

  SimulatedPeerConnection connection() {
    return connection;
  }

  State state() {
    return state;
  }

  /** Whether the path was lost for good, which Chromium does not tell in the state. */
  boolean hasFailed() {
    return failed;
  }

  /** Makes a generation of candidates known to the world. */
  void gathered(String ufrag) {
    addressWhenGathered.put(ufrag, page.address());
    fabric.register(ufrag, this);
  }

  /** Learns a remote candidate. */
  void addRemoteCandidate(String ufrag, String address, String kind) {
    remoteAddresses.computeIfAbsent(ufrag, added -> new HashSet<>()).add(address);
    if (kind.equals(RELAY)) {
      remoteRelays.add(ufrag);
    }
    evaluateBothLater();
  }

  /** Both generations are known: starts to check, or restarts. */
  void establish(String local, String remote, boolean offered) {
    Session established = new Session(local, remote);
    if (state == State.CLOSED || established.equals(session)) {
      return;
    }
    previous = session;
    session = established;
    controlling = offered;
    failed = false;
    cancelWatch();
    if (!state.isConnected()) {
      check();
    }
    evaluateBothLater();
  }

  void close() {
    state = State.CLOSED;
    cancelWatch();
    fabric.unregister(this);
    page.simulation().network().changed();
  }

  /** The agent at the other end, or null where there is none, or none any more. */
  IceAgent other() {
    return session == null ? null : fabric.find(session.remote());
  }

  /** Whether packets get through now. */
  boolean isPathUp() {
    IceAgent other = other();
    return other != null
        && !failed
        && !other.failed
        && (works(session) || (previous != null && works(previous)));
  }

  private boolean works(Session candidate) {
    IceAgent other = fabric.find(candidate.remote());
    return other != null
        && other.agreesWith(candidate)
        && !page.isGone()
        && !other.page.isGone()
        && page.simulation().network().isUp(page, other.page)
        && isStillAt(candidate.local())
        && other.isStillAt(candidate.remote())
        && (knows(candidate.remote(), other) || other.knows(candidate.local(), this))
        && (!needsRelay(other)
            || remoteRelays.contains(candidate.remote())
            || other.remoteRelays.contains(candidate.local()));
  }

  private boolean needsRelay(IceAgent other) {
    return connection.isRelayOnly()
        || other.connection.isRelayOnly()
        || page.simulation().network().isSeparated(page, other.page);
  }

  /** The kind of candidate at the other end of the way in use. */
  String remoteKind() {
    return needsRelay(other()) && remoteRelays.contains(session.remote()) ? RELAY : "host";
  }

  private boolean agreesWith(Session theirs) {
    return theirs.mirrors(session) || theirs.mirrors(previous);
  }

  private boolean isStillAt(String ufrag) {
    return page.address().equals(addressWhenGathered.get(ufrag));
  }

  private boolean knows(String ufrag, IceAgent other) {
    return remoteAddresses.getOrDefault(ufrag, Set.of()).contains(other.page.address());
  }

  /** A time in which a packet goes to the other side and comes back, in microseconds. */
  long roundTrip() {
    IceAgent other = other();
    Link link = page.simulation().network().link(page, other == null ? page : other.page);
    return link.delay() + link.delay();
  }

  /** Looks whether the path is up, and what follows. */
  void evaluate() {
    if (state == State.CLOSED || session == null || page.isGone()) {
      return;
    }
    boolean up = isPathUp();
    switch (state) {
      case CHECKING, DISCONNECTED -> {
        if (!up) {
          connecting = cancel(connecting);
        } else if (connecting == null) {
          connecting = page.schedule(roundTrip(), this::pairFound);
        }
      }
      case CONNECTED, COMPLETED -> {
        if (up) {
          cancelWatch();
          connection.transport().iceConnected();
        } else if (disconnecting == null) {
          disconnecting = page.schedule(DISCONNECTED_AFTER, () -> enter(State.DISCONNECTED));
          failing = page.schedule(FAILED_AFTER, this::pathFailed);
        }
      }
      default -> {
        // Nothing brings a failed path back but a restart.
      }
    }
  }

  private void check() {
    enter(State.CHECKING);
    failing = page.schedule(FAILED_AFTER, this::pathFailed);
  }

  private void pairFound() {
    connecting = null;
    if (!isPathUp()) {
      return;
    }
    cancelWatch();
    enter(State.CONNECTED);
    if (controlling && page.browser() == SimulatedBrowser.CHROMIUM) {
      page.schedule(
          roundTrip(),
          () -> {
            if (state == State.CONNECTED) {
              enter(State.COMPLETED);
            }
          });
    }
    connection.transport().iceConnected();
  }

  private void pathFailed() {
    boolean wasConnected = state != State.CHECKING;
    failed = true;
    connecting = cancel(connecting);
    if (wasConnected && page.browser() == SimulatedBrowser.CHROMIUM) {
      connection.refreshConnectionState();
    } else {
      enter(State.FAILED);
    }
    page.simulation().network().changed();
  }

  private void enter(State newState) {
    if (state == State.CLOSED || state == newState) {
      return;
    }
    state = newState;
    if (newState == State.DISCONNECTED) {
      disconnecting = null;
    }
    connection.iceStateChanged(newState.word());
  }

  private void evaluateBothLater() {
    page.simulation().network().changed();
  }

  private void cancelWatch() {
    connecting = cancel(connecting);
    disconnecting = cancel(disconnecting);
    failing = cancel(failing);
  }

  private static EventLoop.Task cancel(EventLoop.Task task) {
    if (task != null) {
      task.cancel();
    }
    return null;
  }
}
