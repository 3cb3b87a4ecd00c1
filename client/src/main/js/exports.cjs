module.exports = {
  Peer,
  util,
  PeerError,
  DataConnection,
  MediaConnection,
  pack,
  unpack,
  ConnectionType,
  PeerErrorType,
  BaseConnectionErrorType,
  DataConnectionErrorType,
  SerializationType,
  SocketEventType,
  ServerMessageType,
  default: Peer,
};
Object.defineProperty(module.exports, "__esModule", { value: true });
