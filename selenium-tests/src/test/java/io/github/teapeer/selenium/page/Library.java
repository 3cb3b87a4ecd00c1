package io.github.teapeer.selenium.page;

import io.github.teapeer.selenium.machine.ModuleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.util.Enumeration;
import java.util.Properties;

/** A PeerJS client that a page can load. */
public enum Library {
  /** The {@code peer.min.js} that this project ships, out of its webjar. */
  OURS("TeaPeer", "teapeer") {
    @Override
    byte[] script() {
      return shipped("peer.min.js");
    }
  },

  /** The npm package {@code peerjs}, version 1.5.5. */
  PEERJS_1_5_5("PeerJS 1.5.5", "peerjs-1.5.5") {
    @Override
    byte[] script() {
      try {
        return Files.readAllBytes(ModuleFiles.npm("peerjs/dist/peerjs.min.js"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  private static final String WEBJAR = "/META-INF/resources/webjars/teapeer/%s/%s";
  private static final String WEBJAR_VERSIONS = "META-INF/resources/webjars-locator.properties";

  private final String displayName;
  private final String folder;

  Library(String displayName, String folder) {
    this.displayName = displayName;
    this.folder = folder;
  }

  /** The library as a page loads it. */
  abstract byte[] script();

  /** A file that this project ships, out of its webjar. */
  static byte[] shipped(String name) {
    String path = WEBJAR.formatted(webjarVersion(), name);
    try (InputStream file = Library.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("No " + path + " on the classpath");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder under which the test pages are served with this library beside them. */
  String folder() {
    return folder;
  }

  /** Whether this is a published client whose behaviour is a given. */
  public boolean isStock() {
    return this != OURS;
  }

  @Override
  public String toString() {
    return displayName;
  }

  /** Every webjar that names itself has a file of this name; one of them is ours. */
  private static String webjarVersion() {
    try {
      Enumeration<URL> files = Library.class.getClassLoader().getResources(WEBJAR_VERSIONS);
      while (files.hasMoreElements()) {
        Properties versions = new Properties();
        try (InputStream in = files.nextElement().openStream()) {
          versions.load(in);
        }
        String version = versions.getProperty("teapeer.version");
        if (version != null) {
          return version;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("No webjar of teapeer on the classpath");
  }
}
