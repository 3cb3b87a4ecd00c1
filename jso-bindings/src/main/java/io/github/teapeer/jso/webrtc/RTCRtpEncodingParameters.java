package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Dictionary;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * One encoding of a track that is sent.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpencodingparameters">WebRTC,
 *     RTCRtpEncodingParameters</a>
 */
public interface RTCRtpEncodingParameters extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static RTCRtpEncodingParameters create() {
    return Dictionary.create(RTCRtpEncodingParameters.class);
  }

  /** {@return the RTP stream identifier, or null} */
  default String getRid() {
    return Values.getString(this, "rid");
  }

  /**
   * Sets the RTP stream identifier; only before the transceiver is made.
   *
   * @param value the identifier
   */
  @JSProperty
  void setRid(String value);

  /** {@return whether the encoding is sent} */
  default boolean isActive() {
    return Values.getBoolean(this, "active");
  }

  /**
   * Says whether the encoding is sent; it is by default.
   *
   * @param value whether it is
   */
  @JSProperty
  void setActive(boolean value);

  /** {@return the most bits a second, or NaN where it is not bounded} */
  default double getMaxBitrate() {
    return Values.getDouble(this, "maxBitrate");
  }

  /**
   * Bounds the bits a second.
   *
   * @param value the most
   */
  @JSProperty
  void setMaxBitrate(double value);

  /** {@return the most frames a second, or NaN where it is not bounded} */
  default double getMaxFramerate() {
    return Values.getDouble(this, "maxFramerate");
  }

  /**
   * Bounds the frames a second; video only.
   *
   * @param value the most
   */
  @JSProperty
  void setMaxFramerate(double value);

  /** {@return what width and height are divided by, or NaN where it is not set} */
  default double getScaleResolutionDownBy() {
    return Values.getDouble(this, "scaleResolutionDownBy");
  }

  /**
   * Divides width and height; video only.
   *
   * @param value 1 or more
   */
  @JSProperty
  void setScaleResolutionDownBy(double value);

  /** {@return {@code very-low}, {@code low}, {@code medium} or {@code high}, or null} */
  default String getPriority() {
    return Values.getString(this, "priority");
  }

  /**
   * Sets the priority among encodings.
   *
   * @param value {@code very-low}, {@code low}, {@code medium} or {@code high}
   */
  @JSProperty
  void setPriority(String value);
}
