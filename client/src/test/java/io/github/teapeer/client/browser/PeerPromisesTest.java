package io.github.teapeer.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The promises of a Peer, and the options that are functions. A rejection that nobody handles fails
 * Node.js.
 */
@ParameterizedClass
@ValueSource(strings = {"peer.js", "peer.min.js"})
final class PeerPromisesTest {
  /** A page whose sockets and requests the test answers, and that shows how they settle. */
  private static final String PAGE =
      """
      const configurations = [];
      globalThis.RTCPeerConnection = class {
        constructor(configuration) {
          configurations.push(JSON.stringify(configuration));
          throw new DOMException("refused on purpose", "NotSupportedError");
        }
      };
      const sockets = [];
      globalThis.WebSocket = class {
        readyState = 0;
        constructor() { sockets.push(this); }
        send() {}
        close() {}
        open() { this.readyState = 1; this.onopen(); this.onmessage({ data: '{"type":"OPEN"}' }); }
        fail() { this.readyState = 3; this.onclose(); }
      };
      let answer = () => new Response("", { status: 404 });
      globalThis.fetch = async url => answer(url);
      load();
      const outcome = promise => promise.then(
        value => ["fulfilled", value === undefined ? "undefined" : value],
        error => ["rejected", error.type, error instanceof Error]);
      const settled = () => new Promise(resolve => setTimeout(resolve));
      const newPeer = options => new Peer("ann", { host: "localhost", port: 1, ...options });
      """;

  private final String name;

  PeerPromisesTest(String name) {
    this.name = name;
  }

  private String run(String module) {
    // A peer that is open sends heartbeats for ever.
    return Node.plain()
        .run(Webjar.file(name), PAGE + module + "\nawait settled();\nprocess.exit(0);");
  }

  @Test
  void readyIsFulfilledWithTheIdAndClosedWithNothing() {
    assertThat(
            run(
                """
                const peer = newPeer();
                tell([peer.ready === peer.ready, peer.ready instanceof Promise, peer.closed instanceof Promise]);
                peer.on("open", () => tell("open"));
                sockets[0].open();
                tell(await outcome(peer.ready));
                peer.destroy();
                tell(await outcome(peer.closed));
                tell(await outcome(peer.ready));
                """))
        .isEqualTo(
            """
            [true,true,true]
            "open"
            ["fulfilled","ann"]
            ["fulfilled","undefined"]
            ["fulfilled","ann"]""");
  }

  @Test
  void aPeerThatCannotBeReadyRejectsWithItsError() {
    assertThat(
            run(
                """
                const ignored = newPeer();
                const peers = [newPeer(), new Peer("ann "), newPeer({ key: "%" }), newPeer()];
                sockets[0].fail();
                sockets[1].fail();
                peers[3].destroy();
                for (const peer of peers) tell(await outcome(peer.ready));
                for (const peer of peers.slice(1)) tell(await outcome(peer.closed));
                """))
        .isEqualTo(
            """
            ["rejected","network",true]
            ["rejected","invalid-id",true]
            ["rejected","invalid-key",true]
            ["rejected","disconnected",true]
            ["fulfilled","undefined"]
            ["fulfilled","undefined"]
            ["fulfilled","undefined"]""");
  }

  @Test
  void listAllPeersCallsBackAndFulfils() {
    assertThat(
            run(
                """
                const peer = newPeer();
                answer = url => new Response(url.includes("/peerjs/peers") ? '["ann","ben"]' : "{}");
                tell(await outcome(peer.listAllPeers()));
                tell(await outcome(peer.listAllPeers(list => tell(["called", list]))));
                """))
        .isEqualTo(
            """
            ["fulfilled",["ann","ben"]]
            ["called",["ann","ben"]]
            ["fulfilled",["ann","ben"]]""");
  }

  @Test
  void aListThatCannotBeHadIsAnEventAndARejectionThatMayBeIgnored() {
    assertThat(
            run(
                """
                const peer = newPeer();
                sockets[0].open();
                peer.on("error", error => tell(["event", error.type]));
                answer = () => new Response("", { status: 401 });
                peer.listAllPeers();
                await settled();
                tell(await outcome(peer.listAllPeers(() => tell("not called"))));
                answer = () => new Response("no JSON");
                tell(await outcome(peer.listAllPeers()));
                tell([peer.destroyed, peer.disconnected]);
                """))
        .isEqualTo(
            """
            ["event","server-error"]
            ["event","server-error"]
            ["rejected","server-error",true]
            ["event","server-error"]
            ["rejected","server-error",true]
            [false,false]""");
  }

  @Test
  void countActivePeersFulfilsOrRejectsWithoutAnEvent() {
    assertThat(
            run(
                """
                const peer = newPeer({ key: "K" });
                sockets[0].open();
                peer.on("error", error => tell(["event", error.type]));
                answer = url => new Response(url.endsWith("/active/count/K") ? '{"name":"active_session","count":7,"api_key":"K"}' : "");
                tell(await outcome(peer.countActivePeers()));
                answer = () => new Response("", { status: 403 });
                peer.countActivePeers();
                tell(await outcome(peer.countActivePeers()));
                """))
        .isEqualTo(
            """
            ["fulfilled",7]
            ["rejected","invalid-key",true]""");
  }

