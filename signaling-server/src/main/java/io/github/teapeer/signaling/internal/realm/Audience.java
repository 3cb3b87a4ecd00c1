package io.github.teapeer.signaling.internal.realm;

import io.github.teapeer.signaling.Departure;
import io.github.teapeer.signaling.RelayedMessage;
import io.github.teapeer.signaling.SignalingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log and the application's listener what happens, and keeps the realm safe from what the
 * listener throws.
 */
final class Audience {
  private static final Logger LOG = LoggerFactory.getLogger(Realm.class);

  private final SignalingListener listener;

  Audience(SignalingListener listener) {
    this.listener = listener;
  }

  void connected(Client client, boolean reconnected) {
    LOG.debug("Client {}: {}", reconnected ? "reconnected" : "connected", client.id());
    safely(() -> listener.connected(client.id(), reconnected));
  }

  void disconnected(Client client, Departure why) {
    LOG.debug("Client disconnected ({}): {}", why, client.id());
    safely(() -> listener.disconnected(client.id(), why));
  }

  void message(Client src, ClientMessage message) {
    if (listener != SignalingListener.NONE) {
      safely(
          () ->
              listener.message(
                  new RelayedMessage(
                      message.type().name(), src.id(), message.dst(), message.payload())));
    }
  }

  void error(String problem, Throwable cause) {
    LOG.debug("{}", problem, cause);
    safely(() -> listener.error(problem, cause));
  }

  private static void safely(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.warn("The signalling listener failed", e);
    }
  }
}
