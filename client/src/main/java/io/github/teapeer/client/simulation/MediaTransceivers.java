package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.webrtc.RTCRtpSender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The transceivers of a peer connection, and what descriptions make of them.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtp-media-api">WebRTC, RTP Media API</a>
 */
final class MediaTransceivers {
  private final SimulatedPeerConnection connection;
  private final List<SimulatedTransceiver> transceivers = new ArrayList<>();
  private final Map<String, SimulatedMediaStream> remoteStreams = new LinkedHashMap<>();

  /** Which mids there were when the present negotiation began, to roll back to. */
  private final Map<SimulatedTransceiver, String> stableMids = new HashMap<>();

  MediaTransceivers(SimulatedPeerConnection connection) {
    this.connection = connection;
  }

  List<SimulatedTransceiver> all() {
    return List.copyOf(transceivers);
  }

  /** The transceiver of a section, or null. */
  SimulatedTransceiver withMid(String mid) {
    for (SimulatedTransceiver transceiver : transceivers) {
      if (mid.equals(transceiver.getMid())) {
        return transceiver;
      }
    }
    return null;
  }

  private SimulatedTransceiver proposedFor(String mid) {
    SimulatedTransceiver known = withMid(mid);
    for (SimulatedTransceiver transceiver : transceivers) {
      if (known == null && mid.equals(transceiver.proposedMid())) {
        return transceiver;
      }
    }
    return known;
  }

  SimulatedTransceiver add(String kind, MediaDirection direction) {
    return add(kind, direction, false, "receiver-" + connection.page().simulation().nextIdentity());
  }

  private SimulatedTransceiver add(
      String kind, MediaDirection direction, boolean byTrack, String receiverTrackId) {
    SimulatedTransceiver added =
        new SimulatedTransceiver(connection, kind, direction, byTrack, receiverTrackId);
    transceivers.add(added);
    return added;
  }

  RTCRtpSender addTrack(MediaStreamTrack track, MediaStream stream) {
    SimulatedTransceiver chosen = null;
    for (SimulatedTransceiver transceiver : transceivers) {
      SimulatedSender sender = transceiver.sender();
      if (sender.getTrack() == track) {
        throw new DomException("InvalidAccessError", "The track is sent already");
      }
      boolean reusable =
          sender.getTrack() == null
              && !sender.isUsed()
              && !transceiver.isStopped()
              && transceiver.kind().equals(track.getKind());
      if (chosen == null && reusable) {
        chosen = transceiver;
      }
    }
    if (chosen == null) {
      String receiverTrackId = "receiver-" + connection.page().simulation().nextIdentity();
      chosen = add(track.getKind(), MediaDirection.SENDRECV, true, receiverTrackId);
    }
    chosen.sender().setTrack(track, stream == null ? null : stream.getId());
    chosen.setDirection(MediaDirection.of(true, chosen.direction().receives()));
    return chosen.sender();
  }

  void removeTrack(RTCRtpSender sender) {
    if (!(sender instanceof SimulatedSender ours) || !transceivers.contains(ours.transceiver())) {
      throw new DomException("InvalidAccessError", "The sender is not of this connection");
    }
    SimulatedTransceiver transceiver = ours.transceiver();
    if (!transceiver.isStopped() && ours.getTrack() != null) {
      ours.setTrack(null, ours.stream());
      transceiver.setDirection(MediaDirection.of(false, transceiver.direction().receives()));
    }
  }

  /** What a local description says of a transceiver. */
  MediaSection describe(SimulatedTransceiver transceiver, String mid, MediaDirection direction) {
    MediaStreamTrack track = transceiver.sender().getTrack();
    String trackId = track == null || !direction.sends() ? null : track.getId();
    return new MediaSection(
        transceiver.kind(), mid, direction, transceiver.sender().stream(), trackId, 0, false);
  }

  /** A negotiation begins. */
  void remember() {
    stableMids.clear();
    transceivers.forEach(transceiver -> stableMids.put(transceiver, transceiver.getMid()));
  }

