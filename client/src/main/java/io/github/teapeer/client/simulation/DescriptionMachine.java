package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.value.PropertyBag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.teavm.jso.JSObject;

/**
 * The signalling state of a peer connection, and the descriptions that lead through it.
 *
 * <pre>
 *   STABLE ──local offer──▶ HAVE_LOCAL_OFFER ──remote answer──▶ STABLE
 *   STABLE ──remote offer─▶ HAVE_REMOTE_OFFER ──local answer──▶ STABLE
 * </pre>
 *
 * <p>A rollback leads back to STABLE; a remote offer in HAVE_LOCAL_OFFER rolls back by itself.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcsignalingstate-enum">WebRTC, RTCSignalingState</a>
 */
final class DescriptionMachine {
  enum SignalingState {
    STABLE,
    HAVE_LOCAL_OFFER,
    HAVE_REMOTE_OFFER,
    HAVE_LOCAL_PRANSWER,
    HAVE_REMOTE_PRANSWER,
    CLOSED;

    /** The W3C's word. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A description that was applied. */
  record Applied(String type, Sdp sdp) {}

  private static final Map<String, Set<SignalingState>> LOCALLY_ALLOWED =
      Map.of(
          "offer", Set.of(SignalingState.STABLE, SignalingState.HAVE_LOCAL_OFFER),
          "answer", Set.of(SignalingState.HAVE_REMOTE_OFFER, SignalingState.HAVE_LOCAL_PRANSWER),
          "pranswer", Set.of(SignalingState.HAVE_REMOTE_OFFER, SignalingState.HAVE_LOCAL_PRANSWER),
          "rollback", Set.of(SignalingState.HAVE_LOCAL_OFFER, SignalingState.HAVE_REMOTE_OFFER));

  private static final Map<String, Set<SignalingState>> REMOTELY_ALLOWED =
      Map.of(
          "offer",
              Set.of(
                  SignalingState.STABLE,
                  SignalingState.HAVE_REMOTE_OFFER,
                  SignalingState.HAVE_LOCAL_OFFER),
          "answer", Set.of(SignalingState.HAVE_LOCAL_OFFER, SignalingState.HAVE_REMOTE_PRANSWER),
          "pranswer", Set.of(SignalingState.HAVE_LOCAL_OFFER, SignalingState.HAVE_REMOTE_PRANSWER),
          "rollback", Set.of(SignalingState.HAVE_LOCAL_OFFER, SignalingState.HAVE_REMOTE_OFFER));

  private final SimulatedPeerConnection connection;
  private final MediaTransceivers media;
  private final String session;
  private final DescriptionFactory factory;
  private SignalingState state = SignalingState.STABLE;
  private Applied currentLocal;
  private Applied currentRemote;
  private Applied pendingLocal;
  private Applied pendingRemote;
  private final Map<String, List<String>> remoteCandidates = new HashMap<>();
  private boolean iceRestartWanted;

  DescriptionMachine(
      SimulatedPlatform page, SimulatedPeerConnection connection, MediaTransceivers media) {
    this.connection = connection;
    this.media = media;
    session = "4611686018427" + (100_000 + page.simulation().nextIdentity());
    factory = new DescriptionFactory(page, connection, media, session);
  }

  SignalingState state() {
    return state;
  }

  void close() {
    state = SignalingState.CLOSED;
  }

  void restartIce() {
    iceRestartWanted = true;
  }

  /** The latest local description, or null. */
  Applied local() {
    return pendingLocal != null ? pendingLocal : currentLocal;
  }

  /** The latest remote description, or null. */
  Applied remote() {
    return pendingRemote != null ? pendingRemote : currentRemote;
  }

  /** The candidates of the latest remote description, and those that were added to it. */
  List<String> remoteCandidates() {
    return remoteCandidates.getOrDefault(remote().sdp().ufrag(), List.of()).stream()
        .distinct()
        .toList();
  }

  SimulatedSessionDescription createOffer(JSObject options) {
    if (state != SignalingState.STABLE && state != SignalingState.HAVE_LOCAL_OFFER) {
      throw DomException.invalidState("Cannot create an offer in state " + state.word());
    }
    return factory.offer(sdpOf(local()), options, iceRestartWanted);
  }

  SimulatedSessionDescription createAnswer() {
    if (state != SignalingState.HAVE_REMOTE_OFFER && state != SignalingState.HAVE_LOCAL_PRANSWER) {
      throw DomException.invalidState("Cannot create an answer in state " + state.word());
    }
    boolean restarted =
        currentRemote != null && !currentRemote.sdp().ufrag().equals(pendingRemote.sdp().ufrag());
    return factory.answer(sdpOf(local()), pendingRemote.sdp(), restarted);
  }

