package io.github.teapeer.selenium.marionette;

import io.github.teapeer.selenium.machine.ChildProcess;
import io.github.teapeer.selenium.machine.Place;
import io.github.teapeer.selenium.machine.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.json.Json;

/**
 * A headless Firefox with a profile of its own that listens for Marionette commands. Running from
 * {@link #start} until {@link #close()}, which also deletes the profile.
 */
public final class FirefoxProcess implements RunningProcess {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
  private static final Json JSON = new Json();

  private final ChildProcess process;
  private final Path profile;
  private final int port;

  private FirefoxProcess(ChildProcess process, Path profile, int port) {
    this.process = process;
    this.profile = profile;
    this.port = port;
  }

  /**
   * Starts Firefox and waits until its Marionette port is open.
   *
   * @param place where it runs
   * @param preferences what {@code about:config} shows, by name; strings, booleans and integers
   * @param variables added to its environment
   * @throws SessionNotCreatedException with what it printed, when it does not come up
   */
  public static FirefoxProcess start(
      Place place, Path firefox, Map<String, Object> preferences, Map<String, String> variables) {
    Path profile = createProfile(preferences);
    ChildProcess process =
        ChildProcess.start(
            place.enter(
                List.of(
                    firefox.toString(),
                    "--marionette",
                    "--headless",
                    "--no-remote",
                    "--new-instance",
                    "--profile",
                    profile.toString(),
                    "about:blank")),
            variables);
    Path portFile = profile.resolve("MarionetteActivePort");
    try {
      process.await("Marionette port", START_TIMEOUT, () -> !read(portFile).isBlank());
      int port = Integer.parseInt(read(portFile).strip());
      return new FirefoxProcess(process, profile, place.reach(port));
    } catch (IllegalStateException e) {
      process.close();
      delete(profile);
      throw new SessionNotCreatedException(e.getMessage(), e);
    }
  }

  /** The port on this JVM's loopback address that leads to where it listens for commands. */
  int port() {
    return port;
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
    delete(profile);
  }

  private static Path createProfile(Map<String, Object> preferences) {
    Map<String, Object> all = new LinkedHashMap<>(preferences);
    // Any free port; Firefox writes the one it took into its profile.
    all.put("marionette.port", 0);
    String lines =
        all.entrySet().stream()
            .map(e -> "user_pref(%s, %s);\n".formatted(json(e.getKey()), json(e.getValue())))
            .collect(Collectors.joining());
    try {
      Path profile = Files.createTempDirectory("teapeer-firefox-");
      Files.writeString(profile.resolve("user.js"), lines);
      return profile;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(Object value) {
    return JSON.toJson(value);
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
