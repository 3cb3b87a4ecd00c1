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
    return connections.find(
        connection ->
            connection.connectionId().equals(connectionId) && connection.peer().equals(peer));
  }

  /**
   * How many connections others made.
   *
   * @param peer one whose connections count that are not open yet, or null for all of everybody
   */
  int offered(String peer) {
    return connections
        .filter(
            connection ->
                connection.remoteOffer() != null
                    && (peer == null
                        || (connection.state() == Connection.State.CONNECTING
                            && connection.peer().equals(peer))))
        .size();
  }

  /** All connections, in a list of their own. */
  CompactList<Connection> all() {
    return connections.copy();
  }

  /** The connections with a peer, in a list of their own. */
  CompactList<Connection> with(String peer) {
    return connections.filter(connection -> connection.peer().equals(peer));
  }
}
