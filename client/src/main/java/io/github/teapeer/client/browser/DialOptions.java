package io.github.teapeer.client.browser;

import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** What the options of {@code connect} and {@code call} say beyond PeerJS, checked. */
interface DialOptions extends JSObject {
  @JSProperty
  RTCDataChannelInit getChannel();

  @JSProperty
  int getTimeout();

  @JSProperty
  AbortSignal getSignal();

  @JSProperty
  JSObject getReceive();
}
