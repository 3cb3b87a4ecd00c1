package io.github.teapeer.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code MsgPack} in the modules, without a browser: a fake channel stands for the network. */
@ParameterizedClass
@ValueSource(strings = {"peer.mjs", "peer.min.mjs", "serializer.msgpack.mjs"})
final class MsgPackTest {
  private final String name;

  MsgPackTest(String name) {
    this.name = name;
  }

  /**
   * A connection whose {@code frames} are what it has sent, and that receives what {@code receive}
   * is given, bytes in hexadecimal.
   */
  private String run(String module) {
    return Node.plain()
        .run(
            Webjar.file(name),
            """
            const { MsgPack, MsgPackPeer } = await import(file);
            class Channel extends EventTarget {
              readyState = "connecting";
              bufferedAmount = 0;
              frames = [];
              send(data) { this.frames.push(Buffer.from(data).toString("hex")); }
              close() {}
            }
            globalThis.RTCPeerConnection = class extends EventTarget {
              iceConnectionState = "new";
              createDataChannel(label, init) { return this.channel = Object.assign(new Channel(), { label, init }); }
              createOffer() { return Promise.resolve({ type: "offer", sdp: "" }); }
              setLocalDescription() { return Promise.resolve(); }
              close() {}
            };
            globalThis.WebSocket = class { close() {} };
            const peer = new MsgPackPeer("ann", { host: "localhost" });
            const connection = peer.connect("bob");
            const events = [];
            for (const name of ["open", "data", "close", "error"]) {
              connection.on(name, value => {
                events.push(name === "error" ? "error " + value.type : value === undefined ? name : value);
              });
            }
            const channel = connection.peerConnection.channel;
            const { frames } = channel;
            channel.readyState = "open";
            channel.dispatchEvent(new Event("open"));
            const receive = text => {
              const data = Uint8Array.from(text.match(/../g) ?? [], pair => parseInt(pair, 16)).buffer;
              channel.dispatchEvent(new MessageEvent("message", { data }));
            };
            const sent = async value => {
              frames.length = 0;
              await connection.send(value);
              return frames.join(" ");
            };
            """
                + module
                + "\nprocess.exit();");
  }

  @Test
  void theConnectionsOfAMsgPackPeerAreMsgPack() {
    assertThat(
            run(
                """
                tell([connection instanceof MsgPack, connection.serialization, connection.reliable, channel.init]);
                tell([channel.binaryType, events]);
                """))
        .isEqualTo(
            """
            [true,"MsgPack",true,{"ordered":true}]
            ["arraybuffer",["open"]]""");
  }

  @Test
  void valuesHaveTheShortestFormOfMessagePack() {
    assertThat(
            run("""
                const values = [null, undefined, true, false, 0, 127, 128, 255, 256, 65536, 2 ** 32, -1, -32, -33, -129, -32769,
                  -(2 ** 31) - 1, 0.5, -0, "hi", "日本", [1, [2]], { a: 1 }, new Uint8Array([1, 2]), new Uint16Array([1]),
                  new Uint8Array([3]).buffer, new Date(0), new Date(1500), new Date(-1)];
                for (const value of values) tell(await sent(value));
                """)
                .replace("\"", ""))
        .isEqualTo(
            """
            c0
            c0
            c3
            c2
            00
            7f
            cc80
            ccff
            cd0100
            ce00010000
            cf0000000100000000
            ff
            e0
            d0df
            d1ff7f
            d2ffff7fff
            d3ffffffff7fffffff
            cb3fe0000000000000
            cb8000000000000000
            a26869
            a6e697a5e69cac
            92019102
            81a16101
            c4020102
            c4020100
            c40103
            d6ff00000000
            d7ff7735940000000001
            c70cff3b8b87c0ffffffffffffffff""");
  }

  @Test
  void valuesArriveHoweverTheStreamIsCut() {
    assertThat(
            run(
                """
                const stream = "c0" + "c3" + "cd0100" + "ca3f000000" + "92a26869c4020102" + "82a161d6ff00000000a162d3ffffffff7fffffff"
                  + "c7030501" + "0203" + "d9026869" + "dc000101" + "de0001a16101";
                const shown = () => JSON.stringify(events.splice(0), (key, value) => value?.byteLength ? [...value] : value);
                events.splice(0);
                receive(stream);
                const expected = shown();
                console.log(expected);
                for (let size = 1; size < 12; size++) {
                  for (let at = 0; at < stream.length; at += 2 * size) receive(stream.slice(at, at + 2 * size));
                  const got = shown();
                  if (got !== expected) console.log(size + ": " + got);
                }
                """))
        .isEqualTo(
            "[null,true,256,0.5,[\"hi\",[1,2]],{\"a\":\"1970-01-01T00:00:00.000Z\",\"b\":-2147483649},"
                + "{\"type\":5,\"data\":[1,2,3]},\"hi\",[1],{\"a\":1}]");
  }

  @Test
  void aLongMessageIsCutIntoFramesOf32KiB() {
    assertThat(
            run(
                """
                await connection.send("x".repeat(70000));
                tell(frames.map(frame => frame.length / 2));
                events.splice(0);
                for (const frame of [...frames]) receive(frame);
                tell(events.map(value => value.length));
                """))
        .isEqualTo("[32768,32768,4469]\n[70000]");
  }

