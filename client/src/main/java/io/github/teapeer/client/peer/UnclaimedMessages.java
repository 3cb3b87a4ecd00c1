package io.github.teapeer.client.peer;

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
  private final Platform platform;
  private final Limits limits;
  private final CompactList<SignalingMessage> messages = new CompactList<>();
  private int aged;
  private int timer;

  UnclaimedMessages(Platform platform, Limits limits) {
    this.platform = platform;
    this.limits = limits;
  }

  /** Keeps a message. */
  void add(SignalingMessage message) {
    messages.add(message);
    if (messages.size() > limits.getPendingMessages()) {
      messages.removeAt(0);
      aged = Math.max(0, aged - 1);
    }
    if (timer == 0) {
      timer = platform.setTimeout(this::age, limits.getPendingMessageTime());
    }
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
    CompactList<SignalingMessage> all = messages.drain();
    CompactList<SignalingMessage> taken = new CompactList<>();
    int stillAged = 0;
    for (int i = 0; i < all.size(); i++) {
      SignalingMessage message = all.get(i);
      if ((source == null || source.equals(message.source()))
          && connectionId.equals(Values.getString(message.payload(), "connectionId"))) {
        taken.add(message);
      } else {
        messages.add(message);
        stillAged += i < aged ? 1 : 0;
      }
    }
    aged = stillAged;
    return taken;
  }

  /** Drops everything. */
  void clear() {
    messages.drain();
    platform.clearTimeout(timer);
    timer = 0;
    aged = 0;
  }

  private void age() {
    messages.removeFirst(aged);
    aged = messages.size();
    timer = aged == 0 ? 0 : platform.setTimeout(this::age, limits.getPendingMessageTime());
  }
}