  private static Sdp sdpOf(Applied description) {
    return description == null ? null : description.sdp();
  }

  /** Applies a local description; returns what to tell the page. */
  List<Runnable> setLocal(JSObject init) {
    SimulatedSessionDescription description = localInit(init);
    checkState(description.getType(), LOCALLY_ALLOWED, "local");
    if (description.getType().equals("rollback")) {
      return rollBack();
    }
    Sdp sdp = Sdp.parse(description.getSdp());
    if (!sdp.session().equals(session)) {
      throw new DomException(
          "InvalidModificationError", "The description was not created by this connection");
    }
    Applied applied = new Applied(description.getType(), sdp);
    List<Runnable> events = new ArrayList<>();
    switch (applied.type()) {
      case "offer" -> {
        if (state == SignalingState.STABLE) {
          media.remember();
        }
        pendingLocal = applied;
        media.applyLocalOffer(sdp);
        iceRestartWanted &= currentLocal != null && currentLocal.sdp().ufrag().equals(sdp.ufrag());
        enter(SignalingState.HAVE_LOCAL_OFFER, events);
      }
      case "pranswer" -> {
        pendingLocal = applied;
        enter(SignalingState.HAVE_LOCAL_PRANSWER, events);
      }
      default -> {
        currentLocal = applied;
        currentRemote = pendingRemote;
        settle(false, events);
      }
    }
    if (!sdp.ufrag().isEmpty()) {
      connection.gather(sdp.ufrag(), sdp.media().get(0).mid());
      establishIfSettled();
    }
    return events;
  }

  /** What is to be applied; without a text it is what would be created now. */
  private SimulatedSessionDescription localInit(JSObject init) {
    boolean offering =
        state == SignalingState.STABLE
            || state == SignalingState.HAVE_LOCAL_OFFER
            || state == SignalingState.HAVE_REMOTE_PRANSWER;
    boolean typed = init instanceof PropertyBag bag && bag.property("type") != null;
    if (init == null || (init instanceof PropertyBag && !typed)) {
      return offering ? createOffer(null) : createAnswer();
    }
    SimulatedSessionDescription description = SimulatedSessionDescription.from(init);
    if (description.getSdp().isEmpty() && !description.getType().equals("rollback")) {
      return description.getType().equals("offer") ? createOffer(null) : createAnswer();
    }
    return description;
  }

  /** Applies a remote description; returns what to tell the page. */
  List<Runnable> setRemote(SimulatedSessionDescription description) {
    checkState(description.getType(), REMOTELY_ALLOWED, "remote");
    if (description.getType().equals("rollback")) {
      return rollBack();
    }
    Sdp sdp = Sdp.parse(description.getSdp());
    Applied applied = new Applied(description.getType(), sdp);
    List<Runnable> events = new ArrayList<>();
    switch (applied.type()) {
      case "offer" -> {
        if (state == SignalingState.HAVE_LOCAL_OFFER) {
          events.addAll(rollBack());
        }
        if (state == SignalingState.STABLE) {
          media.remember();
        }
        pendingRemote = applied;
        List<Runnable> tracks = media.applyRemoteOffer(sdp);
        enter(SignalingState.HAVE_REMOTE_OFFER, events);
        events.addAll(tracks);
      }
      case "pranswer" -> {
        pendingRemote = applied;
        enter(SignalingState.HAVE_REMOTE_PRANSWER, events);
      }
      default -> {
        checkAnswer(sdp);
        currentRemote = applied;
        currentLocal = pendingLocal;
        settle(true, events);
      }
    }
    sdp.candidates().forEach(candidate -> addCandidate(candidate, sdp.ufrag()));
    establishIfSettled();
    return events;
  }

  private void checkState(String type, Map<String, Set<SignalingState>> allowed, String side) {
    if (!allowed.get(type).contains(state)) {
      throw DomException.invalidState(
          "Failed to set " + side + " " + type + " sdp: Called in wrong state: " + state.word());
    }
  }

  /** RFC 8829, section 5.11: an answer has the sections of the offer. */
  private void checkAnswer(Sdp answer) {
    List<String> offered = pendingLocal.sdp().media().stream().map(MediaSection::mid).toList();
    List<String> answered = answer.media().stream().map(MediaSection::mid).toList();
    if (!offered.equals(answered)) {
      throw DomException.operationError(
          "The order of m-lines in answer doesn't match order in offer. Rejecting answer.");
    }
  }

