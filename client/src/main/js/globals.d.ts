
// What the scripts peer.js and peer.min.js define.
type PeerObject = Peer;
type DataConnectionObject = DataConnection;
type MediaConnectionObject = MediaConnection;
declare const DataConnectionClass: typeof DataConnection;
declare const MediaConnectionClass: typeof MediaConnection;

declare global {
  type Peer = PeerObject;
  var Peer: PeerConstructor;
  type DataConnection = DataConnectionObject;
  var DataConnection: typeof DataConnectionClass;
  type MediaConnection = MediaConnectionObject;
  var MediaConnection: typeof MediaConnectionClass;
  var util: Util;
  var peerjs: {
    Peer: PeerConstructor;
    util: Util;
  };
  var BinaryPack: {
    /** Packs a value in the format of PeerJS; a promise where there are Blobs in it. */
    pack(value: any): ArrayBuffer | Promise<ArrayBuffer>;
    /** Unpacks a value. */
    unpack<Value = any>(data: ArrayBuffer | ArrayBufferView): Value;
  };
}
