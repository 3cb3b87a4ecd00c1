package io.github.teapeer.client.browser;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The files that the build has made, found as a server finds them: on the class path, by version.
 */
final class Webjar {
  private static final String ROOT = "META-INF/resources/";

  private Webjar() {}

  /** The version that the webjar's locator file tells. */
  static String version() {
    Properties properties = new Properties();
    try (InputStream locator =
        Webjar.class.getClassLoader().getResourceAsStream(ROOT + "webjars-locator.properties")) {
      if (locator == null) {
        throw new AssertionError("webjars-locator.properties is not on the class path");
      }
      properties.load(locator);
    } catch (IOException e) {
      throw new AssertionError("Cannot read webjars-locator.properties", e);
    }
    return properties.getProperty("teapeer.version");
  }

  /** The path of a file of this version. */
  static Path file(String name) {
    String resource = ROOT + "webjars/teapeer/" + version() + "/" + name;
    URL url = Webjar.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new AssertionError(resource + " is not on the class path: the build has not made it");
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError("Not a file: " + url, e);
    }
  }

  /** The text of a file of this version. */
  static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new AssertionError("Cannot read " + name, e);
    }
  }
}
