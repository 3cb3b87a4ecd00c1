package io.github.teapeer.selenium.browser;

import io.github.teapeer.selenium.machine.Place;
import java.net.URI;
import java.util.Optional;

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
      case CHROMIUM -> Chromium.start(Site.HERE);
      case FIREFOX -> Firefox.start(Site.HERE);
      case WEBKIT -> WebKit.start();
    };
  }

  /**
   * Starts one somewhere else, for pages that do not come from {@code localhost}.
   *
   * @param origin the pages' origin, which the browser trusts as if it had TLS
   */
  public BrowserSession start(Place place, URI origin) {
    Site site = new Site(place, Optional.of(origin));
    return switch (this) {
      case CHROMIUM -> Chromium.start(site);
      case FIREFOX -> Firefox.start(site);
      case WEBKIT -> throw new IllegalArgumentException("It has no RTCPeerConnection");
    };
  }

  @Override
  public String toString() {
    return displayName;
  }
}
