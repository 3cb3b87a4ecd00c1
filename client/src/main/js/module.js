// What a module exports; the build puts these names in the place of EXPORTS in its last lines and in the typings.
const {
  Peer,
  util,
  PeerError,
  DataConnection,
  MediaConnection,
  BufferedConnection,
  StreamConnection,
  MsgPack,
  MsgPackPeer,
  pack,
  unpack,
  ConnectionType,
  PeerErrorType,
  BaseConnectionErrorType,
  DataConnectionErrorType,
  SerializationType,
  SocketEventType,
  ServerMessageType,
} = (() => {
  "use strict";
  TEAVM;
  GLUE;

  // An enum of PeerJS 1.5: its values, and those of its names that are not the value in PascalCase.
  const enumOf = (values, names = {}) => {
    for (const value of values.split(" ")) {
      names[value.toLowerCase().replace(/(?:^|-)(.)/g, (match, letter) => letter.toUpperCase())] = value;
    }
    return names;
  };

  return {
    Peer,
    util: util1,
    PeerError,
    DataConnection,
    MediaConnection,
    BufferedConnection,
    StreamConnection,
    MsgPack,
    MsgPackPeer,
    pack: exports.pack,
    unpack: exports.unpack,
    ConnectionType: enumOf("data media"),
    PeerErrorType: enumOf(
      "browser-incompatible disconnected invalid-key network peer-unavailable ssl-unavailable server-error socket-error socket-closed",
      { InvalidID: "invalid-id", UnavailableID: "unavailable-id", WebRTC: "webrtc" }
    ),
    BaseConnectionErrorType: enumOf("negotiation-failed connection-closed"),
    DataConnectionErrorType: enumOf("not-open-yet", { MessageToBig: "message-too-big" }),
    SerializationType: enumOf("binary", { BinaryUTF8: "binary-utf8", JSON: "json", None: "raw" }),
    SocketEventType: enumOf("message disconnected error close"),
    ServerMessageType: enumOf("HEARTBEAT CANDIDATE OFFER ANSWER OPEN ERROR ID-TAKEN INVALID-KEY LEAVE EXPIRE"),
  };
})();
