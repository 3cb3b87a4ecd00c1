package io.github.teapeer.selenium.browser;

import io.github.teapeer.selenium.machine.Programs;
import io.github.teapeer.selenium.machine.TestNetwork;
import java.util.List;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium through chromedriver. */
final class Chromium {
  private Chromium() {}

  static BrowserSession start(Site site) {
    String chromedriver = Programs.require("chromedriver").toString();
    ChromeOptions options = options();
    site.origin()
        .ifPresent(
            origin -> options.addArguments("--unsafely-treat-insecure-origin-as-secure=" + origin));
    DriverProcess driver =
        new DriverProcess(site.place(), port -> List.of(chromedriver, "--port=" + port));
    return new BrowserSession(BrowserKind.CHROMIUM, driver.openSession(options), driver);
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Programs.require("chromium").toFile());
    options.addArguments(
        "--headless=new",
        // Chromium refuses to run its sandbox as root, which is who runs the tests in a container.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        "--autoplay-policy=no-user-gesture-required");
    // Nothing but what the pages do.
    options.addArguments(
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    // A second window may cover the first; pages must go on at full speed.
    options.addArguments(
        "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding");
    if (TestNetwork.current() == TestNetwork.HOST) {
      options.addArguments("--allow-loopback-in-peer-connection");
    }
    return options;
  }
}
