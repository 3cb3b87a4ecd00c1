package io.github.teapeer.jso.webrtc;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A header extension that was negotiated.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcrtpheaderextensionparameters">WebRTC,
 *     RTCRtpHeaderExtensionParameters</a>
 */
public interface RTCRtpHeaderExtensionParameters extends JSObject {
  /** {@return the URI that names it} */
  @JSProperty
  String getUri();

  /** {@return the identifier in the header} */
  @JSProperty
  int getId();

  /** {@return whether it is encrypted} */
  default boolean isEncrypted() {
    return Values.getBoolean(this, "encrypted");
  }
}
