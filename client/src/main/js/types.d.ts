// Events are declared as methods: a listener may then say more exactly what it expects, as in
// `conn.on("data", (text: string) => …)`.

/** The methods of every object that emits events. */
interface Emitter<Events> {
  /**
   * Adds a listener.
   *
   * @param context what `this` is in the listener; by default the object that emits
   */
  on<Name extends keyof Events>(name: Name, listener: Events[Name], context?: unknown): this;
  /** The same as {@link on}. */
  addListener<Name extends keyof Events>(name: Name, listener: Events[Name], context?: unknown): this;
  /** Adds a listener that is called once at most. */
  once<Name extends keyof Events>(name: Name, listener: Events[Name], context?: unknown): this;
  /** Removes a listener, or all listeners of the event where none is given. */
  off<Name extends keyof Events>(name: Name, listener?: Events[Name], context?: unknown, once?: boolean): this;
  /** The same as {@link off}. */
  removeListener<Name extends keyof Events>(name: Name, listener?: Events[Name], context?: unknown, once?: boolean): this;
  /** Removes all listeners of the event, or of all events. */
  removeAllListeners(name?: keyof Events): this;
  /**
   * Calls the listeners of an event.
   *
   * @returns whether there are any
   */
  emit<Name extends keyof Events>(name: Name, ...values: EventValues<Events[Name]>): boolean;
  /** The listeners of an event. */
  listeners<Name extends keyof Events>(name: Name): Events[Name][];
  /** The number of listeners of an event. */
  listenerCount(name: keyof Events): number;
  /** The names of the events that have listeners. */
  eventNames(): (keyof Events)[];
  /** Emits an error of this type; for serializers. */
  emitError(type: string, error: Error | string): void;
}

type EventValues<Listener> = Listener extends (...values: infer Values) => unknown ? Values : never;

/** The kinds of connections. */
declare enum ConnectionType {
  Data = "data",
  Media = "media",
}

/** What can go wrong with a {@link Peer}. */
declare enum PeerErrorType {
  /** The browser has no WebRTC, or not what is needed of it. */
  BrowserIncompatible = "browser-incompatible",
  /** The peer has left the server, and cannot make new connections before it reconnects. */
  Disconnected = "disconnected",
  /** The id has characters that ids cannot have. */
  InvalidID = "invalid-id",
  /** The server does not know the key, or the key has characters that keys cannot have. */
  InvalidKey = "invalid-key",
  /** The connection to the server was lost, or cannot be made. */
  Network = "network",
  /** There is no peer of that id. */
  PeerUnavailable = "peer-unavailable",
  /** The page was loaded over TLS, and the server does not offer it. */
  SslUnavailable = "ssl-unavailable",
  /** The server cannot be reached, or answers with an error. */
  ServerError = "server-error",
  /** An error of the socket to the server. */
  SocketError = "socket-error",
  /** The socket to the server was closed. */
  SocketClosed = "socket-closed",
  /** The id is taken. */
  UnavailableID = "unavailable-id",
  /** An error of the browser's WebRTC. */
  WebRTC = "webrtc",
}

/** What can go wrong with any connection. */
declare enum BaseConnectionErrorType {
  /** The two sides could not agree, or found no way to each other. */
  NegotiationFailed = "negotiation-failed",
  /** The other side went away. */
  ConnectionClosed = "connection-closed",
}

/** What can go wrong with a {@link DataConnection}, too. */
declare enum DataConnectionErrorType {
  /** Something was sent before the connection was open. */
  NotOpenYet = "not-open-yet",
  /** A message is larger than the channel can carry. */
  MessageToBig = "message-too-big",
}

/** How values become bytes. */
declare enum SerializationType {
  Binary = "binary",
  BinaryUTF8 = "binary-utf8",
  JSON = "json",
  None = "raw",
}

/** The events of the socket to the server. */
declare enum SocketEventType {
  Message = "message",
  Disconnected = "disconnected",
  Error = "error",
  Close = "close",
}

