package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.IceSource;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.value.JavaValue;

/** A peer on a page of its own, with a recorder. */
final class TestPeer {
  final SimulatedPlatform page;
  final EventRecorder events;
  final Peer peer;

  TestPeer(Simulation simulation, String id) {
    this(simulation, simulation.newPage(id), id, options());
  }

  TestPeer(Simulation simulation, SimulatedPlatform page, String id, PeerOptions options) {
    this(simulation, page, id, options, null);
  }

  TestPeer(
      Simulation simulation,
      SimulatedPlatform page,
      String id,
      PeerOptions options,
      IceSource iceSource) {
    this.page = page;
    events = new EventRecorder(simulation, page.name());
    peer = new Peer(page, id, options, iceSource, events);
  }

  /** The defaults, with the public server. */
  static PeerOptions options() {
    return PeerOptions.of(true, "0.peerjs.com", 443, "/", PeerOptions.DEFAULT_KEY);
  }

  /** A peer that is open already, which has been taken from its recorder. */
  static TestPeer open(Simulation simulation, String id) {
    TestPeer opened = new TestPeer(simulation, id);
    opened.events.assertNext("peer open " + id);
    return opened;
  }

  DataConnection connect(String other) {
    return connect(other, ConnectOptions.of("binary"));
  }

  DataConnection connect(String other, ConnectOptions options) {
    return events.listenTo(peer.connect(other, options));
  }

  MediaConnection call(String other, MediaStream stream) {
    return events.listenTo(peer.call(other, stream, CallOptions.none()));
  }

  static void send(DataConnection connection, Object value) {
    connection.send(JavaValue.of(value));
  }
}
