package io.github.teapeer.jso.html;

import io.github.teapeer.jso.dom.NativeMember;
import io.github.teapeer.jso.media.MediaDevices;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The browser that a page runs in.
 *
 * @see <a href="https://html.spec.whatwg.org/#the-navigator-object">HTML, Navigator</a>
 */
public interface Navigator extends JSObject {
  /**
   * The navigator of the page or worker; browsers only.
   *
   * @return the navigator
   */
  @JSBody(script = "return navigator;")
  static Navigator get() {
    throw new UnsupportedOperationException("There is a navigator in browsers only");
  }

  /** {@return what the browser calls itself} */
  @JSProperty
  String getUserAgent();

  /** {@return the preferred language, such as {@code en-GB}} */
  @JSProperty
  String getLanguage();

  /** {@return false where there is surely no network} */
  @JSProperty
  boolean isOnLine();

  /** {@return the number of processors, or less} */
  @JSProperty
  int getHardwareConcurrency();

  /**
   * {@return the media devices, or null where there are none for this page, such as on plain HTTP}
   */
  default MediaDevices getMediaDevices() {
    return NativeMember.get(this, "mediaDevices");
  }
}