/** The messages of a PeerServer. */
declare enum ServerMessageType {
  Heartbeat = "HEARTBEAT",
  Candidate = "CANDIDATE",
  Offer = "OFFER",
  Answer = "ANSWER",
  Open = "OPEN",
  Error = "ERROR",
  IdTaken = "ID-TAKEN",
  InvalidKey = "INVALID-KEY",
  Leave = "LEAVE",
  Expire = "EXPIRE",
}

/** An error whose `type` tells what went wrong. */
declare class PeerError<Type extends string = string> extends Error {
  /**
   * @param type what went wrong
   * @param error the message, or the error whose message it takes
   * @param cause what caused it; by default the error that was given
   */
  constructor(type: Type, error: Error | string, cause?: unknown);
  type: Type;
  /** The error of the browser or of the server that caused this one, where there is one. */
  cause?: unknown;
}

/** The types of errors that connections emit. */
type ConnectionErrorTypes =
  | `${BaseConnectionErrorType}`
  | `${DataConnectionErrorType}`
  | "peer-unavailable"
  | "webrtc"
  | "timeout"
  | "aborted"
  | "bad-data";

/** How much is logged: nothing, errors, warnings too, everything. */
type LogLevel = 0 | 1 | 2 | 3;

/** Gets a session description as text, and returns what is to be used in its place. */
type SdpTransform = (sdp: string) => string;

/** A STUN or TURN server, as browsers take it today or as pages wrote it in 2013. */
type IceServer =
  | RTCIceServer
  | {
      /** One address or more; `turn:user@host` is taken for a user name. */
      urls?: string | readonly string[];
      /** The old name of `urls`. */
      url?: string;
      username?: string;
      credential?: string;
    };

/** A configuration for `RTCPeerConnection`, in which servers may have their old form. */
type PeerConfiguration = Omit<RTCConfiguration, "iceServers"> & {
  iceServers?: readonly IceServer[];
  /** Chromium's choice between two kinds of descriptions, of which one is left. */
  sdpSemantics?: string;
};

/** The options that PeerJS 1.5 calls so. */
interface PeerJSOption {
  key?: string;
  host?: string;
  port?: number;
  path?: string;
  secure?: boolean;
  token?: string;
  config?: RTCConfiguration;
  debug?: number;
  referrerPolicy?: ReferrerPolicy;
}

/** The options of a {@link Peer}. */
interface PeerOptions {
  /** The API key; `"peerjs"` by default. */
  key?: string;
  /** The server's host: `0.peerjs.com` by default; `"/"` is the page's own. */
  host?: string;
  /** The server's port; 443 by default. */
  port?: number;
  /** Where the server is on its host; `"/"` by default. */
  path?: string;
  /** Whether the server is spoken to over TLS; by default as the page itself, and always for `0.peerjs.com`. */
  secure?: boolean;
  /** Passed to every RTCPeerConnection; a public STUN server by default. */
  config?: PeerConfiguration;
  /** How much is logged, see {@link LogLevel}; 0 by default. */
  debug?: number;
  /** Takes what would be printed to the console. */
  logFunction?: (level: LogLevel, ...rest: any[]) => void;
  /** The secret that lets a peer come back under its id; random by default. */
  token?: string;
  /** Milliseconds between heartbeats to the server; 5000 by default. */
  pingInterval?: number;
  /** The referrer policy of requests to the server. */
  referrerPolicy?: ReferrerPolicy;
  /** Serializations of the application, by name. */
  serializers?: SerializerMapping;
  /** How the server is spoken to: by default over a WebSocket, and over HTTP where that is not possible. */
  transport?: "auto" | "websocket" | "http";
  /** Asked for the configuration before every connection, for credentials that do not live long. */
  iceConfig?: () => PeerConfiguration | Promise<PeerConfiguration>;
  /** Whether the peer comes back by itself to a server that it lost, and how; false by default. */
  reconnect?: boolean | ReconnectOption | null;
  /**
   * For how many milliseconds a connection whose path to the other peer was lost looks for another one, with peers that
   * take part in it; 60000 by default, 0 for not at all.
   */
  recoveryTimeout?: number;
  /** Whether the server is SkyWay's of 2014; found out from `host` by default. */
  skyway?: boolean;
  /** What others can make the peer hold at most. */
  limits?: PeerLimits;
}

