package io.github.teapeer.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which class a Peer makes a connection of, and what such a class finds at its Peer. Without WebRTC
 * a Peer fails a moment after it has been made; until then it is one that connects.
 */
@ParameterizedClass
@ValueSource(strings = {"peer.js", "peer.min.js"})
final class SerializersTest {
  private final String name;

  SerializersTest(String name) {
    this.name = name;
  }

  /** A class that negotiates for itself, as one that carries PeerJS 1.5's base classes does. */
  private String run(String module) {
    return Node.plain()
        .run(
            Webjar.file(name),
            """
            load();
            class Foreign {
              constructor(peer, provider, options) {
                Object.assign(this, { peer, provider, options, connectionId: "c", type: "data", open: false });
              }
              close() {
                this.provider._removeConnection(this);
                this.closed = true;
              }
            }
            const quiet = peer => peer.on("error", () => {});
            """
                + module);
  }

  @Test
  void aRegisteredNameMakesAConnectionOfItsClass() {
    assertThat(
            run(
                """
                const peer = quiet(new Peer({ serializers: { Foreign } }));
                const options = { serialization: "Foreign", metadata: 5 };
                const connection = peer.connect("bob", options);
                tell([connection instanceof Foreign, connection.peer, connection.provider === peer, connection.options]);
                tell([peer.getConnection("bob", "c") === connection, peer.connections.bob.length]);
                """))
        .isEqualTo(
            """
            [true,"bob",true,{"serialization":"Foreign","metadata":5}]
            [true,1]""");
  }

  @Test
  void theNameDefaultStandsForConnectionsThatNameNone() {
    assertThat(
            run(
                """
                const peer = quiet(new Peer({ serializers: { default: Foreign } }));
                tell(["json", undefined].map(serialization => peer.connect("bob", { serialization }) instanceof Foreign));
                tell(peer.connect("bob") instanceof Foreign);
                """))
        .isEqualTo("[false,true]\ntrue");
  }

  @Test
  void aClassMayTakeThePlaceOfABuiltInSerialization() {
    assertThat(
            run(
                """
                const peer = quiet(new Peer({ serializers: { json: Foreign } }));
                tell(["json", "binary"].map(serialization => peer.connect("bob", { serialization }) instanceof Foreign));
                """))
        .isEqualTo("[true,false]");
  }

  @Test
  void aSubclassOfPeerBringsItsSerializersInAField() {
    assertThat(
            run(
                """
                class Mine extends Peer {
                  _serializers = { Foreign, default: Foreign };
                }
                const peer = quiet(new Mine());
                tell(["Foreign", undefined, "json"].map(serialization => peer.connect("bob", { serialization }) instanceof Foreign));
                """))
        .isEqualTo("[true,true,false]");
  }

  @Test
  void aSubclassOfPeerAddsToTheSerializersOfTheOptions() {
    assertThat(
            run(
                """
                class Mine extends Peer {
                  constructor(options) {
                    super(options);
                    this._serializers.Mine = Foreign;
                  }
                }
                const serializers = { Foreign };
                const peer = quiet(new Mine({ serializers }));
                tell(["Foreign", "Mine"].map(serialization => peer.connect("bob", { serialization }) instanceof Foreign));
                tell(Object.keys(serializers));
                """))
        .isEqualTo("[true,true]\n[\"Foreign\"]");
  }

  @Test
  void namesThatEveryObjectHasAreUnknownNames() {
    assertThat(
            run(
                """
                const peer = quiet(new Peer({ serializers: { Foreign } }));
                for (const serialization of ["constructor", "__proto__", "toString", "hasOwnProperty", "Foreign2"]) {
                  const connection = peer.connect("bob", { serialization });
                  tell([connection.constructor === DataConnection, connection.serialization === serialization]);
                }
                """))
        .isEqualTo("[true,true]\n".repeat(5).strip());
  }

