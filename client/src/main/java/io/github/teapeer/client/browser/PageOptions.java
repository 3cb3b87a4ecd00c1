package io.github.teapeer.client.browser;

import io.github.teapeer.client.platform.Limits;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** The options of a page's Peer, with the defaults filled in. */
interface PageOptions extends JSObject {
  @JSProperty
  String getHost();

  @JSProperty
  int getPort();

  /** The path, with slashes around it. */
  @JSProperty
  String getPath();

  @JSProperty
  boolean isSecure();

  @JSProperty
  String getKey();

  @JSProperty
  JSObject getConfig();

  @JSProperty
  String getToken();

  @JSProperty
  int getPingInterval();

  @JSProperty
  String getReferrerPolicy();

  @JSProperty
  String getTransport();

  @JSProperty
  boolean isSkyway();

  @JSProperty
  int getRecoveryTimeout();

  @JSProperty
  Limits getLimits();
}