/** What other peers and the server can make a {@link Peer} hold at most: numbers from 0 up to `Infinity`. */
interface PeerLimits {
  /** Connections that others made and that have not ended; 1000 by default. What they offer beyond is refused. */
  connections?: number;
  /** Connections that one other peer made and that are not open yet; 64 by default. What it offers beyond is refused. */
  pendingConnections?: number;
  /** Milliseconds after which a data connection that another peer made ends if it is not open; 120000 by default, 0 for never. */
  pendingTime?: number;
  /** Messages that came before their connection was offered, and candidates for each description; 256 by default. */
  pendingMessages?: number;
  /** Milliseconds after which, up to twice that, a message is dropped whose connection was not offered; 15000 by default. */
  pendingMessageTime?: number;
  /** UTF-16 units in a message of the server, which is dropped if it is longer; 1048576 by default. */
  signalSize?: number;
  /** Messages that wait for the server, of which the oldest are dropped, or for a line to it to take over; 1024 by default. */
  waitingMessages?: number;
  /** Bytes of memory for the incomplete messages of a connection, and so for one; 1342177280 by default. */
  messageSize?: number;
  /** Incomplete messages of a connection, of which the oldest is dropped; 256 by default. */
  incompleteMessages?: number;
  /** Milliseconds after which, up to twice that, an incomplete message that does not grow is dropped; 60000 by default. */
  incompleteTime?: number;
}

/** How a peer comes back to its server: after delays that double, each made shorter by up to half at random. */
interface ReconnectOption {
  /** The first delay in milliseconds; 500 by default. */
  minDelay?: number;
  /** The longest delay in milliseconds; 30000 by default. */
  maxDelay?: number;
  /** After how many attempts in a row it gives up; never by default. */
  maxAttempts?: number;
}

/** Classes of connections by the names of their serializations. */
interface SerializerMapping {
  [serialization: string]: new (peerId: string, provider: Peer, options: any) => DataConnection;
}

/** What both {@link PeerConnectOption} and {@link CallOption} have. */
interface ConnectionOption {
  /** Anything that JSON can carry; the other side finds it in `metadata`. */
  metadata?: any;
  /** Passed to `createOffer`. */
  constraints?: RTCOfferOptions;
  /**
   * Milliseconds after which a connection that is not open yet ends, with the error `timeout`; for data connections 60000
   * by default, for calls none. 0 is none.
   */
  timeout?: number;
  /** Ends a connection that is not open yet, with the error `aborted`. */
  signal?: AbortSignal;
}

/** The options of {@link Peer.connect}. */
interface PeerConnectOption extends ConnectionOption {
  /** A name for the connection; by default its id. */
  label?: string;
  /** `"binary"` (the default), `"binary-utf8"`, `"json"`, `"raw"`, which was called `"none"`, or a registered name. */
  serialization?: "binary" | "binary-utf8" | "json" | "raw" | "none" | (string & {});
  /** False lets messages overtake each other. */
  reliable?: boolean;
  /** Whether messages arrive in the order in which they were sent. */
  ordered?: boolean;
  /** How often a message that was lost is sent again. */
  maxRetransmits?: number;
  /** For how many milliseconds a message that was lost is sent again. */
  maxPacketLifeTime?: number;
  /** The priority of the channel. */
  priority?: RTCPriorityType;
}

/** The options of {@link Peer.call}. */
interface CallOption extends ConnectionOption {
  /** Changes the description before it is used and sent. */
  sdpTransform?: SdpTransform | Function;
  /** What a call without a stream asks for. */
  receive?: readonly ("audio" | "video")[];
}

/** The options of {@link MediaConnection.answer}. */
interface AnswerOption {
  /** Changes the description before it is used and sent. */
  sdpTransform?: SdpTransform | Function;
}

