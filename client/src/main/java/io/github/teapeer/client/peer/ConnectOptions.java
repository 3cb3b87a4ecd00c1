package io.github.teapeer.client.peer;

import io.github.teapeer.jso.value.Dictionary;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How a data connection is made, and how long it may take until it is open. Not changed afterwards.
 * What the other side is told has the names that it has in an OFFER.
 */
public interface ConnectOptions extends DialLimits {
  /**
   * The defaults, with a serialization of the caller's choice.
   *
   * @param serialization what {@link #getSerialization} answers
   * @return the options
   */
  static ConnectOptions of(String serialization) {
    RTCDataChannelInit channel = RTCDataChannelInit.create();
    channel.setOrdered(true);
    return of(null, null, serialization, false, channel, null, DialLimits.forData());
  }

  /**
   * Makes options.
   *
   * @param label what {@link #getLabel} answers
   * @param metadata what {@link #getMetadata} answers
   * @param serialization what {@link #getSerialization} answers
   * @param reliable what {@link #isReliable} answers
   * @param channel what {@link #getChannel} answers
   * @param constraints what {@link #getConstraints} answers
   * @param limits how long it may take until the connection is open
   * @return the options
   */
  static ConnectOptions of(
      String label,
      JSObject metadata,
      String serialization,
      boolean reliable,
      RTCDataChannelInit channel,
      JSObject constraints,
      DialLimits limits) {
    ConnectOptions options = create();
    options.setLabel(label);
    options.setMetadata(metadata);
    options.setSerialization(serialization);
    options.setReliable(reliable);
    options.setChannel(channel);
    options.setConstraints(constraints);
    options.setTimeout(limits.getTimeout());
    options.setSignal(limits.getSignal());
    return options;
  }

  @JSBody(script = "return {};")
  private static ConnectOptions create() {
    return Dictionary.create(ConnectOptions.class);
  }

  /**
   * The label.
   *
   * @return the label, or null for the connection's id
   */
  @JSProperty
  String getLabel();

  /**
   * Sets what {@link #getLabel} answers.
   *
   * @param label the label, or null for the connection's id
   */
  @JSProperty
  void setLabel(String label);

  /**
   * What the other side is told about the connection.
   *
   * @return the metadata, or null
   */
  @JSProperty
  JSObject getMetadata();

  /**
   * Sets what {@link #getMetadata} answers.
   *
   * @param metadata the metadata, or null
   */
  @JSProperty
  void setMetadata(JSObject metadata);

  /**
   * The serialization.
   *
   * @return {@code binary}, {@code binary-utf8}, {@code json}, {@code raw} or {@code none}; null
   *     for {@code binary}
   */
  @JSProperty
  String getSerialization();

  /**
   * Sets what {@link #getSerialization} answers.
   *
   * @param serialization its name, or null
   */
  @JSProperty
  void setSerialization(String serialization);

  /**
   * What {@link DataConnection#isReliable} answers at both ends.
   *
   * @return the flag
   */
  @JSProperty
  boolean isReliable();

  /**
   * Sets what {@link #isReliable} answers.
   *
   * @param reliable the flag
   */
  @JSProperty
  void setReliable(boolean reliable);

  /**
   * The parameters of the channel. Those that the platform refuses fail the connection with {@link
   * PeerErrorType#WEBRTC}.
   *
   * @return the dictionary
   */
  @JSProperty
  RTCDataChannelInit getChannel();

  /**
   * Sets what {@link #getChannel} answers.
   *
   * @param channel the dictionary
   */
  @JSProperty
  void setChannel(RTCDataChannelInit channel);

  /**
   * Options of the offer.
   *
   * @return an RTCOfferOptions, or null
   */
  @JSProperty
  JSObject getConstraints();

  /**
   * Sets what {@link #getConstraints} answers.
   *
   * @param constraints an RTCOfferOptions, or null
   */
  @JSProperty
  void setConstraints(JSObject constraints);
}
