package io.github.teapeer.client.browser;

import org.teavm.jso.JSObject;

/** The platform of {@code peer.js}: what a page may replace in {@code util} is looked up there. */
final class PagePlatform extends BrowserPlatform {
  @Override
  public boolean supportsWebRtc() {
    return PageEnvironment.get().supportsWebRtc();
  }

  @Override
  public String randomToken() {
    return PageEnvironment.get().getUtil().randomToken();
  }

  @Override
  public boolean isValidId(String id) {
    return PageEnvironment.get().getUtil().validateId(id);
  }

  @Override
  public boolean isValidKey(String key) {
    return PageEnvironment.get().getUtil().validateKey(key);
  }

  @Override
  public void log(int level, String message, JSObject detail) {
    PageEnvironment.get().log(level, message, detail);
  }

  @Override
  public void log(int level, String message) {
    PageEnvironment.get().log(level, message);
  }
}
