package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.Alarm;
import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.client.signaling.SignalingMessage;
import io.github.teapeer.jso.value.Values;

/**
 * Messages that came before the OFFER of their connection. Bounded in number, of which the oldest
 * are dropped, and in age: see {@link Limits#getPendingMessages} and {@link
 * Limits#getPendingMessageTime}.
 */
final class UnclaimedMessages {
  private final Limits limits;
  private final CompactList<SignalingMessage> messages = new CompactList<>();
  private final Alarm alarm;

  /** Those that have waited once for the time to pass; some may have been taken out. */
  private CompactList<SignalingMessage> aged = new CompactList<>();

  UnclaimedMessages(Platform platform, Limits limits) {
    alarm = new Alarm(platform);
    this.limits = limits;
  }

  /** Keeps a message. */
  void add(SignalingMessage message) {
    messages.add(message);
    if (messages.size() == 1) {
      age();
    }
    if (messages.size() > limits.getPendingMessages()) {
      messages.removeAt(0);
    }
  }

  /** Drops what is too old, again and again as long as there is something. */
  private void age() {
    alarm.set(
        () -> {
          for (int i = 0; i < aged.size(); i++) {
            messages.remove(aged.get(i));
          }
          aged = messages.copy();
          if (aged.size() > 0) {
            age();
          }
        },
        limits.getPendingMessageTime());
  }

  /** Hands the messages of a connection to it. */
  void claim(Connection connection) {
    CompactList<SignalingMessage> claimed = take(connection.peer(), connection.connectionId());
    for (int i = 0; i < claimed.size(); i++) {
      connection.handle(claimed.get(i));
    }
  }

  /** Takes out the messages of a connection; a source of null stands for whoever sent them. */
  CompactList<SignalingMessage> take(String source, String connectionId) {
    CompactList<SignalingMessage> taken =
        messages.filter(
            message ->
                (source == null || source.equals(message.source()))
                    && connectionId.equals(Values.getString(message.payload(), "connectionId")));
    for (int i = 0; i < taken.size(); i++) {
      messages.remove(taken.get(i));
    }
    return taken;
  }

  /** Drops everything. */
  void clear() {
    messages.drain();
    aged.drain();
    alarm.clear();
  }
}