/** The events of a {@link Peer}. */
interface PeerEvents {
  /** The server has accepted the peer under this id: others can reach it. */
  open(id: string): void;
  /** Another peer opens a data connection. */
  connection(connection: DataConnection): void;
  /** Another peer calls; {@link MediaConnection.answer} takes the call. */
  call(call: MediaConnection): void;
  /** The peer was destroyed. */
  close(): void;
  /** The peer has left the server, by itself or by a loss; it had this id. */
  disconnected(id: string): void;
  /** The server was lost, and is tried again in so many milliseconds: see `reconnect` in {@link PeerOptions}. */
  reconnecting(attempt: { attempt: number; delay: number }): void;
  /** Something went wrong; before the first `open` most errors destroy the peer. */
  error(error: PeerError<`${PeerErrorType}`>): void;
}

/** What {@link BaseConnection.report} tells; null stands for what is not known. */
interface ConnectionReport {
  /** Whether a TURN server is between the two sides; null while there is no way. */
  relayed: boolean | null;
  /** The last round trip, in milliseconds. */
  rtt: number | null;
  /** This side's end of the way in use. */
  localCandidate: ConnectionCandidate | null;
  /** The other side's end of the way in use. */
  remoteCandidate: ConnectionCandidate | null;
  /** Bytes that were sent on the way in use. */
  bytesSent: number | null;
  /** Bytes that were received on the way in use. */
  bytesReceived: number | null;
  /** Why the connection failed, in words for whoever can do something about it; null where it did not. */
  failure: string | null;
}

/** One end of a way: what the browser's statistics say about it. */
interface ConnectionCandidate {
  type: RTCIceCandidateType;
  /** `"udp"` or `"tcp"`. */
  protocol: string;
  /** The address, where the browser tells it. */
  address?: string | null;
  port?: number;
  /** How a relay is reached, `"udp"`, `"tcp"` or `"tls"`; of local candidates only. */
  relayProtocol?: string;
  /** The server that told it, where the browser says. */
  url?: string;
}

/** The events of every connection. */
interface ConnectionEvents {
  /** The connection has ended, at whichever side. Emitted once. */
  close(): void;
  /** Something went wrong with this connection. */
  error(error: PeerError<ConnectionErrorTypes>): void;
  /** The path to the other peer was lost, and another one is looked for; what is sent waits. */
  reconnecting(): void;
  /** There is a path again; nothing was lost. */
  reconnected(): void;
  /** The `iceConnectionState` of the peer connection has changed. */
  iceStateChanged(state: RTCIceConnectionState): void;
}

/** The events of a {@link DataConnection}. */
interface DataConnectionEvents extends ConnectionEvents {
  /** A value has arrived. */
  data(data: unknown): void;
  /** Values can be sent. */
  open(): void;
  /** A frame of a message of several was put into the channel's buffer, or has arrived. */
  progress(progress: TransferProgress): void;
  /** The channel's buffer was full, and has room again for all that was sent: more may be sent. */
  drain(): void;
}

/** How far a message is on its way, in bytes as they are packed. */
interface TransferProgress {
  direction: "send" | "receive";
  transferred: number;
  /** Of what is received rounded up to whole chunks, until it is complete and both are the same. */
  total: number;
}

/** The options of {@link DataConnection.send}. */
interface SendOptions {
  /** Ends what is not in the channel's buffer yet, with the error `aborted`; the other side does not get it. */
  signal?: AbortSignal;
}

/** The events of a {@link MediaConnection}. */
interface MediaConnectionEvents extends ConnectionEvents {
  /** The other side's stream has arrived; once a stream. */
  stream(stream: MediaStream): void;
  /** From now on the other side sees at once when this one hangs up. */
  willCloseOnRemote(): void;
  /** A track of the other side has arrived, as part of these streams. */
  track(track: MediaStreamTrack, streams: readonly MediaStream[]): void;
  /** The other side has declined the call, and may have said why. */
  rejected(reason: any): void;
}

