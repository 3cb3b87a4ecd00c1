package io.github.teapeer.signaling.internal.realm;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * The peers that a client has lately sent an OFFER or an ANSWER, latest last: those it may have a
 * connection with. Only what the client itself sent counts, so that no stranger can crowd out the
 * peers it really talks with. Safe for use by several threads.
 */
final class Correspondents {
  /** Nobody, to whom nobody is to be added. */
  static final Correspondents NONE = new Correspondents(0);

  private final int limit;
  private final LinkedHashSet<String> ids = new LinkedHashSet<>();

  Correspondents(int limit) {
    this.limit = limit;
  }

  /** Notes a peer, forgetting the one longest unheard of if there are too many. */
  synchronized void add(String id) {
    ids.remove(id);
    ids.add(id);
    if (ids.size() > limit) {
      ids.remove(ids.iterator().next());
    }
  }

  synchronized void remove(String id) {
    ids.remove(id);
  }

  synchronized List<String> toList() {
    return List.copyOf(ids);
  }
}
