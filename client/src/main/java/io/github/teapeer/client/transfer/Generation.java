package io.github.teapeer.client.transfer;

/** Which kind of client is at the other end. */
public enum Generation {
  /** PeerJS up to 1.4.7, SkyWay included: text frames for JSON, no supplementary characters. */
  UP_TO_1_4,
  /**
   * PeerJS from 1.5: UTF-8 in binary frames for JSON. It sends less than 16,300 bytes, and reads
   * more.
   */
  FROM_1_5,
  /** This client. */
  OURS
}