  @Test
  void skyWayIsKnownByItsHostOrByTheOption() {
    assertThat(
            run(
                """
                for (const options of [{ host: "skyway.io" }, { host: "api.skyway.io" }, { skyway: true }, {},
                    { host: "notskyway.io" }, { host: "skyway.io", skyway: false }]) {
                  const { options: { skyway, host, secure } } = new Peer("ann", options);
                  tell([host, skyway, secure]);
                }
                """))
        .isEqualTo(
            """
            ["skyway.io",true,true]
            ["api.skyway.io",true,true]
            ["skyway.io",true,true]
            ["0.peerjs.com",false,true]
            ["notskyway.io",false,false]
            ["skyway.io",false,true]""");
  }

  @Test
  void iceConfigMayBeAValueAPromiseOrAnException() {
    assertThat(
            run(
                """
                const answers = [
                  () => ({ iceServers: [{ url: "stun:one" }] }),
                  async () => ({ iceServers: ["stun:two"] }),
                  () => undefined,
                  () => { throw new Error("no credentials"); },
                  () => Promise.reject("nothing"),
                ];
                const peer = newPeer({ config: { iceServers: [] }, iceConfig() { return answers.shift()(); } });
                peer.on("error", () => {});
                sockets[0].open();
                while (answers.length) {
                  const connection = peer.connect("ben");
                  connection.on("error", error => tell([error.type, error.cause?.message ?? "no cause"]));
                  await settled();
                  await settled();
                  tell([connection.open, Object.keys(peer.connections)]);
                }
                tell(configurations);
                """))
        .isEqualTo(
            """
            ["webrtc","refused on purpose"]
            [false,[]]
            ["webrtc","refused on purpose"]
            [false,[]]
            ["webrtc","refused on purpose"]
            [false,[]]
            ["webrtc","no credentials"]
            [false,[]]
            ["webrtc","no cause"]
            [false,[]]
            ["{\\"iceServers\\":[{\\"url\\":\\"stun:one\\",\\"urls\\":\\"stun:one\\"}]}",\
            "{\\"iceServers\\":[{\\"urls\\":\\"stun:two\\"}]}","{\\"iceServers\\":[]}"]""");
  }

  @Test
  void reconnectIsTrueOrAPolicy() {
    assertThat(
            run(
                """
                for (const reconnect of [undefined, false, true, { minDelay: 40, maxAttempts: 1 }]) {
                  const peer = newPeer({ reconnect, transport: "websocket" });
                  const socket = sockets.at(-1);
                  socket.open();
                  peer.on("disconnected", () => tell("disconnected"));
                  peer.on("error", error => tell(error.type));
                  peer.on("reconnecting", ({ attempt, delay }) => tell([attempt, delay > 0 && delay <= 500]));
                  socket.fail();
                  await settled();
                  tell([peer.disconnected, typeof peer.connect("ben")]);
                  peer.destroy();
                }
                for (const reconnect of ["soon", { minDelay: -1 }, { maxDelay: "x" }]) {
                  try {
                    newPeer({ reconnect });
                  } catch (error) {
                    tell([error.name, error.message]);
                  }
                }
                """))
        .isEqualTo(
            """
            "network"
            "disconnected"
            "disconnected"
            [true,"undefined"]
            "network"
            "disconnected"
            "disconnected"
            [true,"undefined"]
            "disconnected"
            [1,true]
            [true,"object"]
            "disconnected"
            [1,true]
            [true,"object"]
            ["TypeError","Invalid reconnect"]
            ["TypeError","Invalid reconnect"]
            ["TypeError","Invalid reconnect"]""");
  }

  @Test
  void theTransportIsAnOption() {
    assertThat(
            run(
                """
                const requests = [];
                answer = url => { requests.push(new URL(url).pathname); return new Response("", { status: 404 }); };
                newPeer({ transport: "http", token: "t" });
                await settled();
                tell([sockets.length, requests]);
                newPeer({ transport: "websocket" });
                sockets[0].fail();
                await settled();
                tell([sockets.length, requests.length]);
                """))
        .isEqualTo("[0,[\"/peerjs/ann/t/id\"]]\n[1,1]");
  }

  @Test
  void anSdpTransformThatFailsEndsTheCall() {
    assertThat(
            run(
                """
                globalThis.RTCPeerConnection = class extends EventTarget {
                  signalingState = "stable";
                  addTransceiver() {}
                  createDataChannel() { return new EventTarget(); }
                  async createOffer() { return { type: "offer", sdp: "v=0" }; }
                  async setLocalDescription({ sdp }) {
                    if (sdp !== "v=0") throw new DOMException("Not a description: " + sdp, "OperationError");
                  }
                  close() {}
                };
                const transforms = [
                  () => { throw new Error("no codec"); },
                  () => { throw "no codec"; },
                  () => ({}),
                  () => undefined,
                ];
                const peer = newPeer();
                peer.on("error", error => tell([error.type, error.cause?.message ?? "no cause"]));
                sockets[0].open();
                for (const sdpTransform of transforms) {
                  const call = peer.call("ben", null, { receive: ["audio"], sdpTransform });
                  call.on("error", error => tell([error.type, error.cause?.message ?? "no cause"]));
                  call.on("close", () => tell("closed"));
                  await settled();
                  await settled();
                  tell(Object.keys(peer.connections));
                }
                """))
        .isEqualTo(
            """
            ["webrtc","no codec"]
            "closed"
            ["webrtc","no codec"]
            []
            ["webrtc","no cause"]
            "closed"
            ["webrtc","no cause"]
            []
            ["webrtc","Not a description: [object Object]"]
            "closed"
            ["webrtc","Not a description: [object Object]"]
            []
            ["ben"]""");
  }
}
