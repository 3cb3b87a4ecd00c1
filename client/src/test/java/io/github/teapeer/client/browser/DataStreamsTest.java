package io.github.teapeer.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The promises and streams of a DataConnection, over a fake channel. A rejection that nobody
 * handles fails Node.js.
 */
@ParameterizedClass
@ValueSource(strings = {"peer.js", "peer.min.js"})
final class DataStreamsTest {
  private final String name;

  DataStreamsTest(String name) {
    this.name = name;
  }

  /**
   * An open connection to one of our peers. {@code sent()} is what it has sent since, {@code
   * receive} has it receive a value, {@code drain} empties the channel's buffer.
   */
  private String run(String module) {
    return Node.plain()
        .run(
            Webjar.file(name),
            """
            load();
            class Channel extends EventTarget {
              readyState = "open";
              bufferedAmount = 0;
              maxRetransmits = null;
              maxPacketLifeTime = null;
              frames = [];
              send(data) {
                if (typeof data === "function") throw new TypeError("refused");
                this.frames.push(typeof data === "string" ? data : data.slice());
                this.bufferedAmount += data.byteLength ?? data.length;
              }
              close() { this.readyState = "closing"; queueMicrotask(() => this.dispatchEvent(new Event("close"))); }
            }
            globalThis.RTCPeerConnection = class extends EventTarget {
              iceConnectionState = "new";
              sctp = { maxMessageSize: 262144 };
              createDataChannel() { return this.channel = new Channel(); }
              createOffer() { return Promise.resolve({ type: "offer", sdp: "" }); }
              setLocalDescription() { return Promise.resolve(); }
              setRemoteDescription() { return Promise.resolve(); }
              getReceivers() { return []; }
              close() {}
            };
            const sockets = [];
            globalThis.WebSocket = class {
              readyState = 1;
              constructor() { sockets.push(this); }
              send() {}
              close() {}
            };
            const settled = () => new Promise(resolve => setTimeout(resolve));
            const peer = new Peer("ann", { host: "localhost" });
            sockets[0].onopen();
            sockets[0].onmessage({ data: '{"type":"OPEN"}' });
            const open = async (extension, options) => {
              const connection = peer.connect("bob", options);
              await settled();
              const payload = { connectionId: connection.connectionId, type: "data", sdp: {}, ...extension };
              sockets[0].onmessage({ data: JSON.stringify({ type: "ANSWER", src: "bob", payload }) });
              const { channel } = connection.peerConnection;
              channel.dispatchEvent(new Event("open"));
              await settled();
              const sent = () => channel.frames.splice(0).map(frame => typeof frame === "string" ? frame : util.unpack(frame));
              const receive = value => channel.onmessage({ data: util.pack(value) });
              const drain = () => { channel.bufferedAmount = 0; channel.dispatchEvent(new Event("bufferedamountlow")); };
              return { connection, channel, sent, receive, drain };
            };
            const ours = { teapeer: { v: 1, renegotiates: true, chunk: 65600 } };
            const outcome = promise => promise.then(
              value => ["fulfilled", value === undefined ? "undefined" : value],
              error => ["rejected", error.type, error instanceof Error]);
            """
                + module
                + "\nawait settled();\nprocess.exit();");
  }

  @Test
  void sendReturnsAPromiseOfTheBuffer() {
    assertThat(
            run(
                """
                const { connection, channel, sent, drain } = await open(ours);
                connection.on("drain", () => tell("drain"));
                tell(await outcome(connection.send("one")));
                tell(await outcome(connection.send(new Uint8Array(1 << 20))));
                let done = false;
                connection.send("two").then(() => done = true);
                await settled();
                tell([done, connection.bufferSize, connection.bufferedAmount - channel.bufferedAmount]);
                drain();
                await settled();
                tell([done, connection.bufferSize, sent().at(-1)]);
                """))
        .isEqualTo(
            """
            ["fulfilled","undefined"]
            ["fulfilled","undefined"]
            [false,1,4]
            "drain"
            [true,0,"two"]""");
  }

