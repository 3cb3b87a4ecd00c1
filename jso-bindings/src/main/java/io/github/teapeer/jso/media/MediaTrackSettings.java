package io.github.teapeer.jso.media;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/**
 * What a track is like.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatracksettings">Media Capture
 *     and Streams, MediaTrackSettings</a>
 */
public interface MediaTrackSettings extends JSObject {
  /** {@return the width in pixels; −1 where the track has none} */
  default int getWidth() {
    return Values.getInt(this, "width", -1);
  }

  /** {@return the height in pixels; −1 where the track has none} */
  default int getHeight() {
    return Values.getInt(this, "height", -1);
  }

  /** {@return width divided by height; NaN where the track has none} */
  default double getAspectRatio() {
    return Values.getDouble(this, "aspectRatio");
  }

  /** {@return the frames a second; NaN where the track has none} */
  default double getFrameRate() {
    return Values.getDouble(this, "frameRate");
  }

  /**
   * {@return where the camera looks: {@code user}, {@code environment}, {@code left} or {@code
   * right}; null where the track has none}
   */
  default String getFacingMode() {
    return Values.getString(this, "facingMode");
  }

  /** {@return the samples a second; −1 where the track has none} */
  default int getSampleRate() {
    return Values.getInt(this, "sampleRate", -1);
  }

  /** {@return the bits a sample; −1 where the track has none} */
  default int getSampleSize() {
    return Values.getInt(this, "sampleSize", -1);
  }

  /** {@return whether echo is removed} */
  default boolean isEchoCancellation() {
    return Values.getBoolean(this, "echoCancellation");
  }

  /** {@return whether the volume is evened out} */
  default boolean isAutoGainControl() {
    return Values.getBoolean(this, "autoGainControl");
  }

  /** {@return whether noise is removed} */
  default boolean isNoiseSuppression() {
    return Values.getBoolean(this, "noiseSuppression");
  }

  /** {@return the number of audio channels; −1 where the track has none} */
  default int getChannelCount() {
    return Values.getInt(this, "channelCount", -1);
  }

  /** {@return the device, or null where the track has none} */
  default String getDeviceId() {
    return Values.getString(this, "deviceId");
  }

  /** {@return the group of devices, or null where the track has none} */
  default String getGroupId() {
    return Values.getString(this, "groupId");
  }
}
