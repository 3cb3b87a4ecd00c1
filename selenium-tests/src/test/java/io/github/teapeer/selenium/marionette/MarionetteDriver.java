package io.github.teapeer.selenium.marionette;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.openqa.selenium.ImmutableCapabilities;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

/**
 * A WebDriver session on Firefox's Marionette port: real elements, trusted clicks and keys, windows
 * and screenshots, as through geckodriver. {@link #quit()} ends Firefox; the process and its
 * profile belong to {@link FirefoxProcess}.
 */
public final class MarionetteDriver extends RemoteWebDriver {
  /** Never dialled: the client beneath answers in this JVM. */
  private static final ClientConfig NOWHERE =
      ClientConfig.defaultConfig().baseUri(URI.create("http://marionette.invalid"));

  private MarionetteDriver(HttpClient client) {
    super(
        new HttpCommandExecutor(client, NOWHERE.baseUrl()),
        new ImmutableCapabilities("browserName", "firefox"),
        NOWHERE);
  }

  /**
   * Opens a session; the process is closed when that fails.
   *
   * @param commandTimeout how long Firefox may take to answer one command
   * @throws SessionNotCreatedException when Firefox refuses
   */
  public static MarionetteDriver connect(FirefoxProcess firefox, Duration commandTimeout) {
    try {
      return new MarionetteDriver(
          new MarionetteHttpClient(new MarionetteConnection(firefox.port(), commandTimeout)));
    } catch (IOException | RuntimeException e) {
      firefox.close();
      throw new SessionNotCreatedException("Firefox's Marionette port refused a session", e);
    }
  }
}