  @Test
  void aSendThatFailsRejectsWithTheErrorOfTheEventAndMayBeIgnored() {
    assertThat(
            run(
                """
                const { connection } = await open(ours, { serialization: "raw" });
                const errors = [];
                connection.on("error", error => errors.push(error));
                connection.send(() => {});
                connection.send("x".repeat(300000));
                for (const value of [() => {}, "x".repeat(300000)]) {
                  const error = await connection.send(value).catch(error => error);
                  tell([error.type, error === errors.at(-1), error.cause?.message ?? null]);
                }
                tell(errors.length);
                connection.close();
                connection.send(1);
                tell(await outcome(connection.send(1)));
                """))
        .isEqualTo(
            """
            ["bad-data",true,"refused"]
            ["message-too-big",true,null]
            4
            ["rejected","not-open-yet",true]""");
  }

  @Test
  void aSignalEndsASendWithItsReason() {
    assertThat(
            run(
                """
                const { connection, sent, drain } = await open(ours);
                connection.on("error", error => tell(["event", error.type]));
                const controller = new AbortController();
                const { signal } = controller;
                const sends = [new Uint8Array(2 << 20), "second"].map(value => connection.send(value, { signal }));
                const third = connection.send("third", true);
                sends.push(connection.send("never", { signal: AbortSignal.abort() }));
                const begun = sent().length;
                controller.abort("enough");
                drain();
                for (const promise of sends) tell(await outcome(promise));
                tell(await sends[0].catch(error => [error.cause ?? null, error.message]));
                tell([begun, ...sent(), (await outcome(third))[0]]);
                """))
        .isEqualTo(
            """
            ["rejected","aborted",true]
            ["rejected","aborted",true]
            ["rejected","aborted",true]
            [null,"Sending to bob was aborted"]
            [16,{"__peerData":{"type":"abort","n":1}},"third","fulfilled"]""");
  }

  @Test
  void nothingBeyondPeerJsIsToldToPeerJs() {
    assertThat(
            run(
                """
                const { connection, channel, sent, drain, receive } = await open({});
                const controller = new AbortController();
                const large = connection.send(new Uint8Array(2 << 20), controller);
                tell(sent()[0].data.byteLength);
                controller.abort();
                tell([await outcome(large), sent()]);
                const reader = connection.readable.getReader();
                for (let i = 0; i < 3; i++) receive("x".repeat(1 << 19));
                receive({ __peerData: { type: "flow", n: 1 } });
                receive({ __peerData: { type: "abort", n: 1 } });
                drain();
                tell(sent());
                for (let i = 0; i < 3; i++) tell((await reader.read()).value.length);
                tell([(await reader.read()).value, (await reader.read()).value]);
                await connection.send("goes");
                tell(sent());
                """))
        .isEqualTo(
            """
            16300
            [["rejected","aborted",true],[]]
            []
            524288
            524288
            524288
            [{"__peerData":{"type":"flow","n":1}},{"__peerData":{"type":"abort","n":1}}]
            ["goes"]""");
  }

  @Test
  void theReadableTellsWhatArrivesAndHoldsTheOtherSideBack() {
    assertThat(
            run(
                """
                const { connection, sent, receive } = await open(ours);
                connection.on("data", () => {});
                receive("before");
                tell([connection.readable instanceof ReadableStream, connection.readable === connection.readable]);
                const reader = connection.readable.getReader();
                const values = ["text", null, { a: 1 }, 7, "x".repeat(1 << 20), "y"];
                values.forEach(receive);
                tell(sent());
                for (const value of values) {
                  const read = (await reader.read()).value;
                  tell(JSON.stringify(read) === JSON.stringify(value));
                }
                await settled();
                tell(sent());
                connection.close();
                tell((await reader.read()).done);
                """))
        .isEqualTo(
            """
            [true,true]
            [{"__peerData":{"type":"flow","n":1}}]
            true
            true
            true
            true
            true
            true
            [{"__peerData":{"type":"flow","n":2}}]
            true""");
  }

