package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.webrtc.RTCRtpSender;
import io.github.teapeer.jso.webrtc.RTCRtpTransceiver;
import org.teavm.jso.JSObject;

/** Changes the tracks that a call sends, and tells those who wait for it, each of them once. */
final class TrackChanges {
  private final MediaConnection call;

  /** Who waits for a track to be replaced. */
  private final CompactList<Completion> replacing = new CompactList<>();

  /** Who waits until nothing is left to be renegotiated. */
  private final CompactList<Completion> renegotiating = new CompactList<>();

  TrackChanges(MediaConnection call) {
    this.call = call;
  }

  void replace(MediaStreamTrack track, MediaStreamTrack replacement, Completion completion) {
    RTCPeerConnection peerConnection = call.peerConnection();
    RTCRtpSender sender =
        peerConnection == null ? null : senderOf(peerConnection, track, replacement);
    if (sender == null) {
      completion.failed(peerConnection == null ? notUsable() : notSent());
      return;
    }
    replacing.add(completion);
    sender
        .replaceTrack(replacement)
        .then(
            done -> {
              if (replacing.remove(completion)) {
                completion.done();
              }
            },
            cause -> {
              if (replacing.remove(completion)) {
                completion.failed(refused(cause));
              }
            });
  }

  void add(MediaStreamTrack track, MediaStream stream, Completion completion) {
    if (isChangeable(completion)) {
      try {
        if (stream == null) {
          call.peerConnection().addTrack(track);
        } else {
          call.peerConnection().addTrack(track, stream);
        }
        renegotiate(completion);
      } catch (RuntimeException refusal) {
        completion.failed(refused(call.owner().platform().errorOf(refusal)));
      }
    }
  }

  void remove(MediaStreamTrack track, Completion completion) {
    if (isChangeable(completion)) {
      RTCRtpSender sender = senderOf(call.peerConnection(), track, null);
      if (sender == null) {
        completion.failed(notSent());
      } else {
        call.peerConnection().removeTrack(sender);
        renegotiate(completion);
      }
    }
  }

  private boolean isChangeable(Completion completion) {
    PeerError error = null;
    if (call.state() != Connection.State.OPEN || call.peerConnection() == null) {
      error = notUsable();
    } else if (!call.remote().renegotiates()) {
      error =
          new PeerError(
              PeerErrorType.NEGOTIATION_FAILED,
              call.peer() + " runs PeerJS, which cannot renegotiate",
              null);
    }
    if (error != null) {
      completion.failed(error);
    }
    return error == null;
  }

  private void renegotiate(Completion completion) {
    renegotiating.add(completion);
    call.renegotiate();
  }

  /** Everything that was to be renegotiated has been agreed. */
  void agreed() {
    CompactList<Completion> all = renegotiating.drain();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).done();
    }
  }

  /** The other side does not answer. */
  void timedOut() {
    failAll(
        renegotiating,
        new PeerError(PeerErrorType.TIMEOUT, call.peer() + " does not answer the change", null));
  }

  /** The call has ended. */
  void ended() {
    failAll(replacing, notUsable());
    failAll(renegotiating, notUsable());
  }

  private static void failAll(CompactList<Completion> waiting, PeerError error) {
    CompactList<Completion> all = waiting.drain();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).failed(error);
    }
  }

  /** The sender of a track; of no track, one of the kind of the replacement that sent before. */
  private static RTCRtpSender senderOf(
      RTCPeerConnection peerConnection, MediaStreamTrack track, MediaStreamTrack replacement) {
    RTCRtpSender found = null;
    Sequence<RTCRtpTransceiver> transceivers = peerConnection.getTransceivers();
    for (int i = 0; i < transceivers.getLength(); i++) {
      RTCRtpTransceiver transceiver = transceivers.get(i);
      RTCRtpSender sender = transceiver.getSender();
      if (found == null
          && sender.getTrack() == track
          && (track != null
              || (replacement != null
                  && Values.isFound(transceiver.getDirection(), "^send")
                  && transceiver
                      .getReceiver()
                      .getTrack()
                      .getKind()
                      .equals(replacement.getKind())))) {
        found = sender;
      }
    }
    return found;
  }

  private PeerError notUsable() {
    return call.state() == Connection.State.CLOSED
        ? new PeerError(PeerErrorType.CONNECTION_CLOSED, "The call has ended", null)
        : new PeerError(PeerErrorType.NOT_OPEN_YET, "The call has not been answered", null);
  }

  private static PeerError notSent() {
    return new PeerError(PeerErrorType.WEBRTC, "The call does not send this track", null);
  }

  private static PeerError refused(JSObject cause) {
    return new PeerError(PeerErrorType.WEBRTC, "The track was refused", cause);
  }
}
