package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.SdpTransform;
import io.github.teapeer.jso.value.Dictionary;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** How a call is made, and how long it may take until it is answered. Not changed afterwards. */
public interface CallOptions extends DialLimits {
  /**
   * The defaults.
   *
   * @return options without metadata, transform, constraints and limits
   */
  static CallOptions none() {
    return of(null, null, null, Values.newArray(), DialLimits.none());
  }

  /**
   * Makes options.
   *
   * @param metadata what {@link #getMetadata} answers
   * @param sdpTransform what {@link #getSdpTransform} answers
   * @param constraints what {@link #getConstraints} answers
   * @param receive what {@link #getReceive} answers
   * @param limits how long it may take until the call is answered
   * @return the options
   */
  static CallOptions of(
      JSObject metadata,
      SdpTransform sdpTransform,
      JSObject constraints,
      JSObject receive,
      DialLimits limits) {
    CallOptions options = create();
    options.setMetadata(metadata);
    options.setSdpTransform(sdpTransform);
    options.setConstraints(constraints);
    options.setReceive(receive);
    options.setTimeout(limits.getTimeout());
    options.setSignal(limits.getSignal());
    return options;
  }

  @JSBody(script = "return {};")
  private static CallOptions create() {
    return Dictionary.create(CallOptions.class);
  }

  /**
   * What the other side is told about the call.
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
   * Changes the offer before it is applied and sent.
   *
   * @return the transform; null, and what is no function, changes nothing
   */
  @JSProperty
  SdpTransform getSdpTransform();

  /**
   * Sets what {@link #getSdpTransform} answers.
   *
   * @param sdpTransform the transform, or null
   */
  @JSProperty
  void setSdpTransform(SdpTransform sdpTransform);

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

  /**
   * What is asked for even if none is sent.
   *
   * @return an array of {@code audio}, {@code video}, both, or nothing
   */
  @JSProperty
  JSObject getReceive();

  /**
   * Sets what {@link #getReceive} answers.
   *
   * @param receive an array of {@code audio}, {@code video}, both, or nothing
   */
  @JSProperty
  void setReceive(JSObject receive);
}