  @Test
  void moreThanTheChannelHoldsWaitsForItToDrain() {
    assertThat(
            run(
                """
                channel.send = function (data) { frames.push(0); this.bufferedAmount += data.byteLength; };
                let settled = false;
                const sending = connection.send(new Uint8Array(3 << 20)).then(() => { settled = true; });
                const turn = () => new Promise(resolve => setTimeout(resolve));
                while (channel.bufferedAmount < 1 << 20) await turn();
                await turn();
                tell([frames.length, settled]);
                while (!settled) {
                  channel.bufferedAmount = 0;
                  channel.dispatchEvent(new Event("bufferedamountlow"));
                  await turn();
                }
                tell(frames.length);
                """))
        .isEqualTo("[32,false]\n97");
  }

  @Test
  void aBlobKeepsItsPlaceAndArrivesAsBytes() {
    assertThat(
            run(
                """
                const blob = new Blob([new Uint8Array([1, 2, 3])]);
                connection.send({ blob, after: 1 });
                await connection.send(new Blob([]));
                await connection.send(7);
                tell(frames.join(""));
                """))
        .isEqualTo("\"82a4626c6f62c403010203a5616674657201c40007\"");
  }

  @Test
  void malformedBytesAreReportedAndEndTheConnection() {
    assertThat(
            run(
                """
                events.splice(0);
                receive("05c1");
                receive("05");
                tell([events, connection.open]);
                """))
        .isEqualTo("[[5,\"error bad-data\",\"close\"],false]");
  }

  @Test
  void aTextFrameIsReportedAndEndsTheConnection() {
    assertThat(
            run(
                """
                events.splice(0);
                channel.dispatchEvent(new MessageEvent("message", { data: "text" }));
                tell(events);
                """))
        .isEqualTo("[\"error bad-data\",\"close\"]");
  }

  @Test
  void whatAnnouncesMoreThanTheLimitsIsRefusedAtOnce() {
    assertThat(
            run(
                """
                const refused = [];
                for (const text of ["ddffffffff", "dfffffffff", "dbffffffff", "c6ffffffff", "c9ffffffff", "c77fff" + "00".repeat(127),
                  "91".repeat(513) + "c0", "81c001", "82a161"]) {
                  const other = peer.connect("bob");
                  const wire = other.peerConnection.channel;
                  other.on("error", error => refused.push(text.slice(0, 10) + " " + error.type));
                  wire.readyState = "open";
                  wire.dispatchEvent(new Event("open"));
                  const data = Uint8Array.from(text.match(/../g), pair => parseInt(pair, 16)).buffer;
                  wire.dispatchEvent(new MessageEvent("message", { data }));
                }
                for (const line of refused) console.log(line);
                """))
        .isEqualTo(
            """
            ddffffffff bad-data
            dfffffffff bad-data
            dbffffffff bad-data
            c6ffffffff bad-data
            c9ffffffff bad-data
            c77fff0000 bad-data
            9191919191 bad-data
            81c001 bad-data""");
  }

  @Test
  void aKeyNamedProtoIsData() {
    assertThat(
            run(
                """
                events.splice(0);
                receive("81a95f5f70726f746f5f5f81a16101");
                tell([Object.keys(events[0]), Object.getPrototypeOf(events[0]) === Object.prototype, events[0].a === undefined]);
                """))
        .isEqualTo("[[\"__proto__\"],true,true]");
  }

  @Test
  void theOtherSidesCloseRequestClosesAndDataThatLooksLikeItIsData() {
    assertThat(
            run(
                """
                events.splice(0);
                const text = async value => (await sent(value)).replaceAll(" ", "");
                receive(await text({ __peerData: { type: "close", more: 1 } }));
                receive(await text({ __peerData: 1 }));
                receive(await text({ __peerData: { type: "close" } }));
                tell(events);
                """))
        .isEqualTo(
            "[{\"__peerData\":{\"type\":\"close\",\"more\":1}},{\"__peerData\":1},\"close\"]");
  }

  @Test
  void aCloseWithFlushAsksTheOtherSideToClose() {
    assertThat(
            run(
                """
                connection.send("last");
                connection.close({ flush: true });
                while (frames.length < 2) await new Promise(resolve => setTimeout(resolve));
                tell([frames, connection.open]);
                """))
        .isEqualTo(
            "[[\"a46c617374\",\"81aa5f5f7065657244617461" + "81a474797065a5636c6f7365\"],true]");
  }

  @Test
  void whatHasNoFormIsReportedAndLeavesTheConnectionUnharmed() {
    assertThat(
            run(
                """
                events.splice(0);
                const self = [];
                self.push(self);
                for (const value of [() => {}, Symbol("s"), 1n, self]) connection.send(value);
                const failure = await connection.send(1n).catch(error => error.constructor.name);
                tell([events, failure, await sent(5), connection.open]);
                """))
        .isEqualTo(
            "[[\"error bad-data\",\"error bad-data\",\"error bad-data\",\"error bad-data\",\"error bad-data\"],"
                + "\"TypeError\",\"05\",true]");
  }

  @Test
  void aListenerThatThrowsLosesNoData() {
    assertThat(
            run(
                """
                const thrown = [];
                process.on("uncaughtException", error => thrown.push(error.message));
                connection.once("data", () => { throw new Error("a listener's"); });
                events.splice(0);
                receive("0102");
                await new Promise(resolve => setTimeout(resolve));
                tell([events, thrown]);
                """))
        .isEqualTo("[[1,2],[\"a listener's\"]]");
  }

  @Test
  void aClosedConnectionSettlesWhatItWasAskedToSend() {
    assertThat(
            run(
                """
                channel.send = function () { this.bufferedAmount = 1 << 30; };
                connection.send(1);
                const pending = connection.send(2);
                connection.close();
                tell(await pending.then(() => "sent", error => error.type));
                """))
        .isEqualTo("\"connection-closed\"");
  }
}
