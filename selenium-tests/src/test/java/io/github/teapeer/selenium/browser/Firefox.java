package io.github.teapeer.selenium.browser;

import io.github.teapeer.selenium.machine.Programs;
import io.github.teapeer.selenium.machine.TestNetwork;
import io.github.teapeer.selenium.marionette.FirefoxProcess;
import io.github.teapeer.selenium.marionette.MarionetteDriver;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.ImmutableCapabilities;

/**
 * Firefox, through geckodriver where there is one on the path, otherwise through Firefox's own
 * Marionette port. Debian has no geckodriver.
 */
final class Firefox {
  private static final int ALLOW = 1;

  private Firefox() {}

  static BrowserSession start(Site site) {
    Path firefox = Programs.require("firefox-esr", "firefox");
    Optional<Path> geckodriver = Programs.find("geckodriver");
    return geckodriver.isPresent()
        ? startThroughGeckodriver(site, geckodriver.get(), firefox)
        : startThroughMarionette(site, firefox);
  }

  private static BrowserSession startThroughGeckodriver(Site site, Path geckodriver, Path firefox) {
    DriverProcess driver =
        new DriverProcess(site.place(), port -> List.of(geckodriver.toString(), "--port=" + port));
    Map<String, Object> options =
        Map.of(
            "binary", firefox.toString(), "args", List.of("-headless"), "prefs", preferences(site));
    return new BrowserSession(
        BrowserKind.FIREFOX,
        driver.openSession(
            new ImmutableCapabilities("browserName", "firefox", "moz:firefoxOptions", options)),
        driver);
  }

  private static BrowserSession startThroughMarionette(Site site, Path firefox) {
    FirefoxProcess process =
        FirefoxProcess.start(
            site.place(), firefox, preferences(site), BrowserEnvironment.VARIABLES);
    MarionetteDriver driver = MarionetteDriver.connect(process, BrowserSession.COMMAND_TIMEOUT);
    return new BrowserSession(BrowserKind.FIREFOX, driver, process);
  }

  private static Map<String, Object> preferences(Site site) {
    Map<String, Object> preferences = new LinkedHashMap<>();
    preferences.put("media.navigator.streams.fake", true);
    preferences.put("media.navigator.permission.disabled", true);
    // Without a granted camera Firefox hides addresses, and gathers nothing on a loopback network.
    preferences.put("permissions.default.camera", ALLOW);
    preferences.put("permissions.default.microphone", ALLOW);
    preferences.put("media.peerconnection.ice.obfuscate_host_addresses", false);
    preferences.put("media.peerconnection.ice.loopback", TestNetwork.current() == TestNetwork.HOST);
    preferences.put("media.autoplay.default", 0);
    // Pages may look for garbage, as tests of memory have them do.
    preferences.put("dom.testing.testutils.enabled", true);
    // Nothing but what the pages do: no codec download, no second remote protocol.
    preferences.put("media.gmp-provider.enabled", false);
    preferences.put("remote.active-protocols", 1);
    preferences.put("intl.accept_languages", "en-US");
    // Firefox otherwise waits before it dials a server again that was away.
    preferences.put("network.websocket.delay-failed-reconnects", false);
    site.origin()
        .ifPresent(origin -> preferences.put("dom.securecontext.allowlist", origin.getHost()));
    return preferences;
  }
}
