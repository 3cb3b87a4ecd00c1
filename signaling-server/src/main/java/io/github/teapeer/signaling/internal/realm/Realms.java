package io.github.teapeer.signaling.internal.realm;

import io.github.teapeer.signaling.RegisteredKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The realms of a server: one for each key, as the ids of one key mean nothing to the clients of
 * another. Safe for use by any number of threads.
 */
public final class Realms {
  private record Registered(RegisteredKey key, Realm realm) {}

  private final Map<String, Registered> registered = new LinkedHashMap<>();
  private final String openKey;
  private final Realm open;

  /**
   * @param openKey the key that needs no registration, unless it has one
   * @param keys the keys with one
   * @param maker makes the realm of a key; told the registration, if there is one
   */
  public Realms(
      String openKey,
      Collection<RegisteredKey> keys,
      Function<Optional<RegisteredKey>, Realm> maker) {
    for (RegisteredKey key : keys) {
      registered.put(key.key(), new Registered(key, maker.apply(Optional.of(key))));
    }
    this.openKey = openKey;
    this.open =
        registered.containsKey(openKey)
            ? registered.get(openKey).realm()
            : maker.apply(Optional.empty());
  }

  /** The realm of a key. For a key that nobody has it is one that refuses it. */
  public Realm of(String key) {
    return registered.containsKey(key) ? registered.get(key).realm() : open;
  }

  /** Whether there are keys that only certain pages may use. */
  public boolean hasRegistered() {
    return !registered.isEmpty();
  }

  /** Whether the server knows a key. */
  public boolean knows(String key) {
    return key.equals(openKey) || registered.containsKey(key);
  }

  /** Whether a key is registered for certain origins. */
  public boolean isRegistered(String key) {
    return registered.containsKey(key);
  }

  /**
   * Whether a page may use a key.
   *
   * @param origin where the page came from; empty if that is not known
   */
  public boolean admits(String key, Optional<String> origin) {
    return !registered.containsKey(key) || registered.get(key).key().allows(origin);
  }

  /**
   * Lets a client in, or tells it why not and closes the connection.
   *
   * @param origin where its page came from; empty if that is not known
   * @return the client, or nothing if it was refused
   */
  public Optional<Client> connect(
      Credentials credentials, Optional<String> origin, Connection connection) {
    if (!admits(credentials.key(), origin)) {
      connection.send(ServerMessages.INVALID_ORIGIN);
      connection.close();
      return Optional.empty();
    }
    return of(credentials.key()).connect(credentials, connection);
  }

  /** Does what is due by now: {@link Realm#sweep}. */
  public void sweep() {
    open.sweep();
    registered.values().stream()
        .map(Registered::realm)
        .filter(realm -> realm != open)
        .forEach(Realm::sweep);
  }

  /** Closes all of them: {@link Realm#close}. */
  public void close() {
    open.close();
    registered.values().forEach(each -> each.realm().close());
  }
}
