package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.CompactList;

/** The connections of a peer. */
final class ConnectionRegistry {
  private final CompactList<Connection> connections = new CompactList<>();

  void add(Connection connection) {
    connections.add(connection);
  }

  void remove(Connection connection) {
    connections.remove(connection);
  }

  /** The connection with a peer that has an id, or null. */
  Connection find(String peer, String connectionId) {
    for (int i = 0; i < connections.size(); i++) {
      Connection connection = connections.get(i);
      if (connection.connectionId().equals(connectionId) && connection.peer().equals(peer)) {
        return connection;
      }
    }
    return null;
  }

  /**
   * How many connections others made.
   *
   * @param peer one whose connections count that are not open yet, or null for all of everybody
   */
  int offered(String peer) {
    int offered = 0;
    for (int i = 0; i < connections.size(); i++) {
      Connection connection = connections.get(i);
      if (connection.remoteOffer() != null
          && (peer == null
              || (connection.state() == Connection.State.CONNECTING
                  && connection.peer().equals(peer)))) {
        offered++;
      }
    }
    return offered;
  }

  /** All connections, in a list of their own. */
  CompactList<Connection> all() {
    return connections.copy();
  }

  /** The connections with a peer, in a list of their own. */
  CompactList<Connection> with(String peer) {
    CompactList<Connection> found = new CompactList<>();
    for (int i = 0; i < connections.size(); i++) {
      if (connections.get(i).peer().equals(peer)) {
        found.add(connections.get(i));
      }
    }
    return found;
  }
}
