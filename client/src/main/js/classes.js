// TeaVM exports a class as a factory that carries the prototype. A page needs a constructor: one that can be subclassed
// (new.target), called without `new` as pages of 2013 do, and that `object.constructor` tells. The factory and TeaVM's own
// constructor stay in its prototype chain: static members and Object.getClass() are found there.
const classOf = (create, name, begin) => {
  const Class = function (...args) {
    const object = Object.setPrototypeOf(create(...args), (new.target || Class).prototype);
    begin?.(object, ...args);
    return object;
  };
  const { prototype } = create;
  Object.setPrototypeOf(Class, Object.setPrototypeOf(create, prototype.constructor));
  Object.defineProperty(Class, "name", { value: name });
  Object.defineProperty(prototype, "constructor", { value: Class, configurable: true, writable: true });
  Class.prototype = prototype;
  return emits(Class);
};

const Peer = classOf(exports.Peer, "Peer", (peer) => {
  peer._serializers = { ...peer.options.serializers };
});
const DataConnection = classOf(exports.DataConnection, "DataConnection", (connection, peer, provider, options) => {
  if (!(provider instanceof Peer)) throw new TypeError("Use peer.connect()");
  exports.begin(connection, peer, provider, options);
});
const MediaConnection = classOf(exports.MediaConnection, "MediaConnection");

// What serializers written against PeerJS 1.5 send their messages with.
Object.defineProperty(Peer.prototype, "socket", {
  get() {
    return { send: ({ type, dst, payload }) => exports.signal(this, type, dst, payload) };
  },
  configurable: true,
});
// A serializer may come in another copy of this library: it extends the class of the copy that the Peer is of.
Peer.DataConnection = DataConnection;
