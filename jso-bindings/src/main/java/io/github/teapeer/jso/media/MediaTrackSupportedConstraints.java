package io.github.teapeer.jso.media;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The constraints that a browser knows; it ignores all others.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatracksupportedconstraints">Media
 *     Capture and Streams, MediaTrackSupportedConstraints</a>
 */
public interface MediaTrackSupportedConstraints extends JSObject {
  /** {@return whether the browser knows {@code width}} */
  @JSProperty
  boolean isWidth();

  /** {@return whether the browser knows {@code height}} */
  @JSProperty
  boolean isHeight();

  /** {@return whether the browser knows {@code aspectRatio}} */
  @JSProperty
  boolean isAspectRatio();

  /** {@return whether the browser knows {@code frameRate}} */
  @JSProperty
  boolean isFrameRate();

  /** {@return whether the browser knows {@code facingMode}} */
  @JSProperty
  boolean isFacingMode();

  /** {@return whether the browser knows {@code sampleRate}} */
  @JSProperty
  boolean isSampleRate();

  /** {@return whether the browser knows {@code sampleSize}} */
  @JSProperty
  boolean isSampleSize();

  /** {@return whether the browser knows {@code echoCancellation}} */
  @JSProperty
  boolean isEchoCancellation();

  /** {@return whether the browser knows {@code autoGainControl}} */
  @JSProperty
  boolean isAutoGainControl();

  /** {@return whether the browser knows {@code noiseSuppression}} */
  @JSProperty
  boolean isNoiseSuppression();

  /** {@return whether the browser knows {@code channelCount}} */
  @JSProperty
  boolean isChannelCount();

  /** {@return whether the browser knows {@code deviceId}} */
  @JSProperty
  boolean isDeviceId();

  /** {@return whether the browser knows {@code groupId}} */
  @JSProperty
  boolean isGroupId();
}