/** What data connections and calls have in common. */
declare abstract class BaseConnection<Events> {
  /** The id of the peer at the other end. */
  readonly peer: string;
  /** The peer at this end. */
  readonly provider: Peer;
  /** The options that the connection was made with. */
  readonly options: any;
  /** What the side that made the connection sent along. */
  readonly metadata: any;
  /** The id of the connection, the same at both ends. */
  readonly connectionId: string;
  /** The name that PeerJS 0.3 has for {@link connectionId}. */
  readonly id: string;
  /** The native connection; null before it is made. */
  readonly peerConnection: RTCPeerConnection;
  /** The name that PeerJS 0.3 has for {@link peerConnection}. */
  get pc(): RTCPeerConnection;
  /** The native channel; null before it is made. */
  readonly dataChannel: RTCDataChannel;
  /** The name that PeerJS 0.3 has for {@link dataChannel}. */
  get _dc(): RTCDataChannel;
  /** The kind of the connection: `"data"` or `"media"`. */
  readonly type: ConnectionType;
  /** Whether values can be sent; whether the call has been answered. */
  readonly open: boolean;
  /** Fulfilled when the connection opens; rejected with a {@link PeerError} where it ends before. May be ignored. */
  readonly ready: Promise<void>;
  /** Fulfilled when the connection has ended. */
  readonly closed: Promise<void>;
  /**
   * Tells how the connection is doing, and why it failed where it did. When it has ended the rest is that of the last report
   * that was asked for.
   */
  report(): Promise<ConnectionReport>;
}
interface BaseConnection<Events> extends Emitter<Events> {}

/**
 * A channel for values of any kind. {@link Peer.connect} makes one, the event `connection` brings one.
 *
 * A class that extends it is a serializer, see {@link PeerOptions.serializers}: it gets the channel in
 * `_initializeDataChannel` and what is to be sent in `_send`, and emits `data` itself.
 */
declare abstract class DataConnection extends BaseConnection<DataConnectionEvents> {
  constructor(peerId: string, provider: Peer, options: any);
  /** The name of the connection. */
  readonly label: string;
  /** How values become bytes. */
  abstract readonly serialization: string;
  /** Whether the side that made the connection asked for `reliable`. */
  readonly reliable: boolean;
  /** The number of messages that wait for room in the channel. */
  get bufferSize(): number;
  /** The number of bytes that were sent and have not left yet. */
  get bufferedAmount(): number;
  /**
   * Sends a value: a text, number, boolean, null, array, plain object, Date, ArrayBuffer, typed array, Blob or File. Values
   * arrive in the order in which they were sent. A Blob is read as it is sent, whatever its size.
   *
   * @param options `{signal}`; a boolean is for code that was written for PeerJS 1.5. Serializers get it as it is
   * @returns fulfilled when all of it is in the channel's buffer, so that waiting for it gives backpressure; rejected with a
   * {@link PeerError} otherwise. May be ignored
   */
  send(data: any, options?: SendOptions | boolean): Promise<void>;
  /**
   * What a binary that is a whole message arrives as: `"arraybuffer"` (the default) or `"blob"`, for what may be too large to be
   * held in memory.
   */
  binaryType: BinaryType;
  /**
   * The values that arrive, from the first reading of this property on. Between TeaPeers whoever reads slowly holds the sender
   * back, in `binary` and `json`.
   */
  get readable(): ReadableStream<any>;
  /** Sends what is written, with backpressure. Closing it delivers everything and closes the connection. */
  get writable(): WritableStream<any>;
  /**
   * Ends the connection.
   *
   * @param options `{flush: true}` delivers first what was sent
   */
  close(options?: { flush?: boolean }): void;
  /** Called once, before the channel opens; a serializer listens to the channel here. */
  _initializeDataChannel(channel: RTCDataChannel): void;
  /** What a serializer sends with. */
  protected abstract _send(data: any, chunked: any): void | Promise<void>;
}

/** The base of serializers whose messages are frames. */
declare abstract class BufferedConnection extends DataConnection {
  /** Gets a frame that has arrived, in `data`. */
  protected abstract _handleDataMessage(event: { data: any }): void;
  /** Sends a frame as soon as there is room for it. */
  protected _bufferedSend(frame: any): void;
}

/** The base of serializers that see the channel as a stream of bytes. */
declare abstract class StreamConnection extends DataConnection {
  /** Takes what is to be sent; a write is done when it is in the channel's buffer. */
  protected writer: WritableStreamDefaultWriter<any>;
  /** What has arrived. */
  protected _rawReadStream: ReadableStream<ArrayBuffer>;
}

