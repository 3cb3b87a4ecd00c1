package io.github.teapeer.signaling.internal.realm;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clients who have gone and may come back, each for the same time, in the order of their going. To
 * be used under the realm's lock.
 */
final class AbsentClients {
  private record Entry(AbsentClient client, long until) {}

  private final Map<String, Entry> byId = new LinkedHashMap<>();
  private final int limit;

  /**
   * @param limit how many there may be at a time
   */
  AbsentClients(int limit) {
    this.limit = limit;
  }

  /**
   * Adds a client. No other with its id may be there.
   *
   * @return the one longest gone, if there was no more room for it: it is given up
   */
  Optional<AbsentClient> add(AbsentClient client, long until) {
    byId.put(client.id(), new Entry(client, until));
    if (byId.size() <= limit) {
      return Optional.empty();
    }
    Iterator<Entry> oldest = byId.values().iterator();
    AbsentClient givenUp = oldest.next().client();
    oldest.remove();
    return Optional.of(givenUp);
  }

  /** Takes out the client with that id. */
  Optional<AbsentClient> remove(String id) {
    return Optional.ofNullable(byId.remove(id)).map(Entry::client);
  }

  /** Takes out all whose time has come. */
  List<AbsentClient> removeDue(long now) {
    List<AbsentClient> due = new ArrayList<>();
    Iterator<Entry> oldest = byId.values().iterator();
    while (oldest.hasNext()) {
      Entry next = oldest.next();
      if (next.until() > now) {
        break;
      }
      due.add(next.client());
      oldest.remove();
    }
    return due;
  }
}
