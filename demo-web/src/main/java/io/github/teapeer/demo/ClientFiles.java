package io.github.teapeer.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * Finds the client's webjar, whose folder carries its version: {@code
 * META-INF/resources/webjars/teapeer/<version>/}.
 */
final class ClientFiles {
  private static final String LOCATOR = "META-INF/resources/webjars-locator.properties";
  private static final String VERSION = "teapeer.version";

  private ClientFiles() {}

  /**
   * The folder of the client on the class path.
   *
   * @throws IllegalStateException if there is no client
   */
  static URL directory() {
    try {
      ClassLoader loader = ClientFiles.class.getClassLoader();
      // Every webjar of a name of its own brings such a file.
      List<URL> locators = Collections.list(loader.getResources(LOCATOR));
      for (URL locator : locators) {
        String version = load(locator).getProperty(VERSION);
        URL directory = loader.getResource("META-INF/resources/webjars/teapeer/" + version + "/");
        if (version != null && directory != null) {
          return directory;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The class path cannot be read", e);
    }
    throw new IllegalStateException("There is no teapeer-client on the class path");
  }

  private static Properties load(URL file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = file.openStream()) {
      properties.load(in);
    }
    return properties;
  }
}
