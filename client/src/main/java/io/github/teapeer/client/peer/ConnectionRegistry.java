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

  /** The connections that others made, in a list of their own. */
  CompactList<Connection> offered() {
    return connections.filter(connection -> connection.remoteOffer() != null);
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
