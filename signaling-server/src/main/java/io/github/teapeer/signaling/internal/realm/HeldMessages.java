package io.github.teapeer.signaling.internal.realm;

import io.github.teapeer.signaling.SignalingLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages waiting for peers who are not there. What one sender has for one receiver waits and
 * expires together, counted from its first message, so that a connection attempt with its many
 * candidates is refused once.
 *
 * <p>To be used under the realm's lock.
 */
final class HeldMessages {
  /**
   * @param src the sender's id
   * @param text what the receiver is to get
   * @param opensConversation whether it is an offer or an answer
   */
  record Held(String src, String text, boolean opensConversation) {}

  /** A sender and a receiver who was not there in time. */
  record Expired(String sender, String receiver) {}

  private static final class Batch {
    final long since;
    final List<Held> messages = new ArrayList<>();

    Batch(long since) {
      this.since = since;
    }
  }

  private static final class Mailbox {
    final Map<String, Batch> bySender = new LinkedHashMap<>();
    int messages;
    long characters;
  }

  private final SignalingLimits limits;
  private final Map<String, Mailbox> byReceiver = new HashMap<>();
  private final Map<String, Integer> countBySender = new HashMap<>();
  private int messages;
  private long characters;

  HeldMessages(SignalingLimits limits) {
    this.limits = limits;
  }

  /**
   * Keeps a message for {@code dst}.
   *
   * @return whether there was room; if not, nothing has changed
   */
  boolean hold(String dst, Held message, long now) {
    int size = message.text().length();
    Mailbox mailbox = byReceiver.get(dst);
    int waiting = mailbox == null ? 0 : mailbox.messages;
    long waitingCharacters = mailbox == null ? 0 : mailbox.characters;
    if (messages >= limits.maxHeld()
        || characters + size > limits.maxHeldSize()
        || waiting >= limits.maxHeldPerReceiver()
        || waitingCharacters + size > limits.maxHeldSizePerReceiver()
        || countBySender.getOrDefault(message.src(), 0) >= limits.maxHeldPerSender()) {
      return false;
    }
    if (mailbox == null) {
      mailbox = new Mailbox();
      byReceiver.put(dst, mailbox);
    }
    mailbox.bySender.computeIfAbsent(message.src(), src -> new Batch(now)).messages.add(message);
    mailbox.messages++;
    mailbox.characters += size;
    messages++;
    characters += size;
    countBySender.merge(message.src(), 1, Integer::sum);
    return true;
  }

  /**
   * Hands out what has waited for {@code dst}: sender by sender, each one's messages in their
   * order.
   */
  List<Held> take(String dst) {
    Mailbox mailbox = byReceiver.remove(dst);
    if (mailbox == null) {
      return List.of();
    }
    List<Held> taken = new ArrayList<>(mailbox.messages);
    for (Batch batch : mailbox.bySender.values()) {
      taken.addAll(batch.messages);
      release(batch);
    }
    return taken;
  }

  /** Drops what was first held at {@code time} or before, and says whose it was. */
  List<Expired> expire(long time) {
    List<Expired> expired = new ArrayList<>();
    Iterator<Map.Entry<String, Mailbox>> mailboxes = byReceiver.entrySet().iterator();
    while (mailboxes.hasNext()) {
      Map.Entry<String, Mailbox> entry = mailboxes.next();
      Mailbox mailbox = entry.getValue();
      Iterator<Map.Entry<String, Batch>> batches = mailbox.bySender.entrySet().iterator();
      while (batches.hasNext()) {
        Map.Entry<String, Batch> sent = batches.next();
        Batch batch = sent.getValue();
        if (batch.since > time) {
          break; // batches are in the order of their beginning
        }
        expired.add(new Expired(sent.getKey(), entry.getKey()));
        mailbox.messages -= batch.messages.size();
        mailbox.characters -= release(batch);
        batches.remove();
      }
      if (mailbox.bySender.isEmpty()) {
        mailboxes.remove();
      }
    }
    return expired;
  }

  /** Whether nothing at all is left of what was held. */
  boolean isEmpty() {
    return byReceiver.isEmpty() && countBySender.isEmpty() && messages == 0 && characters == 0;
  }

  /** Gives a batch's room back, and tells how many characters that was. */
  private long release(Batch batch) {
    long freed = 0;
    for (Held message : batch.messages) {
      freed += message.text().length();
      countBySender.computeIfPresent(message.src(), (src, count) -> count == 1 ? null : count - 1);
    }
    messages -= batch.messages.size();
    characters -= freed;
    return freed;
  }
}
