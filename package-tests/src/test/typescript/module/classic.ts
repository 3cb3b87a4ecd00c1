// Code as it is written for PeerJS 1.5: nothing but the name of the module is changed.
import Peer, { DataConnection, MediaConnection, PeerErrorType, PeerError, util } from "teapeer";
import type { CallOption, PeerConnectOption, PeerJSOption, PeerOptions } from "teapeer";
import { Peer as NamedPeer, SerializationType, type AnswerOption, type Util, type UtilSupportsObj, type LogLevel } from "teapeer";

type Message = { type: "chat"; text: string } | { type: "move"; x: number; y: number };

export class Room {
  private peer?: Peer;
  private readonly connections = new Map<string, DataConnection>();
  private call: MediaConnection | null = null;

  constructor(private readonly onMessage: (from: string, message: Message) => void) {}

  join(id?: string): Promise<string> {
    const options: PeerOptions = { host: "localhost", port: 9000, path: "/myapp", debug: 2 };
    return new Promise((resolve, reject) => {
      const peer = id ? new Peer(id, options) : new Peer(options);
      this.peer = peer;
      peer.on("open", resolve);
      peer.on("error", (err) => {
        switch (err.type) {
          case "unavailable-id":
          case "invalid-id":
            reject(err);
            break;
          case PeerErrorType.PeerUnavailable:
            console.warn(err.message);
            break;
          default:
            console.error(err.type, err);
        }
      });
      peer.on("connection", (conn) => this.setUp(conn));
      peer.on("call", async (call) => {
        call.answer(await navigator.mediaDevices.getUserMedia({ audio: true }));
        this.watch(call);
      });
      peer.on("disconnected", () => {
        if (!peer.destroyed) peer.reconnect();
      });
    });
  }

  dial(id: string): void {
    if (!this.peer) return;
    this.setUp(this.peer.connect(id, { reliable: true, metadata: { name: "Ann" }, serialization: "json" }));
  }

  async ring(id: string): Promise<void> {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: true });
    const call = this.peer!.call(id, stream, { metadata: { video: true }, sdpTransform: (sdp: string) => sdp });
    this.watch(call);
  }

  broadcast(message: Message): void {
    this.connections.forEach((conn) => {
      if (conn.open) conn.send(message);
    });
  }

  leave(): void {
    this.connections.forEach((conn) => conn.close({ flush: true }));
    this.call?.close();
    this.peer?.disconnect();
    this.peer?.destroy();
    this.peer = undefined;
  }

  async quality(id: string): Promise<number> {
    const conn = this.connections.get(id);
    if (!conn) return NaN;
    const stats = await conn.peerConnection.getStats();
    const buffered: number = conn.dataChannel.bufferedAmount;
    return stats.size + buffered;
  }

  private setUp(conn: DataConnection): void {
    conn.on("open", () => this.connections.set(conn.peer, conn));
    conn.on("data", (data: unknown) => this.onMessage(conn.peer, data as Message));
    conn.on("data", (data: any) => console.log(data.type));
    conn.on("close", () => this.connections.delete(conn.peer));
    conn.on("error", (err: Error) => console.error(err.message));
    conn.on("iceStateChanged", (state: RTCIceConnectionState) => state === "failed" && conn.close());
  }

  private watch(call: MediaConnection): void {
    this.call = call;
    call.on("stream", (remote: MediaStream) => {
      const video = document.querySelector("video");
      if (video) video.srcObject = remote;
    });
    call.once("close", () => (this.call = null));
  }
}

// With a reference, as frameworks do it.
const ref: { current: NamedPeer | null } = { current: null };
ref.current = new NamedPeer();
ref.current?.removeAllListeners();

// Listeners that know the error.
const onError = (err: PeerError<`${PeerErrorType}`>) => console.log(err.type);
ref.current.on("error", onError);
ref.current.off("error", onError);
const onConnectionError = (
  err: PeerError<"not-open-yet" | "message-too-big" | "negotiation-failed" | "connection-closed">,
) => console.log(err.type);
ref.current.connect("bob").on("error", onConnectionError);

// Options that are put together.
const port: number = Number("9000");
const pieces: PeerJSOption = { host: location.hostname, port, secure: location.protocol === "https:", config: {} };
const level: number = 2;
new Peer("ann", { ...pieces, debug: level, pingInterval: 1000, logFunction: (at: LogLevel, ...rest: any[]) => console.log(at, rest) });
const connectOption: PeerConnectOption = { label: "x", serialization: SerializationType.Binary };
const callOption: CallOption = { metadata: {} };
const answerOption: AnswerOption = { sdpTransform: (sdp: any) => sdp };
const transform: Function = (sdp: string) => sdp;
ref.current.connect("bob", connectOption);
ref.current.call("bob", new MediaStream(), callOption).answer(new MediaStream(), answerOption);
ref.current.call("bob", new MediaStream(), { sdpTransform: transform });

// Others.
ref.current.listAllPeers((list) => list.filter((id) => id !== ref.current?.id));
const connections = ref.current.connections as { [key: string]: DataConnection[] };
console.log(Object.keys(ref.current.connections).length, connections["bob"]);
const helpers: Util = util;
const supported: UtilSupportsObj = helpers.supports;
if (!supported.data || !util.supports.audioVideo) console.log(util.browser);
const existing = ref.current.getConnection("bob", "dc_1");
if (existing?.type === "media") (existing as MediaConnection).answer();