/** Values in the format of MessagePack, as a stream: the serialization `"MsgPack"` of PeerJS 1.5. */
declare class MsgPack extends StreamConnection {
  readonly serialization: "MsgPack";
  protected _send(data: any): Promise<void>;
}

/** A call. {@link Peer.call} makes one, the event `call` brings one. */
declare class MediaConnection extends BaseConnection<MediaConnectionEvents> {
  protected constructor();
  /** The stream of this side. */
  readonly localStream: MediaStream;
  /** The stream of the other side; null before it has arrived. */
  readonly remoteStream: MediaStream;
  /**
   * Takes the call.
   *
   * @param stream what is sent; nothing is where it is left out
   */
  answer(stream?: MediaStream | null, options?: AnswerOption): void;
  /**
   * Declines the call; the other side gets `rejected`.
   *
   * @param reason anything that JSON can carry
   */
  reject(reason?: any): void;
  /** Sends another track, or none, in the place of one, without interrupting the call. */
  replaceTrack(track: MediaStreamTrack | null, replacement: MediaStreamTrack | null): Promise<void>;
  /**
   * Sends one more track.
   *
   * @param stream the stream that it is part of; that of the call by default
   */
  addTrack(track: MediaStreamTrack, stream?: MediaStream): Promise<void>;
  /** Sends a track no longer. */
  removeTrack(track: MediaStreamTrack): Promise<void>;
  /** Hangs up. */
  close(): void;
}

/** Someone who can be reached under an id, and reach others under theirs. */
interface Peer extends Emitter<PeerEvents> {
  /** The id; undefined before it is known, null after a disconnect. */
  readonly id: string;
  /** The options, with the defaults filled in. */
  readonly options: PeerOptions;
  /** Whether the server has accepted the peer. */
  readonly open: boolean;
  /** Whether the peer has left the server; false before it is there, too. */
  readonly disconnected: boolean;
  /** Whether the peer has ended for good. */
  readonly destroyed: boolean;
  /** The connections, by the ids of the peers at the other ends. */
  readonly connections: { [peerId: string]: (DataConnection | MediaConnection)[] };
  /**
   * Fulfilled with the id when the server accepts the peer; rejected with a {@link PeerError} where the peer ends, or loses
   * its server, before. May be ignored.
   */
  readonly ready: Promise<string>;
  /** Fulfilled when the peer was destroyed. */
  readonly closed: Promise<void>;
  /**
   * Opens a data connection. What it has to say waits for the server, so that there is no need to wait for `open`.
   *
   * @returns the connection; undefined, with the error `disconnected`, where the peer has left the server
   */
  connect(peer: string, options?: PeerConnectOption): DataConnection;
  /**
   * Calls.
   *
   * @param stream what is sent; null for a call that only receives
   * @returns the call; undefined, with the error `disconnected`, where the peer has left the server
   */
  call(peer: string, stream: MediaStream | null, options?: CallOption): MediaConnection;
  /** Leaves the server; connections stay. */
  disconnect(): void;
  /** Goes back to the server under the same id. Throws where the peer has not left it, or was destroyed. */
  reconnect(): void;
  /** Ends the peer and all its connections. */
  destroy(): void;
  /** A connection by the id of the other peer and its own. */
  getConnection(peerId: string, connectionId: string): DataConnection | MediaConnection | null;
  /**
   * The ids of all peers, where the server tells them.
   *
   * @param callback gets them, too
   */
  listAllPeers(callback?: (ids: any[]) => void): Promise<string[]>;
  /** The number of peers of the key, where the server tells it. */
  countActivePeers(): Promise<number>;
  /** The serializers, those of the options at first; a subclass adds its own. `default` is that of connections that name none. */
  _serializers: SerializerMapping;
  /** For serializers that negotiate for themselves: what they send to other peers with. */
  readonly socket: { send(message: { type: string; dst: string; payload: any }): void };
  /** For serializers that negotiate for themselves: the messages that came before the connection was made. */
  _getMessages(connectionId: string): { type: string; src: string; payload: any }[];
  /** For serializers that negotiate for themselves: the connection has ended. */
  _removeConnection(connection: DataConnection | MediaConnection): void;
}

