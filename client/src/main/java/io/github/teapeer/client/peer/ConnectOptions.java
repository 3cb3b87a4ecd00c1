package io.github.teapeer.client.peer;

import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import org.teavm.jso.JSObject;

/** How a data connection is made. Immutable. */
public final class ConnectOptions {
  private final String label;
  private final JSObject metadata;
  private final String serialization;
  private final boolean reliable;
  private final RTCDataChannelInit channel;
  private final JSObject constraints;
  private final DialLimits limits;

  /**
   * Makes options.
   *
   * @param label the label, or null for the connection's id
   * @param metadata what the other side is told about the connection, or null
   * @param serialization {@code binary}, {@code binary-utf8}, {@code json}, {@code raw} or {@code
   *     none}
   * @param reliable what {@link DataConnection#isReliable} answers at both ends
   * @param ordered whether messages arrive in the order in which they are sent
   * @param constraints an RTCOfferOptions, or null
   */
  public ConnectOptions(
      String label,
      JSObject metadata,
      String serialization,
      boolean reliable,
      boolean ordered,
      JSObject constraints) {
    this(
        label,
        metadata,
        serialization,
        reliable,
        RTCDataChannelInit.create(),
        constraints,
        DialLimits.forData());
    channel.setOrdered(ordered);
  }

  /**
   * Makes options.
   *
   * @param label the label, or null for the connection's id
   * @param metadata what the other side is told about the connection, or null
   * @param serialization {@code binary}, {@code binary-utf8}, {@code json}, {@code raw} or {@code
   *     none}
   * @param reliable what {@link DataConnection#isReliable} answers at both ends
   * @param channel the parameters of the channel; not to be changed afterwards. Those that the
   *     platform refuses fail the connection with {@link PeerErrorType#WEBRTC}
   * @param constraints an RTCOfferOptions, or null
   * @param limits how long it may take until the connection is open
   */
  public ConnectOptions(
      String label,
      JSObject metadata,
      String serialization,
      boolean reliable,
      RTCDataChannelInit channel,
      JSObject constraints,
      DialLimits limits) {
    this.label = label;
    this.metadata = metadata;
    this.serialization = serialization;
    this.reliable = reliable;
    this.channel = channel;
    this.constraints = constraints;
    this.limits = limits;
  }

  /**
   * The defaults, with a serialization of the caller's choice.
   *
   * @param serialization {@code binary}, {@code binary-utf8}, {@code json}, {@code raw} or {@code
   *     none}
   * @return the options
   */
  public static ConnectOptions of(String serialization) {
    return new ConnectOptions(null, null, serialization, false, true, null);
  }

  /**
   * The label.
   *
   * @return the label, or null for the connection's id
   */
  public String label() {
    return label;
  }

  /**
   * What the other side is told about the connection.
   *
   * @return the metadata, or null
   */
  public JSObject metadata() {
    return metadata;
  }

  /**
   * The serialization.
   *
   * @return its name
   */
  public String serialization() {
    return serialization;
  }

  /**
   * What {@link DataConnection#isReliable} answers at both ends.
   *
   * @return the flag
   */
  public boolean reliable() {
    return reliable;
  }

  /**
   * The parameters of the channel.
   *
   * @return the dictionary, not to be changed
   */
  public RTCDataChannelInit channel() {
    return channel;
  }

  /**
   * Options of the offer.
   *
   * @return an RTCOfferOptions, or null
   */
  public JSObject constraints() {
    return constraints;
  }

  /**
   * How long it may take until the connection is open.
   *
   * @return the limits
   */
  public DialLimits limits() {
    return limits;
  }
}
