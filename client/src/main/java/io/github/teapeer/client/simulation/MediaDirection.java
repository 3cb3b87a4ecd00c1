package io.github.teapeer.client.simulation;

import java.util.Locale;

/** Which way media flows, seen from one side. */
enum MediaDirection {
  SENDRECV,
  SENDONLY,
  RECVONLY,
  INACTIVE;

  static MediaDirection of(boolean sends, boolean receives) {
    if (sends) {
      return receives ? SENDRECV : SENDONLY;
    }
    return receives ? RECVONLY : INACTIVE;
  }

  /**
   * Reads the W3C's word.
   *
   * @throws DomException TypeError, if it is none
   */
  static MediaDirection ofWord(String word) {
    for (MediaDirection direction : values()) {
      if (direction.word().equals(word)) {
        return direction;
      }
    }
    throw DomException.typeError("'" + word + "' is not a valid RTCRtpTransceiverDirection");
  }

  boolean sends() {
    return this == SENDRECV || this == SENDONLY;
  }

  boolean receives() {
    return this == SENDRECV || this == RECVONLY;
  }

  /** The same, seen from the other side. */
  MediaDirection reversed() {
    return of(receives(), sends());
  }

  MediaDirection and(MediaDirection other) {
    return of(sends() && other.sends(), receives() && other.receives());
  }

  /** The W3C's word, which is SDP's as well. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
