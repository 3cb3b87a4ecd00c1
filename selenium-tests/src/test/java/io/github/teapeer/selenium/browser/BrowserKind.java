package io.github.teapeer.selenium.browser;

/** The browsers that the tests run in. */
public enum BrowserKind {
  /** Debian's {@code chromium}, headless, through chromedriver. */
  CHROMIUM("Chromium"),

  /** Debian's {@code firefox-esr}, headless, through geckodriver or its own Marionette port. */
  FIREFOX("Firefox"),

  /** Debian's WebKitGTK, which is built without {@code RTCPeerConnection}. */
  WEBKIT("WebKitGTK");

  private final String displayName;

  BrowserKind(String displayName) {
    this.displayName = displayName;
  }

  /**
   * Starts a browser of its own with an empty profile, which takes between half a second and four.
   *
   * @throws IllegalStateException when the browser or its driver is not installed
   * @throws org.openqa.selenium.SessionNotCreatedException when it does not come up in time
   */
  public BrowserSession start() {
    return switch (this) {
      case CHROMIUM -> Chromium.start();
      case FIREFOX -> Firefox.start();
      case WEBKIT -> WebKit.start();
    };
  }

  @Override
  public String toString() {
    return displayName;
  }
}
