package io.github.teapeer.client.peer;

import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import java.util.Map;

/** Two peers that are open, and what they call each other with. */
final class CallPair {
  final Simulation simulation;
  final TestPeer alice;
  final TestPeer bob;
  final MediaStream aliceStream;
  final MediaStream bobStream;

  CallPair(Simulation simulation) {
    this.simulation = simulation;
    alice = TestPeer.open(simulation, "alice");
    bob = TestPeer.open(simulation, "bob");
    aliceStream = alice.page.newStream("audio", "video");
    bobStream = bob.page.newStream("audio", "video");
  }

  /** Alice calls; the call has come. */
  MediaConnection ringing() {
    MediaConnection call = alice.call("bob", aliceStream);
    bob.events.assertNext("peer call alice");
    return call;
  }

  /** Alice has called, and everything that comes of it has come. */
  MediaConnection connected() {
    MediaConnection call = ringing();
    bob.events.call().answer(bobStream, null);
    bob.events.assertNext("call stream 2");
    alice.events.assertNext("call stream 2", "call willCloseOnRemote");
    bob.events.assertNext("call willCloseOnRemote");
    alice.events.tracks().clear();
    bob.events.tracks().clear();
    return call;
  }

  /** What a peer says from now on says nothing of TeaPeer, as the messages of PeerJS 1.5 do. */
  void playStock(String id) {
    playStock(id, null);
  }

  /** The same, with the field by which PeerJS up to 1.4.7 names its browser. */
  void playStock(String id, String browser) {
    simulation
        .server()
        .setRule(
            signal -> {
              if (signal.source().equals(id)
                  && JavaValue.unwrap(signal.payload()) instanceof Map<?, ?> fields) {
                fields.remove("teapeer");
                if (fields.remove("browser") != null && browser != null) {
                  Values.set(signal.payload(), "browser", browser);
                }
              }
              return 0;
            });
  }

  /** How many messages of a type a peer has sent. */
  long sent(String id, String type) {
    return simulation.server().received().stream()
        .filter(signal -> signal.source().equals(id) && type.equals(signal.type()))
        .count();
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
