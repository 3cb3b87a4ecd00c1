package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.SdpTransform;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** How a call is made. Immutable. */
public final class CallOptions {
  private final JSObject metadata;
  private final SdpTransform sdpTransform;
  private final JSObject constraints;
  private final JSObject receive;
  private final DialLimits limits;

  /**
   * Makes options.
   *
   * @param metadata what the other side is told about the call, or null
   * @param sdpTransform changes the offer before it is applied and sent, or null
   * @param constraints an RTCOfferOptions, or null
   */
  public CallOptions(JSObject metadata, SdpTransform sdpTransform, JSObject constraints) {
    this(metadata, sdpTransform, constraints, Values.newArray(), DialLimits.none());
  }

  /**
   * Makes options.
   *
   * @param metadata what the other side is told about the call, or null
   * @param sdpTransform changes the offer before it is applied and sent, or null
   * @param constraints an RTCOfferOptions, or null
   * @param receive an array of what is asked for even if none is sent: {@code audio}, {@code video}
   * @param limits how long it may take until the call is answered
   */
  public CallOptions(
      JSObject metadata,
      SdpTransform sdpTransform,
      JSObject constraints,
      JSObject receive,
      DialLimits limits) {
    this.metadata = metadata;
    this.sdpTransform = sdpTransform;
    this.constraints = constraints;
    this.receive = receive;
    this.limits = limits;
  }

  /**
   * The defaults.
   *
   * @return options without metadata, transform and constraints
   */
  public static CallOptions none() {
    return new CallOptions(null, null, null);
  }

  /**
   * What the other side is told about the call.
   *
   * @return the metadata, or null
   */
  public JSObject metadata() {
    return metadata;
  }

  /**
   * Changes the offer before it is applied and sent.
   *
   * @return the transform, or null
   */
  public SdpTransform sdpTransform() {
    return sdpTransform;
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
   * What is asked for even if none is sent.
   *
   * @return an array of {@code audio}, {@code video}, both, or nothing
   */
  public JSObject receive() {
    return receive;
  }

  /**
   * How long it may take until the call is answered.
   *
   * @return the limits
   */
  public DialLimits limits() {
    return limits;
  }
}
