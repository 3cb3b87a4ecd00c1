package io.github.teapeer.signaling.internal.realm;

/**
 * What is kept of a client that has gone and may come back.
 *
 * @param id its id
 * @param token the token that proves that it is the one
 * @param correspondents whom it talked with
 */
record AbsentClient(String id, String token, Correspondents correspondents) {
  /** Leaves the token out: it is a secret. */
  @Override
  public String toString() {
    return "AbsentClient[id=" + id + "]";
  }
}
