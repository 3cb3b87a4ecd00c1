package io.github.teapeer.selenium.page;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.machine.ModuleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Properties;
import java.util.Set;

/** A PeerJS client that a page can load. */
public enum Library {
  /** The {@code peer.min.js} that this project ships, out of its webjar. */
  OURS("TeaPeer", "teapeer") {
    @Override
    public byte[] script() {
      return shipped("peer.min.js");
    }
  },

  /** PeerJS 0.3.14 of 2014, the last of its first authors. */
  PEERJS_0_3_14("PeerJS 0.3.14", "peerjs-0.3.14") {
    @Override
    public byte[] script() {
      return npm("peerjs-0.3.14/dist/peer.min.js");
    }
  },

  /** PeerJS 1.3.2. */
  PEERJS_1_3_2("PeerJS 1.3.2", "peerjs-1.3.2") {
    @Override
    public byte[] script() {
      return npm("peerjs-1.3.2/dist/peerjs.min.js");
    }
  },

  /** PeerJS 1.4.7, the last before the wire changed. */
  PEERJS_1_4_7("PeerJS 1.4.7", "peerjs-1.4.7") {
    @Override
    public byte[] script() {
      return npm("peerjs-1.4.7/dist/peerjs.min.js");
    }
  },

  /** PeerJS 1.5.5, today's. */
  PEERJS_1_5_5("PeerJS 1.5.5", "peerjs-1.5.5") {
    @Override
    public byte[] script() {
      return npm("peerjs/dist/peerjs.min.js");
    }
  };

  /** The published versions up to 1.4.7, which agree on the wire. */
  public static final Set<Library> UP_TO_1_4 =
      Collections.unmodifiableSet(EnumSet.of(PEERJS_0_3_14, PEERJS_1_3_2, PEERJS_1_4_7));

  /** All published versions. */
  public static final Set<Library> STOCK =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(OURS)));

  private static final String WEBJAR = "/META-INF/resources/webjars/teapeer/%s/%s";
  private static final String WEBJAR_VERSIONS = "META-INF/resources/webjars-locator.properties";

  private final String displayName;
  private final String folder;

  Library(String displayName, String folder) {
    this.displayName = displayName;
    this.folder = folder;
  }

  /** The library as a page loads it. */
  public abstract byte[] script();

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

  /**
   * Whether what it sends in a browser arrives in the order in which it was sent. 0.3.14 reads
   * every message on its own where it believes that channels carry text only.
   */
  public boolean keepsOrder(BrowserKind browser) {
    return this != PEERJS_0_3_14 || browser != BrowserKind.FIREFOX;
  }

  @Override
  public String toString() {
    return displayName;
  }

  /** A file of an npm package that the build has installed. */
  private static byte[] npm(String file) {
    try {
      return Files.readAllBytes(ModuleFiles.npm(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
