package io.github.teapeer.signaling.internal.realm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Those who ask for a client that has not come yet, each waiting for the same short time. PeerJS
 * 0.3 posts its first offers together with the request for its stream, and either may arrive first.
 *
 * <p>To be used under the realm's lock.
 */
final class Expectations {
  /** Whether the client came, and the one who asked. */
  record Answer(Optional<Client> client, Consumer<Optional<Client>> asker) {
    void give() {
      asker.accept(client);
    }
  }

  private record Expectation(String token, long until, Consumer<Optional<Client>> asker) {}

  private static final int LIMIT = 1_000;
  private static final int LIMIT_PER_ID = 64;

  private final Map<String, List<Expectation>> byId = new HashMap<>();
  private int waiting;

  /**
   * Has somebody wait.
   *
   * @return whether there is room for one more
   */
  boolean add(String id, String token, long until, Consumer<Optional<Client>> asker) {
    List<Expectation> expectations = byId.getOrDefault(id, List.of());
    if (waiting >= LIMIT || expectations.size() >= LIMIT_PER_ID) {
      return false;
    }
    byId.computeIfAbsent(id, unknown -> new ArrayList<>())
        .add(new Expectation(token, until, asker));
    waiting++;
    return true;
  }

  /** Takes out those who have waited for a client that has come. */
  List<Answer> come(Client client) {
    List<Expectation> fulfilled = byId.remove(client.id());
    if (fulfilled == null) {
      return List.of();
    }
    waiting -= fulfilled.size();
    return fulfilled.stream()
        .map(
            each ->
                new Answer(Optional.of(client).filter(c -> c.hasToken(each.token())), each.asker()))
        .toList();
  }

  /** Takes out those who have waited long enough. */
  List<Answer> expire(long now) {
    List<Answer> disappointed = new ArrayList<>();
    Iterator<List<Expectation>> all = byId.values().iterator();
    while (all.hasNext()) {
      List<Expectation> expectations = all.next();
      expectations.removeIf(
          each -> {
            boolean due = each.until() <= now;
            if (due) {
              disappointed.add(new Answer(Optional.empty(), each.asker()));
            }
            return due;
          });
      if (expectations.isEmpty()) {
        all.remove();
      }
    }
    waiting -= disappointed.size();
    return disappointed;
  }
}
