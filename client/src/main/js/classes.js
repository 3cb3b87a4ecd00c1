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
  define(Class, "name", { value: name });
  define(prototype, "constructor", { value: Class, writable: true });
  Class.prototype = prototype;
  return emits(Class);
};

const Peer = classOf(exports.Peer, "Peer", (peer) => {
  peer._serializers = { ...peer.options.serializers };
  // The first connection of such a class cannot wait for an answer of `iceConfig()`.
  if (Object.values(peer._serializers).some(negotiatesForItself)) exports.configuration(peer);
});
const DataConnection = classOf(exports.DataConnection, "DataConnection", (connection, peer, provider, options) => {
  if (!(provider instanceof Peer)) throw new TypeError("Use peer.connect()");
  exports.begin(connection, peer, provider, options);
});
const MediaConnection = classOf(exports.MediaConnection, "MediaConnection");

// A class with the base classes of PeerJS 1.5 hands `provider.options.config` to RTCPeerConnection as it finds it.
const negotiatesForItself = (Class) => !(Class.prototype instanceof DataConnection);

// Properties that are found out when they are read.
const defineGetters = (Class, getters) => {
  for (const name in getters) {
    define(Class.prototype, name, {
      get() {
        return getters[name](this);
      },
    });
  }
};

// Beside the promises, what code written for 0.3 reaches.
const connectionProperties = {
  ...promised,
  pc: (connection) => connection.peerConnection,
  _dc: (connection) => connection.dataChannel,
};
defineGetters(DataConnection, connectionProperties);
defineGetters(MediaConnection, connectionProperties);

// What serializers written against PeerJS 1.5 send their messages with.
defineGetters(Peer, {
  ...promised,
  socket: (peer) => ({ send: ({ type, dst, payload }) => exports.signal(peer, type, dst, payload) }),
});
// A serializer may come in another copy of this library: it extends the class of the copy that the Peer is of.
Peer.DataConnection = DataConnection;

// What takes time settles a promise, which Java gets as the last argument.
const promising = (Class, ...names) => {
  for (const name of names) {
    const begin = Class.prototype[name];
    Class.prototype[name] = function (...given) {
      const made = deferred();
      given.length = begin.length - 1;
      begin.call(this, ...given, made);
      return made.promise;
    };
  }
};
promising(MediaConnection, "replaceTrack", "addTrack", "removeTrack");
promising(Peer, "listAllPeers", "countActivePeers");
