// TeaVM exports a class as a factory that carries the prototype. A page needs a constructor: one that can be subclassed
// (new.target), called without `new` as pages of 2013 do, and that `object.constructor` tells. The factory and TeaVM's own
// constructor stay in its prototype chain: static members and Object.getClass() are found there.
const classOf = (create, name) => {
  const Class = function (...args) {
    return Object.setPrototypeOf(create(...args), (new.target || Class).prototype);
  };
  const { prototype } = create;
  Object.setPrototypeOf(Class, Object.setPrototypeOf(create, prototype.constructor));
  Object.defineProperty(Class, "name", { value: name });
  Object.defineProperty(prototype, "constructor", { value: Class, configurable: true, writable: true });
  Class.prototype = prototype;
  return emits(Class);
};

const Peer = classOf(exports.Peer, "Peer");
const DataConnection = classOf(exports.DataConnection, "DataConnection");
const MediaConnection = classOf(exports.MediaConnection, "MediaConnection");

// Properties that are found out when they are read.
const define = (Class, getters) => {
  for (const name in getters) {
    Object.defineProperty(Class.prototype, name, {
      get() {
        return getters[name](this);
      },
      configurable: true,
    });
  }
};

// Beside the promises, what code written for 0.3 reaches.
const connectionProperties = {
  ...promised,
  pc: (connection) => connection.peerConnection,
  _dc: (connection) => connection.dataChannel,
};
define(DataConnection, connectionProperties);
define(MediaConnection, connectionProperties);

// What takes time settles a promise.
for (const name of ["replaceTrack", "addTrack", "removeTrack"]) {
  const { prototype } = MediaConnection;
  const begin = prototype[name];
  prototype[name] = function (track, other) {
    const made = deferred();
    begin.call(this, track, other, made);
    return made.promise;
  };
}