  @Test
  void aReadableThatIsCancelledHoldsNobodyBack() {
    assertThat(
            run(
                """
                const { connection, sent, receive } = await open(ours);
                const { readable } = connection;
                receive("x".repeat(1 << 20));
                await readable.cancel();
                tell(sent().map(frame => frame.__peerData.n));
                receive("x".repeat(1 << 21));
                tell([sent(), connection.listenerCount("data")]);
                connection.close();
                const late = peer.connect("nobody");
                late.close();
                tell((await late.readable.getReader().read()).done);
                """))
        .isEqualTo("[1,2]\n[[],0]\ntrue");
  }

  @Test
  void theWritableSendsWithBackpressureAndItsEndIsTheEndOfTheConnection() {
    assertThat(
            run(
                """
                const { connection, channel, sent, drain } = await open(ours);
                const { writable } = connection;
                tell([writable instanceof WritableStream, writable === connection.writable]);
                const writer = writable.getWriter();
                await writer.write(new Uint8Array(1 << 20));
                let done = false;
                const last = writer.write("last").then(() => done = true);
                await settled();
                tell([done, writer.desiredSize]);
                drain();
                await last;
                tell(sent().at(-1));
                connection.on("close", () => tell("close"));
                tell(await outcome(writer.close()));
                tell([channel.readyState, connection.open]);
                """))
        .isEqualTo(
            """
            [true,true]
            [false,0]
            "last"
            "close"
            ["fulfilled","undefined"]
            ["closing",false]""");
  }

  @Test
  void streamsTellHowAConnectionEnded() {
    assertThat(
            run(
                """
                const closed = await open(ours);
                const streams = [closed.connection.readable.getReader(), closed.connection.writable.getWriter()];
                closed.connection.close();
                tell([await outcome(streams[0].closed), await outcome(streams[1].closed)]);
                const failed = await open(ours);
                failed.connection.on("error", () => {});
                failed.connection.send(() => {});
                const others = [failed.connection.readable.getReader(), failed.connection.writable.getWriter()];
                failed.connection.peerConnection.iceConnectionState = "failed";
                failed.connection.peerConnection.dispatchEvent(new Event("iceconnectionstatechange"));
                tell([await outcome(others[0].closed), await outcome(others[1].closed)]);
                const aborted = await open(ours);
                await aborted.connection.writable.abort();
                tell(aborted.connection.open);
                const early = peer.connect("bob");
                early.on("error", () => {});
                const writer = early.writable.getWriter();
                const write = writer.write("early");
                early.close();
                tell(await outcome(write));
                """))
        .isEqualTo(
            """
            [["fulfilled","undefined"],["rejected","connection-closed",true]]
            [["rejected","negotiation-failed",true],["rejected","negotiation-failed",true]]
            false
            ["rejected","connection-closed",true]""");
  }

  @Test
  void binariesMayArriveAsBlobsAndProgressIsTold() {
    assertThat(
            run(
                """
                const { connection, receive } = await open(ours);
                tell(connection.binaryType);
                connection.on("data", value => tell([value.constructor.name, value.size ?? value.byteLength ?? value]));
                connection.on("progress", event => tell(event));
                receive(new Uint8Array(3));
                connection.binaryType = "blob";
                receive(new Uint8Array(3));
                receive("text");
                const packed = new Uint8Array(util.pack(new Uint8Array(70000)));
                receive({ __peerData: 1, n: 0, data: packed.slice(0, 65600), total: 2 });
                receive({ __peerData: 1, n: 1, data: packed.slice(65600), total: 2 });
                connection.binaryType = "nonsense";
                tell(connection.binaryType);
                await connection.send(new Uint8Array(70000));
                """))
        .isEqualTo(
            """
            "arraybuffer"
            ["ArrayBuffer",3]
            ["Blob",3]
            ["String","text"]
            {"direction":"receive","transferred":65600,"total":131200}
            {"direction":"receive","transferred":70005,"total":70005}
            ["Blob",70000]
            "arraybuffer"
            {"direction":"send","transferred":65600,"total":70005}
            {"direction":"send","transferred":70005,"total":70005}""");
  }
}
