const wrap = (C, name) => {
  const F = function (...a) {
    if (!new.target) return new F(...a);
    const o = C(...a);
    return new.target === F ? o : Object.setPrototypeOf(o, new.target.prototype);
  };
  const p = F.prototype = C.prototype, base = p.constructor;
  Object.setPrototypeOf(F, base);
  Object.defineProperty(F, "name", { value: name });
  Object.defineProperty(p, "constructor", { value: F, writable: true, configurable: true });
  return F;
};
const Peer = wrap(exports.Peer, "Peer");
const DataConnection = wrap(exports.DataConnection, "DataConnection");
const MediaConnection = wrap(exports.MediaConnection, "MediaConnection");
class PeerError extends Error {
  constructor(type, err) {
    super(err);
    this.type = type;
  }
}
exports.setErrorClass((type, message) => new PeerError(type, message));
const util = exports.util();
const pack = exports.pack, unpack = exports.unpack;
