package io.github.teapeer.selenium.browser;

import io.github.teapeer.selenium.machine.Place;
import io.github.teapeer.selenium.machine.Programs;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.ImmutableCapabilities;

/** WebKitGTK's MiniBrowser on a virtual display, through WebKitWebDriver. */
final class WebKit {
  private WebKit() {}

  static BrowserSession start() {
    String display = Programs.require("xvfb-run").toString();
    String webdriver = Programs.require("WebKitWebDriver").toString();
    Map<String, Object> options =
        Map.of("binary", Programs.requireMiniBrowser().toString(), "args", List.of("--automation"));
    DriverProcess driver =
        new DriverProcess(
            Place.HERE, port -> List.of(display, "--auto-servernum", webdriver, "--port=" + port));
    return new BrowserSession(
        BrowserKind.WEBKIT,
        driver.openSession(
            new ImmutableCapabilities(
                "browserName", "MiniBrowser", "webkitgtk:browserOptions", options)),
        driver);
  }
}
