// TeaVM exports a class as a factory that carries the prototype. A page needs a constructor: one that can be subclassed
// (new.target), called without `new` as pages of 2013 do, and that `object.constructor` tells.
const classOf = (create, name, begin) => {
  // A function takes the name of the property that it is made for.
  const Class = {
    [name]: function (...args) {
      const object = Object.setPrototypeOf(create(...args), (new.target || Class).prototype);
      begin?.(object, ...args);
      return object;
    },
  }[name];
  Class.prototype = Object.assign(create.prototype, emitterMethods);
  Class.prototype.constructor = Class;
  return Class;
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
const negotiatesForItself = (Class) => !(Class?.prototype instanceof DataConnection);

// Properties that are found out when they are read. A class of a page may have a field of the same name.
const defineGetters = (Class, getters) => {
  for (const name in getters) {
    Object.defineProperty(Class.prototype, name, {
      get() {
        return getters[name](this, name);
      },
      set(value) {
        setHidden(this, name, value);
      },
      configurable: true,
    });
  }
};

// What is made when it is first read, and stays.
const once = (make) => (object, name) => setHidden(object, name, make(object));

// Calls back when a connection has ended, with the error where it failed.
const whenEnded = (connection, end) => {
  const promises = promisesOf(connection);
  quiet(promises.closed.promise.then(() => end(promises.error))); // a stream may have ended before
};

// The values that arrive, from the first reading of the property on. A reader that is slower than the other side holds it back.
const readableOf = (connection) => {
  let receive;
  return new ReadableStream(
    {
      start(controller) {
        receive = (value) => {
          controller.enqueue(value);
          if (controller.desiredSize <= 0) exports.hold(connection, true);
        };
        connection.on("data", receive);
        whenEnded(connection, (error) => (error ? controller.error(error) : controller.close()));
      },
      pull: () => exports.hold(connection, false),
      cancel() {
        connection.off("data", receive);
        exports.hold(connection, false);
      },
    },
    { highWaterMark: 1 << 20, size: (value) => value?.byteLength ?? value?.size ?? value?.length ?? 99 },
  );
};

const writableOf = (connection) => {
  let closing;
  return new WritableStream({
    start(controller) {
      whenEnded(connection, (error) => {
        if (!closing) controller.error(error ?? new PeerError("connection-closed", "Connection closed"));
      });
      return connection.ready;
    },
    write: (value) => connection.send(value),
    close() {
      closing = true;
      connection.close({ flush: true });
      return connection.closed;
    },
    abort: () => connection.close(),
  });
};

// Beside what every object has, what code written for 0.3 reaches. Names with a `_` are those of the fields behind properties of
// PeerJS 1.x, which pages read as well.
const connectionProperties = {
  ...commonProperties,
  pc: (connection) => connection.peerConnection,
  _dc: (connection) => connection.dataChannel,
};
defineGetters(DataConnection, {
  ...connectionProperties,
  readable: once(readableOf),
  writable: once(writableOf),
});
defineGetters(MediaConnection, {
  ...connectionProperties,
  _localStream: (connection) => connection.localStream,
  _remoteStream: (connection) => connection.remoteStream,
});

// What serializers written against PeerJS 1.5 send their messages with, and what pages keep their server awake with.
const socketOf = (peer) => ({
  send: ({ type, dst, payload }) => exports.signal(peer, type, dst, payload),
  get _socket() {
    return exports.webSocket(peer);
  },
  _wsOpen() {
    return this._socket?.readyState === 1;
  },
});
defineGetters(Peer, {
  ...commonProperties,
  socket: once(socketOf),
  _connections: (peer) => new Map(Object.entries(peer.connections)),
  _id: (peer) => peer.id,
  _disconnected: (peer) => peer.disconnected,
  _destroyed: (peer) => peer.destroyed,
});

// A serializer may come in another copy of this library: it extends the class of the copy that the Peer is of.
Peer.DataConnection = DataConnection;
