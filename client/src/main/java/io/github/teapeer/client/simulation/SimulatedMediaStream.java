package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A stream of a simulated page. */
public final class SimulatedMediaStream extends SimulatedEventTarget implements MediaStream {
  private final String id;
  private final List<MediaStreamTrack> tracks = new ArrayList<>();

  SimulatedMediaStream(SimulatedPlatform page, String id) {
    super(page);
    this.id = id;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public boolean isActive() {
    return tracks.stream().anyMatch(track -> track.getReadyState().equals("live"));
  }

  @Override
  public Sequence<MediaStreamTrack> getTracks() {
    return select(track -> true);
  }

  @Override
  public Sequence<MediaStreamTrack> getAudioTracks() {
    return select(track -> track.getKind().equals("audio"));
  }

  @Override
  public Sequence<MediaStreamTrack> getVideoTracks() {
    return select(track -> track.getKind().equals("video"));
  }

  @Override
  public void addTrack(MediaStreamTrack track) {
    if (!tracks.contains(track)) {
      tracks.add(track);
    }
  }

  @Override
  public void removeTrack(MediaStreamTrack track) {
    tracks.remove(track);
  }

  private Sequence<MediaStreamTrack> select(Predicate<MediaStreamTrack> condition) {
    return new SimulatedSequence<>(tracks.stream().filter(condition).toList());
  }

  @Override
  String label() {
    return "stream";
  }
}
