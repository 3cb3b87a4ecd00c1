package io.github.teapeer.selenium.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.json.TypeToken;

/** A running signalling server that listens on {@code localhost}, without TLS, at the path "/". */
public interface PeerServer extends AutoCloseable {
  /** How long it may take to answer a request. */
  int TIMEOUT_MS = 10_000;

  /** The port it listens on. */
  int port();

  /**
   * The ids of the peers that are connected to it right now.
   *
   * @throws UncheckedIOException when it does not answer within ten seconds
   */
  default List<String> peers() {
    URI list = URI.create("http://localhost:%d/peerjs/peers".formatted(port()));
    try {
      HttpURLConnection connection = (HttpURLConnection) list.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MS);
      connection.setReadTimeout(TIMEOUT_MS);
      try (InputStream body = connection.getInputStream()) {
        String json = new String(body.readAllBytes(), UTF_8);
        return new Json().toType(json, new TypeToken<List<String>>() {}.getType());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has it hang: it keeps its sockets, and neither reads nor writes. */
  default void suspend() {
    throw new UnsupportedOperationException("Only a process of its own can hang");
  }

  /** Has it go on after {@link #suspend}. */
  default void resume() {
    throw new UnsupportedOperationException("Only a process of its own can hang");
  }

  /** Stops it; sockets to it close. */
  @Override
  void close();
}
