package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;

/**
 * A data channel; type {@code data-channel}.
 *
 * @see <a href="https://www.w3.org/TR/webrtc-stats/#dom-rtcdatachannelstats">WebRTC Statistics,
 *     RTCDataChannelStats</a>
 */
public interface RTCDataChannelStats extends RTCStats {
  /** {@return the label, or null where it is not known} */
  default String getLabel() {
    return Values.getString(this, "label");
  }

  /** {@return the protocol within the channel, or null where it is not known} */
  default String getProtocol() {
    return Values.getString(this, "protocol");
  }

  /** {@return the number of the channel; −1 where it is not known} */
  default int getDataChannelIdentifier() {
    return Values.getInt(this, "dataChannelIdentifier", -1);
  }

  /**
   * {@return {@code connecting}, {@code open}, {@code closing} or {@code closed}, or null where it
   * is not known}
   */
  default String getState() {
    return Values.getString(this, "state");
  }

  /** {@return the messages that were sent; NaN where it is not known} */
  default double getMessagesSent() {
    return Values.getDouble(this, "messagesSent");
  }

  /** {@return the bytes that were sent; NaN where it is not known} */
  default double getBytesSent() {
    return Values.getDouble(this, "bytesSent");
  }

  /** {@return the messages that were received; NaN where it is not known} */
  default double getMessagesReceived() {
    return Values.getDouble(this, "messagesReceived");
  }

  /** {@return the bytes that were received; NaN where it is not known} */
  default double getBytesReceived() {
    return Values.getDouble(this, "bytesReceived");
  }
}
