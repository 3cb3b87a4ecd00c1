package io.github.teapeer.client.browser;

import org.teavm.jso.JSObject;

/** The platform of {@code peer.js}: what a page may replace in {@code util} is looked up there. */
final class PagePlatform extends BrowserPlatform {
  private final PageEnvironment environment;

  PagePlatform(PageEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public boolean supportsWebRtc() {
    return Scripts.supportsWebRtc(environment.getUtil());
  }

  @Override
  public String randomToken() {
    return environment.getUtil().randomToken();
  }

  @Override
  public boolean isValidId(String id) {
    return environment.getUtil().validateId(id);
  }

  @Override
  public boolean isValidKey(String key) {
    return environment.getUtil().validateKey(key);
  }

  @Override
  public void log(int level, String message, JSObject detail) {
    environment.log(level, message, detail);
  }
}