  /** A negotiation is given up. */
  void rollBack() {
    for (SimulatedTransceiver transceiver : List.copyOf(transceivers)) {
      if (stableMids.containsKey(transceiver) || transceiver.sender().getTrack() != null) {
        transceiver.associate(stableMids.get(transceiver));
      } else {
        transceivers.remove(transceiver);
      }
    }
  }

  /** A local offer is applied: its sections are the transceivers'. */
  void applyLocalOffer(Sdp offer) {
    for (MediaSection section : offer.media()) {
      SimulatedTransceiver transceiver = proposedFor(section.mid());
      if (transceiver != null) {
        transceiver.associate(section.mid());
      }
    }
  }

  /** A remote offer is applied; returns the events of the tracks that it adds. */
  List<Runnable> applyRemoteOffer(Sdp offer) {
    List<Runnable> events = new ArrayList<>();
    for (MediaSection section : offer.media()) {
      if (!section.isApplication()) {
        SimulatedTransceiver transceiver = matching(section);
        transceiver.associate(section.mid());
        receive(transceiver, section, section.direction().reversed(), events);
      }
    }
    return events;
  }

  private SimulatedTransceiver matching(MediaSection section) {
    for (SimulatedTransceiver transceiver : transceivers) {
      if (section.mid().equals(transceiver.getMid())) {
        return transceiver;
      }
    }
    for (SimulatedTransceiver transceiver : transceivers) {
      if (transceiver.isFreeFor(section.kind())) {
        return transceiver;
      }
    }
    String trackId =
        section.track() == null
            ? "receiver-" + connection.page().simulation().nextIdentity()
            : section.track();
    return add(section.kind(), MediaDirection.RECVONLY, false, trackId);
  }

  /** A negotiation is complete; returns the events of the tracks that it adds. */
  List<Runnable> settle(Sdp local, Sdp remote, boolean remoteAnswered) {
    List<Runnable> events = new ArrayList<>();
    for (MediaSection section : remote.media()) {
      SimulatedTransceiver transceiver = section.isApplication() ? null : withMid(section.mid());
      MediaSection ours = local.section(section.mid());
      if (transceiver == null || ours == null) {
        continue;
      }
      MediaDirection agreed =
          section.rejected() || ours.rejected()
              ? MediaDirection.INACTIVE
              : ours.direction().and(section.direction().reversed());
      transceiver.setCurrentDirection(agreed);
      if (agreed.sends()) {
        transceiver.sender().markUsed();
      }
      if (remoteAnswered) {
        receive(transceiver, section, agreed, events);
      }
    }
    return events;
  }

  /** The other side starts or stops sending; a track that starts gets an event. */
  private void receive(
      SimulatedTransceiver transceiver,
      MediaSection section,
      MediaDirection direction,
      List<Runnable> events) {
    boolean receives = direction.receives() && !section.rejected();
    if (receives && !transceiver.isReceiving()) {
      transceiver.setReceiving(true);
      if (section.stream() != null) {
        SimulatedMediaStream stream =
            remoteStreams.computeIfAbsent(
                section.stream(), id -> new SimulatedMediaStream(connection.page(), id));
        stream.addTrack(transceiver.receiver().track());
        transceiver.receivedIn().add(stream);
      }
      events.add(() -> dispatchTrack(transceiver));
    } else if (!receives && transceiver.isReceiving()) {
      transceiver.setReceiving(false);
      SimulatedMediaStreamTrack track = transceiver.receiver().track();
      transceiver.receivedIn().forEach(stream -> stream.removeTrack(track));
      transceiver.receivedIn().clear();
      events.add(() -> track.setMuted(true));
    }
  }

  private void dispatchTrack(SimulatedTransceiver transceiver) {
    List<MediaStream> streams = List.copyOf(transceiver.receivedIn());
    connection.dispatch(
        new SimulatedEvent.Track(
            transceiver.receiver().track(),
            transceiver.receiver(),
            new SimulatedSequence<>(streams),
            transceiver));
  }

  /** Media flows. */
  void unmute() {
    for (SimulatedTransceiver transceiver : all()) {
      if (transceiver.isReceiving()) {
        transceiver.receiver().track().setMuted(false);
      }
    }
  }
}