  private void settle(boolean remoteAnswered, List<Runnable> events) {
    pendingLocal = null;
    pendingRemote = null;
    List<Runnable> tracks = media.settle(currentLocal.sdp(), currentRemote.sdp(), remoteAnswered);
    enter(SignalingState.STABLE, events);
    events.addAll(tracks);
  }

  private void establishIfSettled() {
    boolean settled = state == SignalingState.STABLE && currentLocal != null;
    if (!settled || currentLocal.sdp().ufrag().isEmpty()) {
      return;
    }
    String localUfrag = currentLocal.sdp().ufrag();
    String remoteUfrag = currentRemote.sdp().ufrag();
    connection.ice().establish(localUfrag, remoteUfrag, currentLocal.type().equals("offer"));
    if (currentLocal.sdp().hasOpenApplication() && currentRemote.sdp().hasOpenApplication()) {
      int maxMessageSize =
          currentRemote.sdp().media().stream()
              .filter(MediaSection::isApplication)
              .findFirst()
              .orElseThrow()
              .maxMessageSize();
      connection.association().negotiated(maxMessageSize);
    }
  }

  private List<Runnable> rollBack() {
    List<Runnable> events = new ArrayList<>();
    pendingLocal = null;
    pendingRemote = null;
    media.rollBack();
    enter(SignalingState.STABLE, events);
    return events;
  }

  private void enter(SignalingState newState, List<Runnable> events) {
    if (state != newState) {
      state = newState;
      events.add(() -> connection.dispatch(new SimulatedEvent("signalingstatechange")));
    }
  }

  /** Adds a remote candidate. */
  void addCandidate(SimulatedIceCandidate candidate) {
    if (remote() == null) {
      throw DomException.invalidState("The remote description was null");
    }
    if (candidate.candidate().isEmpty()) {
      return;
    }
    Sdp sdp = remote().sdp();
    boolean knownMid = candidate.sdpMid() != null && sdp.section(candidate.sdpMid()) != null;
    boolean knownIndex =
        candidate.sdpMid() == null
            && candidate.sdpMLineIndex() >= 0
            && candidate.sdpMLineIndex() < sdp.media().size();
    if (!knownMid && !knownIndex) {
      throw DomException.operationError("The candidate belongs to no media section");
    }
    String ufrag = candidate.usernameFragment();
    boolean knownUfrag =
        ufrag == null
            || ufrag.equals(sdp.ufrag())
            || (currentRemote != null && ufrag.equals(currentRemote.sdp().ufrag()));
    if (!knownUfrag) {
      throw DomException.operationError("The candidate is of no known generation");
    }
    addCandidate(candidate.candidate(), ufrag == null ? sdp.ufrag() : ufrag);
  }

  private void addCandidate(String candidate, String ufrag) {
    String[] words = candidate.split(" ", -1);
    if (words.length < 8
        || !words[0].matches("(a=)?candidate:.+")
        || !words[5].matches("\\d{1,5}")
        || !words[6].equals("typ")) {
      throw DomException.operationError("Error processing ICE candidate");
    }
    remoteCandidates
        .computeIfAbsent(ufrag, added -> new ArrayList<>())
        .add(candidate.replaceFirst("^a=", ""));
    connection.ice().addRemoteCandidate(ufrag, words[4], words[7]);
  }

  /**
   * Whether something changed that the other side must be told.
   *
   * @see <a href="https://www.w3.org/TR/webrtc/#dfn-check-if-negotiation-is-needed">WebRTC, check
   *     if negotiation is needed</a>
   */
  boolean isNegotiationNeeded() {
    if (iceRestartWanted) {
      return true;
    }
    boolean hasData = currentLocal != null && currentLocal.sdp().hasOpenApplication();
    if (connection.association().isWanted() && !hasData) {
      return true;
    }
    return media.all().stream().anyMatch(this::needsNegotiation);
  }

  private boolean needsNegotiation(SimulatedTransceiver transceiver) {
    MediaSection ours =
        currentLocal == null || transceiver.getMid() == null
            ? null
            : currentLocal.sdp().section(transceiver.getMid());
    if (transceiver.isStopped()) {
      return ours != null && !ours.rejected();
    }
    if (ours == null) {
      return true;
    }
    MediaSection theirs = currentRemote.sdp().section(ours.mid());
    if (currentLocal.type().equals("offer")) {
      return ours.direction() != transceiver.direction()
          && theirs.direction().reversed() != transceiver.direction();
    }
    return ours.direction() != DescriptionFactory.answeredDirection(transceiver, theirs);
  }
}
