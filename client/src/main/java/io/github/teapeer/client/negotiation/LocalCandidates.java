package io.github.teapeer.client.negotiation;

import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCIceCandidate;
import org.teavm.jso.JSObject;

/** The candidates of this side; they wait until the description that they belong to is sent. */
final class LocalCandidates {
  private final NegotiationListener listener;

  /** Those that wait; null while none has to. */
  private JSObject unsent;

  LocalCandidates(NegotiationListener listener) {
    this.listener = listener;
  }

  /** The platform has found one. */
  void found(RTCIceCandidate candidate) {
    // The end of candidates, null or empty, says nothing that the other side needs.
    if (candidate == null || candidate.getCandidate().isEmpty()) {
      return;
    }
    JSObject init = candidate.toJSON();
    if (unsent == null) {
      listener.localCandidate(init);
    } else {
      Values.push(unsent, init);
    }
  }

  /** A description is being made: what is found from now on may belong to it. */
  void hold() {
    if (unsent == null) {
      unsent = Values.newArray();
    }
  }

  /** The description has been sent. */
  void release() {
    JSObject candidates = unsent;
    unsent = null;
    for (int i = 0; i < Values.length(candidates); i++) {
      listener.localCandidate(Values.at(candidates, i));
    }
  }
}
