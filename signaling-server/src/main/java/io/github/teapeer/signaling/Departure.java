package io.github.teapeer.signaling;

/** Why a client is no longer connected to the signalling server. */
public enum Departure {
  /**
   * It closed its socket itself, as {@code peer.disconnect()} does, or broke a rule and had it
   * closed. Its page is alive, and its connections to other peers go on: nobody is told.
   */
  CLOSED,

  /**
   * Its socket ended without a goodbye, or with 1001 (going away), which browsers send for a page
   * that is closed. It may come back within the grace period; if it does not, the peers it was
   * talking with get a LEAVE.
   */
  LOST,

  /** It sent nothing for the alive timeout. */
  SILENT,

  /**
   * It said so: a LEAVE without a destination. The peers it was talking with get a LEAVE at once.
   */
  LEFT
}
