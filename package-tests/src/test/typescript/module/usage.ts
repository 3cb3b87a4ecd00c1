// Everything that the library offers, used once; and what must not compile.
import PeerByDefault, {
  BaseConnectionErrorType,
  BufferedConnection,
  ConnectionType,
  DataConnection,
  DataConnectionErrorType,
  MediaConnection,
  MsgPack,
  MsgPackPeer,
  Peer,
  PeerError,
  PeerErrorType,
  SerializationType,
  ServerMessageType,
  SocketEventType,
  StreamConnection,
  pack,
  unpack,
  util,
} from "teapeer";
import type {
  AnswerOption,
  CallOption,
  ConnectionErrorTypes,
  ConnectionEvents,
  DataConnectionEvents,
  IceServer,
  LogLevel,
  MediaConnectionEvents,
  PeerConfiguration,
  PeerConnectOption,
  PeerConstructor,
  PeerEvents,
  PeerJSOption,
  PeerLimits,
  PeerOptions,
  SdpTransform,
  SerializerMapping,
  Util,
  UtilSupportsObj,
} from "teapeer";

/** Compiles only where both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

// The constructor.
const options: PeerOptions = {
  key: "peerjs",
  host: "/",
  port: 9000,
  path: "/app",
  secure: true,
  config: { iceServers: [{ urls: "stun:a" }, { urls: ["turn:b"], username: "u", credential: "p" }], iceTransportPolicy: "relay" },
  debug: 3,
  logFunction: (level, ...rest) => console.log(level satisfies LogLevel, rest.length),
  token: "secret",
  pingInterval: 5000,
  referrerPolicy: "no-referrer",
  serializers: { MsgPack },
  transport: "auto",
  iceConfig: async () => ({ iceServers: [{ urls: "turn:b", username: "u", credential: "p" }] }),
  skyway: false,
  limits: { connections: 20, pendingTime: Infinity } satisfies PeerLimits,
};
const peers: Peer[] = [
  new Peer(),
  new Peer("ann"),
  new Peer("ann", options),
  new Peer(options),
  new Peer(undefined, options),
  new Peer(null),
  Peer("ann"),
  Peer(options),
  new PeerByDefault(),
  new MsgPackPeer("ann", options),
];
const constructor: PeerConstructor = Peer;
class Named extends Peer {
  readonly greeting: string = "hello";
  constructor(id: string) {
    super(id, { debug: 1 });
  }
  override destroy() {
    super.destroy();
  }
}
const peer: Peer = new Named("ann");
if (peer instanceof Peer && peer instanceof constructor) peers.push(peer);
// @ts-expect-error an id is a text
new Peer(7);
// @ts-expect-error a port is a number
new Peer({ port: "9000" });
// @ts-expect-error there is no such option
new Peer({ hots: "localhost" });
// @ts-expect-error there is no such transport
new Peer({ transport: "smoke" });
// @ts-expect-error a configuration is asked for with a function
new Peer({ iceConfig: {} });
// @ts-expect-error there is no such limit
new Peer({ limits: { conections: 20 } });

// Old forms of the configuration.
const server: IceServer = { url: "turn:homeo@turn.example.com:80", credential: "homeo" };
const configuration: PeerConfiguration = { iceServers: [{ url: "stun:stun.example.com" }, server], sdpSemantics: "unified-plan" };
new Peer({ config: configuration });
declare const native: RTCConfiguration;
new Peer({ config: native });
// @ts-expect-error servers come as an array
new Peer({ config: { iceServers: { urls: "stun:a" } } });
const older: PeerJSOption = { host: "localhost", port: 9000, config: native };
new Peer(older);

// Properties of a peer.
same<typeof peer.id, string>(true);
same<typeof peer.open, boolean>(true);
same<typeof peer.disconnected, boolean>(true);
same<typeof peer.destroyed, boolean>(true);
same<typeof peer.options, PeerOptions>(true);
same<typeof peer.ready, Promise<string>>(true);
same<typeof peer.closed, Promise<void>>(true);
for (const [id, connections] of Object.entries(peer.connections)) {
  for (const each of connections) console.log(id, each.peer, each.type === ConnectionType.Data, each.type === "media");
}
// @ts-expect-error the server gives the id
peer.id = "bob";
// @ts-expect-error it is no method
peer.open();

// Methods of a peer.
peer.disconnect();
peer.reconnect();
peer.destroy();
const found: DataConnection | MediaConnection | null = peer.getConnection("bob", "dc_1");
peer.listAllPeers((ids) => ids.forEach((id: string) => console.log(id)));
peer.listAllPeers().then((ids) => same<typeof ids, string[]>(true));
peer.countActivePeers().then((count) => count.toFixed());
// @ts-expect-error there is always somebody to connect to
peer.connect();
// @ts-expect-error a call has a stream, or null
peer.call("bob");

// Events of a peer.
peer
  .on("open", (id) => same<typeof id, string>(true))
  .on("connection", (conn) => same<typeof conn, DataConnection>(true))
  .once("call", (call) => same<typeof call, MediaConnection>(true))
  .addListener("close", () => {})
  .on("disconnected", (id: string) => id.length)
  .on("error", (error) => {
    same<typeof error, PeerError<`${PeerErrorType}`>>(true);
    const { type, message, cause, stack } = error;
    if (type === "peer-unavailable" || type === PeerErrorType.Network) console.log(message, cause, stack);
    // @ts-expect-error there is no such type
    if (type === "peer-unavailble") return;
  });
const onOpen: PeerEvents["open"] = (id) => console.log(id);
peer.off("open", onOpen).off("open").removeListener("open", onOpen).removeAllListeners("open").removeAllListeners();
peer.on("open", function (this: Peer, id) {
  console.log(this.id === id);
}, peer);
const heard: boolean = peer.emit("open", "ann");
peer.emit("close");
peer.emit("error", new PeerError(PeerErrorType.Network, "lost"));
console.log(heard, peer.listenerCount("open"), peer.listeners("call").length, peer.eventNames().includes("error"));
// @ts-expect-error there is no such event
peer.on("opened", () => {});
// @ts-expect-error the id is a text
peer.on("open", (id: number) => id);
// @ts-expect-error open comes with one value
peer.on("open", (id: string, more: string) => id + more);
// @ts-expect-error open comes with a text
peer.emit("open", 7);
// @ts-expect-error close comes with nothing
peer.emit("close", 7);
// @ts-expect-error the listener is missing
peer.on("open");

// Data connections.
const aborted = new AbortController();
const connectOption: PeerConnectOption = {
  label: "chat",
  metadata: { name: "Ann" },
  serialization: "json",
  reliable: true,
  constraints: { iceRestart: true },
  ordered: false,
  maxRetransmits: 0,
  maxPacketLifeTime: 100,
  priority: "high",
  timeout: 5000,
  signal: aborted.signal,
};
const conn = peer.connect("bob", connectOption);
for (const serialization of ["binary", "binary-utf8", "json", "raw", "none", "MsgPack"]) peer.connect("bob", { serialization });
peer.connect("bob", { serialization: SerializationType.BinaryUTF8 });
// @ts-expect-error a label is a text
peer.connect("bob", { label: 7 });
// @ts-expect-error there is no such option
peer.connect("bob", { reliabel: true });
// @ts-expect-error a signal is no controller
peer.connect("bob", { signal: aborted });
conn
  .on("open", () => conn.send("hello"))
  .on("data", (data) => same<typeof data, unknown>(true))
  .on("data", (text: string) => text.length)
  .on("close", () => {})
  .on("iceStateChanged", (state) => same<typeof state, RTCIceConnectionState>(true))
  .on("error", (error) => {
    same<typeof error.type, ConnectionErrorTypes>(true);
    if (error.type === DataConnectionErrorType.NotOpenYet || error.type === BaseConnectionErrorType.ConnectionClosed) return;
    if (error.type === "timeout" || error.type === "aborted" || error.type === "peer-unavailable") return;
  });
// @ts-expect-error data connections have no streams
conn.on("stream", () => {});
for (const value of ["text", 1, true, null, [1], { a: new Date() }, new ArrayBuffer(1), new Uint8Array(1), new Blob([]), new File([], "f")]) {
  conn.send(value);
}
conn.send("x", true);
const sent: Promise<void> = conn.send("x", { signal: AbortSignal.timeout(1000) });
// @ts-expect-error a signal is an AbortSignal
conn.send("x", { signal: "now" });
conn.binaryType = "blob";
// @ts-expect-error there are two types
conn.binaryType = "text";
conn.on("progress", ({ direction, transferred, total }) => {
  same<typeof direction, "send" | "receive">(true);
  same<typeof transferred, number>(true);
  same<typeof total, number>(true);
});
conn.on("drain", () => void sent);
new Blob([]).stream().pipeTo(conn.writable);
conn.readable.getReader();
conn.close();
conn.close({ flush: true });
// @ts-expect-error there is no such option
conn.close({ flsh: true });
same<typeof conn.dataChannel, RTCDataChannel>(true);
same<typeof conn._dc, RTCDataChannel>(true);
same<typeof conn.peerConnection, RTCPeerConnection>(true);
same<typeof conn.pc, RTCPeerConnection>(true);
same<typeof conn.label, string>(true);
same<typeof conn.metadata, any>(true);
same<typeof conn.open, boolean>(true);
same<typeof conn.peer, string>(true);
same<typeof conn.reliable, boolean>(true);
same<typeof conn.serialization, string>(true);
same<typeof conn.type, ConnectionType>(true);
same<typeof conn.bufferSize, number>(true);
same<typeof conn.bufferedAmount, number>(true);
same<typeof conn.connectionId, string>(true);
same<typeof conn.id, string>(true);
same<typeof conn.provider, Peer>(true);
same<typeof conn.options, any>(true);
same<typeof conn.ready, Promise<void>>(true);
same<typeof conn.closed, Promise<void>>(true);
// @ts-expect-error Peers make connections
new DataConnection("bob", peer, {});

// Calls.
declare const stream: MediaStream;
declare const track: MediaStreamTrack;
const callOption: CallOption = {
  metadata: 1,
  sdpTransform: (sdp) => sdp.replace("a", "b"),
  constraints: { offerToReceiveVideo: true },
  receive: ["audio", "video"],
  timeout: 30_000,
  signal: aborted.signal,
};
const call = peer.call("bob", stream, callOption);
peer.call("bob", null, { receive: ["audio"] });
// @ts-expect-error there is no such kind
peer.call("bob", null, { receive: ["smell"] });
const transform: SdpTransform = (sdp) => sdp;
const answerOption: AnswerOption = { sdpTransform: transform };
call.answer();
call.answer(stream);
call.answer(stream, answerOption);
call.answer(null, answerOption);
call.reject();
call.reject({ busy: true });
call.replaceTrack(track, null).then(() => call.replaceTrack(null, track));
call.report().then(({ relayed, rtt, localCandidate, bytesSent, failure }) => {
  same<typeof relayed, boolean | null>(true);
  same<typeof rtt, number | null>(true);
  console.log(localCandidate?.type, localCandidate?.address, bytesSent, failure);
});
call.addTrack(track, stream).then(() => call.removeTrack(track));
call.close();
call
  .on("stream", (remote) => same<typeof remote, MediaStream>(true))
  .on("track", (remote, streams) => console.log(remote.kind, streams.length))
  .on("rejected", (reason) => console.log(reason))
  .on("willCloseOnRemote", () => {})
  .on("iceStateChanged", (state) => state)
  .on("error", (error) => error.type)
  .on("close", () => {});
// @ts-expect-error calls carry no data
call.on("data", () => {});
// @ts-expect-error calls carry no data
call.send("hello");
same<typeof call.localStream, MediaStream>(true);
same<typeof call.remoteStream, MediaStream>(true);
same<typeof call.ready, Promise<void>>(true);
same<typeof call.closed, Promise<void>>(true);
console.log(call.open, call.peer, call.type, call.metadata, call.peerConnection, call.connectionId, call.options, call.provider);
// @ts-expect-error Peers make calls
new MediaConnection();

// Errors.
const error = new PeerError("network", new Error("lost"), "cause");
same<typeof error, PeerError<"network">>(true);
const plain: Error = error;
const anyError: PeerError = error;
if (found instanceof DataConnection) found.send(plain.message + anyError.type);
// @ts-expect-error an error has a type and a message
new PeerError("network");

// Enums.
const names: string[] = [
  ConnectionType.Media,
  PeerErrorType.BrowserIncompatible,
  PeerErrorType.Disconnected,
  PeerErrorType.InvalidID,
  PeerErrorType.InvalidKey,
  PeerErrorType.Network,
  PeerErrorType.PeerUnavailable,
  PeerErrorType.SslUnavailable,
  PeerErrorType.ServerError,
  PeerErrorType.SocketError,
  PeerErrorType.SocketClosed,
  PeerErrorType.UnavailableID,
  PeerErrorType.WebRTC,
  BaseConnectionErrorType.NegotiationFailed,
  DataConnectionErrorType.MessageToBig,
  SerializationType.Binary,
  SerializationType.JSON,
  SerializationType.None,
  SocketEventType.Message,
  SocketEventType.Disconnected,
  SocketEventType.Error,
  SocketEventType.Close,
  ServerMessageType.Heartbeat,
  ServerMessageType.Candidate,
  ServerMessageType.Offer,
  ServerMessageType.Answer,
  ServerMessageType.Open,
  ServerMessageType.Error,
  ServerMessageType.IdTaken,
  ServerMessageType.InvalidKey,
  ServerMessageType.Leave,
  ServerMessageType.Expire,
];
console.log(names);
// @ts-expect-error there is no such name
console.log(PeerErrorType.Unknown);

// Helpers.
const helper: Util = util;
const supports: UtilSupportsObj = helper.supports;
console.log(util.browser === "chrome", util.browserVersion > 100, util.CLOUD_HOST, util.CLOUD_PORT, util.chunkedMTU);
console.log(supports.audioVideo, supports.data, supports.binary, supports.reliable, supports.binaryBlob, supports.sctp);
console.log(supports.browser, supports.webRTC, supports.onnegotiationneeded, util.chunkedBrowsers.Chrome);
console.log(util.validateId("a"), util.validateKey("k"), util.randomToken(), util.isSecure(), util.defaultConfig.iceServers);
util.noop();
util.validateId = (id) => id !== "admin";
util.setLogLevel(2);
util.setLogFunction((level, ...rest) => console.log(level, ...rest));
util.blobToArrayBuffer(new Blob([]), (buffer) => buffer?.byteLength).abort();
same<ReturnType<typeof util.binaryStringToArrayBuffer>, ArrayBuffer>(true);
const packed: ArrayBuffer | Promise<ArrayBuffer> = pack({ a: 1 });
Promise.resolve(packed).then((bytes) => [unpack<{ a: number }>(bytes).a, util.unpack(new Uint8Array(bytes))]);
util.pack("x");
// @ts-expect-error there is no such level
util.setLogLevel(4);
// @ts-expect-error bytes are no text
unpack("x");

// Serializers.
class Upper extends BufferedConnection {
  readonly serialization = "upper";
  #decoder = new TextDecoder();
  override _initializeDataChannel(channel: RTCDataChannel) {
    super._initializeDataChannel(channel);
  }
  protected override _handleDataMessage({ data }: { data: ArrayBuffer }) {
    this.emit("data", this.#decoder.decode(data));
  }
  protected override _send(data: any) {
    if (typeof data !== "string") return this.emitError("bad-data", "Only texts");
    this._bufferedSend(new TextEncoder().encode(data.toUpperCase()));
  }
}
class Lines extends StreamConnection {
  get serialization() {
    return "lines";
  }
  constructor(peerId: string, provider: Peer, given: any) {
    super(peerId, provider, given);
    void this._rawReadStream.getReader().read().then(({ value }) => value?.byteLength);
  }
  protected override _send(data: any) {
    return this.writer.write(new TextEncoder().encode(data + "\n"));
  }
}
class Bare extends DataConnection {
  override readonly serialization = "bare";
  protected override _send(data: any, chunked: boolean) {
    if (!chunked) this.dataChannel.send(data);
  }
  override close(given?: { flush?: boolean }) {
    this.provider._removeConnection(this);
    super.close(given);
  }
}
// @ts-expect-error a serializer has to send
class Dumb extends DataConnection {
  readonly serialization = "dumb";
}
const serializers: SerializerMapping = { upper: Upper, lines: Lines, bare: Bare, MsgPack };
class Speaking extends Peer {
  override _serializers: SerializerMapping = { ...serializers, default: Upper };
}
const speaking = new Speaking("ann", { serializers });
speaking.socket.send({ type: ServerMessageType.Offer, dst: "bob", payload: {} });
speaking._getMessages("dc_1").forEach(({ type, src, payload }) => console.log(type, src, payload));
speaking.emitError("webrtc", new Error("lost"));
// @ts-expect-error what is registered is a class of connections
new Peer({ serializers: { date: Date } });

// The types of the events, by name.
const handlers: Partial<PeerEvents & DataConnectionEvents & MediaConnectionEvents & ConnectionEvents> = { close: () => {} };
console.log(handlers, Dumb);
