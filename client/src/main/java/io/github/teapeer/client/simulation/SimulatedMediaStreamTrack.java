package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.media.MediaStreamTrack;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A track of a simulated page: one of its own, as a camera gives, or one that a peer connection
 * receives.
 */
public final class SimulatedMediaStreamTrack extends SimulatedEventTarget
    implements MediaStreamTrack {
  private final String kind;
  private final String id;
  private final Supplier<SimulatedMediaStreamTrack> remoteSource;
  private boolean enabled = true;
  private boolean muted;
  private boolean ended;

  SimulatedMediaStreamTrack(SimulatedPlatform page, String kind, String id) {
    this(page, kind, id, null);
  }

  /** Makes a track that is received; its source answers what is sent at the other side, or null. */
  SimulatedMediaStreamTrack(
      SimulatedPlatform page,
      String kind,
      String id,
      Supplier<SimulatedMediaStreamTrack> remoteSource) {
    super(page);
    if (!kind.equals("audio") && !kind.equals("video")) {
      throw new IllegalArgumentException("A track is audio or video, not " + kind);
    }
    this.kind = kind;
    this.id = id;
    this.remoteSource = remoteSource;
    muted = remoteSource != null;
  }

  /**
   * Where the media of a received track comes from.
   *
   * @return the track that the other side sends at this moment; nothing for a track of the page's
   *     own, and where nothing is sent or gets through
   */
  public Optional<SimulatedMediaStreamTrack> source() {
    return remoteSource == null ? Optional.empty() : Optional.ofNullable(remoteSource.get());
  }

  void setMuted(boolean newMuted) {
    if (muted != newMuted && !ended) {
      muted = newMuted;
      dispatch(new SimulatedEvent(muted ? "mute" : "unmute"));
    }
  }

  /** The source is gone for good, as when a camera is unplugged. */
  public void end() {
    if (!ended) {
      ended = true;
      queueEvent("ended");
    }
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String getKind() {
    return kind;
  }

  @Override
  public String getLabel() {
    return "simulated " + kind;
  }

  @Override
  public boolean isEnabled() {
    return enabled;
  }

  @Override
  public void setEnabled(boolean newEnabled) {
    enabled = newEnabled;
  }

  @Override
  public boolean isMuted() {
    return muted;
  }

  @Override
  public String getReadyState() {
    return ended ? "ended" : "live";
  }

  /** Ends the track; no event is fired, as the W3C has it. */
  @Override
  public void stop() {
    ended = true;
  }

  @Override
  public void setOnended(EventHandler<Event> handler) {
    setHandler("ended", handler);
  }

  @Override
  String label() {
    return kind + " track";
  }
}
