package io.github.teapeer.client.peer;

import io.github.teapeer.client.simulation.Simulation;

/** Two peers with an open data connection, whose events so far have been taken. */
final class ConnectedPair {
  final TestPeer alice;
  final TestPeer bob;
  final DataConnection aliceEnd;
  final DataConnection bobEnd;

  ConnectedPair(Simulation simulation) {
    this(simulation, ConnectOptions.of("binary"));
  }

  /** Alice dials. */
  ConnectedPair(Simulation simulation, ConnectOptions options) {
    alice = TestPeer.open(simulation, "alice");
    bob = TestPeer.open(simulation, "bob");
    aliceEnd = alice.connect("bob", options);
    alice.events.assertNext("connection open");
    bob.events.assertNext("peer connection alice", "connection open");
    bobEnd = bob.events.connection();
  }

  void assertExhausted() {
    alice.events.assertExhausted();
    bob.events.assertExhausted();
  }

  /** Ends both peers: nothing may be left. */
  void destroy() {
    alice.peer.destroy();
    bob.peer.destroy();
    alice.page.assertNothingOpen();
    bob.page.assertNothingOpen();
  }
}