  @Test
  void namesThatEveryObjectHasCanBeRegistered() {
    assertThat(
            run(
                """
                const serializers = { ["__proto__"]: Foreign, constructor: Foreign };
                const peer = quiet(new Peer({ serializers }));
                tell(["__proto__", "constructor"].map(serialization => peer.connect("bob", { serialization }) instanceof Foreign));
                """))
        .isEqualTo("[true,true]");
  }

  @Test
  void aConnectionThatRemovesItselfIsForgotten() {
    assertThat(
            run(
                """
                const peer = quiet(new Peer({ serializers: { Foreign } }));
                const connection = peer.connect("bob", { serialization: "Foreign" });
                connection.close();
                connection.close();
                tell([peer.getConnection("bob", "c"), Object.keys(peer.connections)]);
                """))
        .isEqualTo("[null,[]]");
  }

  @Test
  void destroyClosesTheConnectionsThatNegotiateForThemselves() {
    assertThat(
            run(
                """
                const peer = quiet(new Peer({ serializers: { Foreign } }));
                const connections = ["bob", "cid", "cid"].map(id => peer.connect(id, { serialization: "Foreign" }));
                peer.on("close", () => tell(connections.map(connection => connection.closed)));
                peer.destroy();
                tell(Object.keys(peer.connections));
                """))
        .isEqualTo("[true,true,true]\n[]");
  }

  @Test
  void aDisconnectedPeerMakesNone() {
    assertThat(
            run(
                """
                let made = 0;
                class Counted extends Foreign {
                  constructor(...args) { super(...args); made++; }
                }
                const peer = new Peer({ serializers: { Counted } });
                peer.on("error", error => tell(error.type));
                peer.disconnect();
                tell([peer.connect("bob", { serialization: "Counted" }) === undefined, made]);
                peer.destroy();
                """))
        .isEqualTo("\"disconnected\"\n[true,0]");
  }

  @Test
  void whatAConstructorThrowsReachesTheCallerOfConnect() {
    assertThat(
            run(
                """
                class Broken {
                  constructor() { throw new Error("no such luck"); }
                }
                const peer = quiet(new Peer({ serializers: { Broken } }));
                try {
                  peer.connect("bob", { serialization: "Broken" });
                } catch (error) {
                  tell([error.message, Object.keys(peer.connections)]);
                }
                """))
        .isEqualTo("[\"no such luck\",[]]");
  }

  @Test
  void thePeerHasWhatSerializersOfPeerJsUse() {
    assertThat(
            run(
                """
                const peer = new Peer({ config: { iceServers: [] } });
                peer.once("error", error => tell([error.type, error.message, error.constructor === Error]));
                peer.emitError("webrtc", "no way");
                tell(peer._getMessages("c"));
                tell(peer.options.config);
                tell(peer.socket.send({ type: "OFFER", dst: "bob", payload: { connectionId: "c" } }) === undefined);
                peer.destroy();
                """))
        .isEqualTo(
            """
            ["webrtc","no way",false]
            []
            {"iceServers":[]}
            true""");
  }

  @Test
  void dataConnectionIsTheBaseOfSerializersOnly() {
    assertThat(
            run(
                """
                class Mine extends DataConnection {}
                for (const make of [() => new DataConnection(), () => new Mine("bob", {}), () => new Mine("bob", null, {})]) {
                  try {
                    make();
                    tell("made");
                  } catch (error) {
                    tell(error.constructor.name);
                  }
                }
                """))
        .isEqualTo("\"TypeError\"\n\"TypeError\"\n\"TypeError\"");
  }

