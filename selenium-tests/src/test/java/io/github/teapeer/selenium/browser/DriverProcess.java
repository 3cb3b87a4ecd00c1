package io.github.teapeer.selenium.browser;

import io.github.teapeer.selenium.machine.ChildProcess;
import io.github.teapeer.selenium.machine.Place;
import io.github.teapeer.selenium.machine.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

/**
 * A WebDriver server such as chromedriver, listening on a free port of the loopback address.
 * Running from construction until {@link #close()}.
 */
final class DriverProcess implements RunningProcess {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final int STATUS_TIMEOUT_MS = 5_000;

  private final ChildProcess process;
  private final URI address;

  /**
   * Starts the server and waits until it answers.
   *
   * @param place where it and its browsers run
   * @param command makes the command line that has it listen on the given port
   * @throws SessionNotCreatedException when it does not answer in time; the message carries what it
   *     printed
   */
  DriverProcess(Place place, IntFunction<List<String>> command) {
    int port = freePort();
    address = URI.create("http://127.0.0.1:" + place.reach(port));
    process = ChildProcess.start(place.enter(command.apply(port)), BrowserEnvironment.VARIABLES);
    try {
      process.await("listening driver", START_TIMEOUT, this::answers);
    } catch (IllegalStateException e) {
      process.close();
      throw new SessionNotCreatedException(e.getMessage(), e);
    }
  }

  /** Opens a session whose commands are bounded by {@link BrowserSession#COMMAND_TIMEOUT}. */
  RemoteWebDriver openSession(Capabilities capabilities) {
    ClientConfig config =
        ClientConfig.defaultConfig()
            .baseUri(address)
            .connectionTimeout(START_TIMEOUT)
            .readTimeout(BrowserSession.COMMAND_TIMEOUT);
    try {
      HttpClient client = HttpClient.Factory.createDefault().createClient(config);
      return new RemoteWebDriver(
          new HttpCommandExecutor(client, config.baseUrl()), capabilities, config);
    } catch (RuntimeException e) {
      String output = process.output();
      close();
      throw new SessionNotCreatedException("The driver printed:\n" + output, e);
    }
  }

  /** Where it listens. */
  URI address() {
    return address;
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }

  private boolean answers() {
    try {
      URL status = address.resolve("/status").toURL();
      HttpURLConnection connection = (HttpURLConnection) status.openConnection();
      connection.setConnectTimeout(STATUS_TIMEOUT_MS);
      connection.setReadTimeout(STATUS_TIMEOUT_MS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYetListening) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
