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
final class MissingClients {
  private record Missing(Client client, long until) {}

  private final Map<String, Missing> byId = new LinkedHashMap<>();
  private final int limit;

  /**
   * @param limit how many may be missing at a time
   */
  MissingClients(int limit) {
    this.limit = limit;
  }

  /**
   * Adds a client. No other with its id may be missing.
   *
   * @return the one longest missing, if there was no more room for it: it is given up
   */
  Optional<Client> add(Client client, long until) {
    byId.put(client.id(), new Missing(client, until));
    if (byId.size() <= limit) {
      return Optional.empty();
    }
    Iterator<Missing> oldest = byId.values().iterator();
    Client givenUp = oldest.next().client();
    oldest.remove();
    return Optional.of(givenUp);
  }

  /** Takes out the client with that id. */
  Optional<Client> remove(String id) {
    return Optional.ofNullable(byId.remove(id)).map(Missing::client);
  }

  /** Takes out all whose time has come. */
  List<Client> removeDue(long now) {
    List<Client> due = new ArrayList<>();
    Iterator<Missing> oldest = byId.values().iterator();
    while (oldest.hasNext()) {
      Missing next = oldest.next();
      if (next.until() > now) {
        break;
      }
      due.add(next.client());
      oldest.remove();
    }
    return due;
  }
}
