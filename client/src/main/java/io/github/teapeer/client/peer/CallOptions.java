package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.SdpTransform;
import org.teavm.jso.JSObject;

/** How a call is made. Immutable. */
public final class CallOptions {
  private final JSObject metadata;
  private final SdpTransform sdpTransform;
  private final JSObject constraints;

  /**
   * Makes options.
   *
   * @param metadata what the other side is told about the call, or null
   * @param sdpTransform changes the offer before it is applied and sent, or null
   * @param constraints an RTCOfferOptions, or null
   */
  public CallOptions(JSObject metadata, SdpTransform sdpTransform, JSObject constraints) {
    this.metadata = metadata;
    this.sdpTransform = sdpTransform;
    this.constraints = constraints;
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
}
