package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.internal.realm.Credentials;

/**
 * An address of the server, taken apart.
 *
 * @param route what it stands for
 * @param key the key in it; empty if there is none
 * @param id the client's id in it; empty if there is none
 * @param token the client's token in it; empty if there is none
 * @param verb what a client posts, such as {@code offer}; empty if it is not for posting
 */
record Address(Route route, String key, String id, String token, String verb) {
  static Address of(Route route) {
    return of(route, "");
  }

  static Address of(Route route, String key) {
    return new Address(route, key, "", "", "");
  }

  Credentials credentials() {
    return new Credentials(key, id, token);
  }

  /** Leaves the token out: it is a secret. */
  @Override
  public String toString() {
    return "Address[" + route + ", key=" + key + ", id=" + id + ", verb=" + verb + "]";
  }
}