/** The constructor of peers, which may be called without `new` and extended. */
interface PeerConstructor {
  /** A peer whose id the server makes. */
  new (options?: PeerOptions): Peer;
  /** A peer of this id: letters, digits, spaces, `-` and `_`, with a letter or a digit at both ends. */
  new (id?: string | null, options?: PeerOptions): Peer;
  (options?: PeerOptions): Peer;
  (id?: string | null, options?: PeerOptions): Peer;
  readonly prototype: Peer;
}
declare const Peer: PeerConstructor;

/** A {@link Peer} whose connections are {@link MsgPack} where they do not say otherwise. */
declare class MsgPackPeer extends Peer {
  _serializers: SerializerMapping;
}

/** What the browser can do. */
interface UtilSupportsObj {
  /** Whether the browser is one that PeerJS 1.5 supports. */
  browser: boolean;
  /** Whether there is an `RTCPeerConnection`. */
  webRTC: boolean;
  /** Whether calls work. */
  audioVideo: boolean;
  /** Whether data connections work. */
  data: boolean;
  /** Whether channels carry binary data. */
  binary: boolean;
  /** Whether channels carry Blobs. */
  binaryBlob: boolean;
  /** Whether channels are reliable. */
  reliable: boolean;
  /** Whether channels are those of the standard. */
  sctp: boolean;
  /** Whether connections tell when they need negotiation. */
  onnegotiationneeded: boolean;
}

/** Helpers. The client looks them up when it uses them: a page may replace them. */
interface Util {
  /**
   * The browser. Of the module and of `peerjs.util`: `"chrome"`, `"firefox"`, `"safari"` and two sentences. Of the global
   * `util`: `"Firefox"`, `"Chrome"`, `"Supported"` or `"Unsupported"`.
   */
  browser: string;
  /** The browser's major version; 0 where it is unknown. */
  browserVersion: number;
  /** What the browser can do; found out when it is first read. */
  supports: UtilSupportsObj;
  CLOUD_HOST: string;
  CLOUD_PORT: number;
  chunkedBrowsers: { Chrome: number; chrome: number };
  /** The number of bytes that a packed message has at most before it is cut. */
  chunkedMTU: number;
  /** The default of the option `config`. */
  defaultConfig: PeerConfiguration;
  noop(): void;
  /** Packs a value in the format of PeerJS; a promise where there are Blobs in it. */
  pack(value: any): ArrayBuffer | Promise<ArrayBuffer>;
  /** Unpacks a value. */
  unpack<Value = any>(data: ArrayBuffer | ArrayBufferView): Value;
  /** Whether a peer may have this id. */
  validateId(id: string): boolean;
  /** Whether a key can have this form. */
  validateKey(key: string): boolean;
  /** A random text for the option `token`. */
  randomToken(): string;
  /** Whether the page was loaded over TLS. */
  isSecure(): boolean;
  /** Reads a Blob. */
  blobToArrayBuffer(blob: Blob, callback: (buffer: ArrayBuffer | null) => void): FileReader;
  /** A buffer of the character codes of a text. */
  binaryStringToArrayBuffer(text: string): ArrayBuffer;
  /** Sets how much is logged. */
  setLogLevel(level: LogLevel): void;
  /** Sets what takes the log. */
  setLogFunction(callback: (level: LogLevel, ...rest: any[]) => void): void;
}
declare const util: Util;

/** Packs a value in the format of PeerJS; a promise where there are Blobs in it. */
declare function pack(value: any): ArrayBuffer | Promise<ArrayBuffer>;
/** Unpacks a value. */
declare function unpack<Value = any>(data: ArrayBuffer | ArrayBufferView): Value;

export {
  Peer as default,
  EXPORTS,
};
export type {
  AnswerOption,
  CallOption,
  ConnectionCandidate,
  ConnectionErrorTypes,
  ConnectionEvents,
  ConnectionReport,
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
};
