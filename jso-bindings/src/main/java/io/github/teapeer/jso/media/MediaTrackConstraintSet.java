package io.github.teapeer.jso.media;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What a track shall be like. A bare value is an ideal: what comes closest is chosen.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatrackconstraintset">Media
 *     Capture and Streams, MediaTrackConstraintSet</a>
 */
public interface MediaTrackConstraintSet extends JSObject {
  /**
   * An empty dictionary.
   *
   * @return the dictionary
   */
  @JSBody(script = "return {};")
  static MediaTrackConstraintSet create() {
    return Dictionary.create(MediaTrackConstraintSet.class);
  }

  /**
   * Constrains the width in pixels.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setWidth(int ideal);

  /**
   * Constrains the width in pixels.
   *
   * @param constraint bounds and the ideal
   */
  @JSProperty
  void setWidth(ConstrainULongRange constraint);

  /**
   * Constrains the height in pixels.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setHeight(int ideal);

  /**
   * Constrains the height in pixels.
   *
   * @param constraint bounds and the ideal
   */
  @JSProperty
  void setHeight(ConstrainULongRange constraint);

  /**
   * Constrains width divided by height.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setAspectRatio(double ideal);

  /**
   * Constrains width divided by height.
   *
   * @param constraint bounds and the ideal
   */
  @JSProperty
  void setAspectRatio(ConstrainDoubleRange constraint);

  /**
   * Constrains the frames a second.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setFrameRate(double ideal);

  /**
   * Constrains the frames a second.
   *
   * @param constraint bounds and the ideal
   */
  @JSProperty
  void setFrameRate(ConstrainDoubleRange constraint);

  /**
   * Constrains where the camera looks.
   *
   * @param ideal the ideal; where the camera looks: {@code user}, {@code environment}, {@code left}
   *     or {@code right}
   */
  @JSProperty
  void setFacingMode(String ideal);

  /**
   * Constrains where the camera looks.
   *
   * @param constraint the ideal, or the only one
   */
  @JSProperty
  void setFacingMode(ConstrainDOMStringParameters constraint);

  /**
   * Constrains the samples a second.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setSampleRate(int ideal);

  /**
   * Constrains the samples a second.
   *
   * @param constraint bounds and the ideal
   */
  @JSProperty
  void setSampleRate(ConstrainULongRange constraint);

  /**
   * Constrains the bits a sample.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setSampleSize(int ideal);

  /**
   * Constrains the bits a sample.
   *
   * @param constraint bounds and the ideal
   */
  @JSProperty
  void setSampleSize(ConstrainULongRange constraint);

  /**
   * Constrains whether echo is removed.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setEchoCancellation(boolean ideal);

  /**
   * Constrains whether echo is removed.
   *
   * @param constraint the ideal, or the only one
   */
  @JSProperty
  void setEchoCancellation(ConstrainBooleanParameters constraint);

  /**
   * Constrains whether the volume is evened out.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setAutoGainControl(boolean ideal);

  /**
   * Constrains whether the volume is evened out.
   *
   * @param constraint the ideal, or the only one
   */
  @JSProperty
  void setAutoGainControl(ConstrainBooleanParameters constraint);

  /**
   * Constrains whether noise is removed.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setNoiseSuppression(boolean ideal);

  /**
   * Constrains whether noise is removed.
   *
   * @param constraint the ideal, or the only one
   */
  @JSProperty
  void setNoiseSuppression(ConstrainBooleanParameters constraint);

  /**
   * Constrains the number of audio channels.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setChannelCount(int ideal);

  /**
   * Constrains the number of audio channels.
   *
   * @param constraint bounds and the ideal
   */
  @JSProperty
  void setChannelCount(ConstrainULongRange constraint);

  /**
   * Constrains the device.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setDeviceId(String ideal);

  /**
   * Constrains the device.
   *
   * @param constraint the ideal, or the only one
   */
  @JSProperty
  void setDeviceId(ConstrainDOMStringParameters constraint);

  /**
   * Constrains the group of devices.
   *
   * @param ideal the ideal
   */
  @JSProperty
  void setGroupId(String ideal);

  /**
   * Constrains the group of devices.
   *
   * @param constraint the ideal, or the only one
   */
  @JSProperty
  void setGroupId(ConstrainDOMStringParameters constraint);
}