  @Test
  void aSubclassOfDataConnectionIsAConnectionOfItsPeer() {
    assertThat(
            run(
                """
                class Lines extends DataConnection {
                  serialization = "Lines";
                  _send(data) { return JSON.stringify(data); }
                }
                const peer = quiet(new Peer({ serializers: { Lines } }));
                const connection = peer.connect("bob", { serialization: "Lines", label: "chat", metadata: { a: 1 } });
                const { label, metadata, serialization, type, open, reliable, peer: other } = connection;
                tell([connection instanceof Lines, label, metadata, serialization, type, open, reliable, other]);
                tell([connection.provider === peer, connection.connectionId.startsWith("dc_"), connection.bufferSize]);
                connection.on("error", error => tell(error.type));
                tell(await connection.send(1).catch(error => error.type));
                let closed = 0;
                connection.on("close", () => closed++);
                connection.close();
                tell([closed, Object.keys(peer.connections)]);
                peer.destroy();
                """))
        .isEqualTo(
            """
            [true,"chat",{"a":1},"Lines","data",false,false,"bob"]
            [true,true,0]
            "not-open-yet"
            "not-open-yet"
            [1,[]]""");
  }

  @Test
  void anOverriddenCloseIsCalledOnceByThePageAndByThePeer() {
    assertThat(
            run(
                """
                class Lines extends DataConnection {
                  calls = 0;
                  close(options) { this.calls++; super.close(options); }
                }
                const peer = quiet(new Peer({ serializers: { Lines } }));
                const [one, two] = [0, 1].map(() => peer.connect("bob", { serialization: "Lines" }));
                one.close();
                peer.destroy();
                tell([one.calls, two.calls]);
                """))
        .isEqualTo("[1,1]");
  }

  @Test
  void aClassThatNegotiatesForItselfFindsTheConfigurationThatBrowsersTake() {
    assertThat(
            run(
                """
                const seen = [];
                class Negotiating extends Foreign {
                  constructor(peer, provider, options) {
                    super(peer, provider, options);
                    seen.push(provider.options.config);
                  }
                }
                class Broken {
                  constructor() { throw new Error("no such luck"); }
                }
                const config = { iceServers: [{ url: "turn:ann@host", credential: "secret" }] };
                const peer = quiet(new Peer({ config, serializers: { Negotiating, Broken } }));
                peer.connect("bob", { serialization: "Negotiating" });
                try {
                  peer.connect("bob", { serialization: "Broken" });
                } catch {}
                tell(seen);
                tell([peer.options.config === config, config]);
                """))
        .isEqualTo(
            """
            [{"iceServers":[{"url":"turn:ann@host","credential":"secret","username":"ann","urls":"turn:host"}]}]
            [true,{"iceServers":[{"url":"turn:ann@host","credential":"secret"}]}]""");
  }

  @Test
  void aClassThatNegotiatesForItselfFindsTheNewestAnswerOfIceConfig() {
    assertThat(
            run(
                """
                let asked = 0;
                const iceConfig = async () => {
                  if (++asked > 3) throw new Error("no credentials");
                  return { iceServers: ["stun:" + asked] };
                };
                class Negotiating extends Foreign {
                  constructor(peer, provider, options) {
                    super(peer, provider, options);
                    tell(provider.options.config.iceServers);
                  }
                }
                const peer = quiet(new Peer({ config: { iceServers: [] }, iceConfig, serializers: { Negotiating } }));
                for (let i = 0; i < 5; i++) {
                  peer.connect("bob", { serialization: "Negotiating" });
                  for (let turns = 0; turns < 5; turns++) await null;
                }
                tell(asked);
                """))
        .isEqualTo(
            """
            []
            [{"urls":"stun:2"}]
            [{"urls":"stun:3"}]
            [{"urls":"stun:3"}]
            [{"urls":"stun:3"}]
            6""");
  }

  @Test
  void aClassThatDoesNotNegotiateAsksForNothing() {
    assertThat(
            run(
                """
                class Mine extends DataConnection {}
                let asked = 0;
                quiet(new Peer({ iceConfig: () => { asked++; }, serializers: { Mine } }));
                tell(asked);
                """))
        .isEqualTo("0");
  }
}
