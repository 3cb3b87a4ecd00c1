package io.github.teapeer.selenium.browser;

import java.util.Map;

/**
 * The surroundings that every browser gets, so that what pages print is the same on any machine.
 */
final class BrowserEnvironment {
  /** The time zone and language show in {@code Date.prototype.toString}. */
  static final Map<String, String> VARIABLES = Map.of("TZ", "UTC", "LANG", "C.UTF-8");

  private BrowserEnvironment() {}
}
