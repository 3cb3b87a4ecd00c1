package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.Alarm;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.client.transfer.DataTransfer;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;

/**
 * Delivers what was sent over a connection that has been closed, as an RTCDataChannel does, and
 * then closes the peer connection; at the latest when nothing has moved for {@link #PATIENCE}.
 */
final class Farewell {
  /** How long the other side may take no more of it, in milliseconds. */
  static final int PATIENCE = 5000;

  private final Alarm alarm;
  private final DataTransfer transfer;
  private final RTCDataChannel channel;
  private final RTCPeerConnection peerConnection;

  private Farewell(
      Platform platform,
      DataTransfer transfer,
      RTCDataChannel channel,
      RTCPeerConnection peerConnection) {
    alarm = new Alarm(platform);
    this.transfer = transfer;
    this.channel = channel;
    this.peerConnection = peerConnection;
  }

  /**
   * Takes over what is to be closed.
   *
   * @param transfer has what waits for the channel; null where something else writes to it, which
   *     has written everything
   */
  static void bid(
      Platform platform,
      DataTransfer transfer,
      RTCDataChannel channel,
      RTCPeerConnection peerConnection) {
    new Farewell(platform, transfer, channel, peerConnection).begin();
  }

  private void begin() {
    channel.addEventListener("close", event -> end());
    if (transfer == null) {
      channel.close();
    } else {
      transfer.closeWhenSent(() -> {});
    }
    watch();
  }

  private double left() {
    return transfer == null ? channel.getBufferedAmount() : transfer.waitingBytes();
  }

  private void watch() {
    double left = left();
    alarm.set(
        () -> {
          if (left() < left) {
            watch();
          } else {
            end();
          }
        },
        PATIENCE);
  }

  /** Ends it; the channel, which is closed by that, may say so once more. */
  private void end() {
    alarm.clear();
    if (transfer != null) {
      transfer.stop();
    }
    peerConnection.close();
  }
}
