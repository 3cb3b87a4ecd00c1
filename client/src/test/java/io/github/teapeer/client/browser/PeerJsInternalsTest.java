package io.github.teapeer.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages use of PeerJS beyond its documentation, in a page whose socket the test plays. */
@ParameterizedClass
@ValueSource(strings = {"peer.js", "peer.min.js"})
final class PeerJsInternalsTest {
  private final String name;

  PeerJsInternalsTest(String name) {
    this.name = name;
  }

  private String run(String module) {
    return Node.plain()
        .run(
            Webjar.file(name),
            """
            load();
            globalThis.RTCPeerConnection = class extends EventTarget {
              setRemoteDescription() { return new Promise(() => {}); }
              createOffer() { return new Promise(() => {}); }
              createDataChannel() { return new EventTarget(); }
              close() {}
            };
            const sockets = [];
            globalThis.WebSocket = class {
              readyState = 0;
              sent = [];
              constructor() { sockets.push(this); }
              send(text) { this.sent.push(JSON.parse(text)); }
              close() {}
              say(message) { this.onmessage({ data: JSON.stringify(message) }); }
              open() { this.readyState = 1; this.onopen(); this.say({ type: "OPEN" }); }
            };
            const peer = new Peer("ann", { host: "localhost" });
            const offer = payload => {
              sockets[0].open();
              sockets[0].say({ type: "OFFER", src: "bob", payload: { connectionId: "c", sdp: {}, ...payload } });
            };
            """
                + module
                + "\nprocess.exit(0);");
  }

  @Test
  void theSocketIsKeptAwakeByPagesOfOld() {
    assertThat(
            run(
                """
                tell([peer.socket._wsOpen(), peer.socket._socket === sockets[0], peer.socket === peer.socket]);
                sockets[0].open();
                tell(peer.socket._wsOpen());
                peer.socket.send({ type: "HEARTBEAT" });
                tell(sockets[0].sent);
                peer.destroy();
                tell([peer.socket._wsOpen(), String(peer.socket._socket)]);
                """))
        .isEqualTo(
            """
            [false,true,true]
            true
            [{"type":"HEARTBEAT"}]
            [false,"undefined"]""");
  }

  @Test
  void anIncomingCallHasTheOptionsOfTheOneThatCalls() {
    assertThat(
            run(
                """
                peer.on("call", ({ options, _open, _localStream, _remoteStream }) =>
                  tell([options.metadata.name, options.connectionId, _open, _localStream, _remoteStream]));
                offer({ type: "media", metadata: { name: "Bob" } });
                """))
        .isEqualTo(
            """
            ["Bob","c",false,null,null]""");
  }

  @Test
  void anIncomingConnectionHasTheOptionsOfTheOneThatConnects() {
    assertThat(
            run(
                """
                peer.on("connection", ({ options, _open }) =>
                  tell([options.metadata, options.label, options.serialization, options.reliable, _open]));
                offer({ type: "data", metadata: "m", label: "l", serialization: "json", reliable: true });
                """))
        .isEqualTo(
            """
            ["m","l","json",true,false]""");
  }

  @Test
  void theFieldsBehindPropertiesTellWhatThePropertiesTell() {
    assertThat(
            run(
                """
                const tellAll = () => tell([peer._id, peer._open, peer._disconnected, peer._destroyed]);
                sockets[0].open();
                tellAll();
                const connection = peer.connect("bob");
                for (const [id, connections] of peer._connections) tell([id, connections[0] === connection]);
                peer._connections.clear();
                peer.destroy();
                tellAll();
                tell(peer._connections.size);
                """))
        .isEqualTo(
            """
            ["ann",true,false,false]
            ["bob",true]
            [null,false,true,true]
            0""");
  }

  @Test
  void aClassOfThePageMayHaveFieldsOfThatName() {
    assertThat(
            run(
                """
                class Own extends Peer {
                  _id = "own";
                  constructor() { super("eve", { host: "localhost" }); this._open = "mine"; }
                }
                const own = new Own();
                tell([own._id, own._open, own.id, own.open]);
                """))
        .isEqualTo(
            """
            ["own","mine","eve",false]""");
  }

  @Test
  void anErrorIsShownByItsTypeAlone() {
    assertThat(
            run(
                """
                globalThis.fetch = async () => { throw new TypeError("no network"); };
                const nobody = new Peer({ host: "localhost" });
                nobody.on("error", error => {
                  tell(error);
                  tell([error.cause.message, error.message.length > 0]);
                });
                await new Promise(resolve => nobody.on("close", resolve));
                """))
        .isEqualTo(
            """
            {"type":"server-error"}
            ["no network",true]""");
  }
}
