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

// The names of PeerJS 0.3.
for (const Class of [DataConnection, MediaConnection]) {
  for (const [old, name] of [["pc", "peerConnection"], ["_dc", "dataChannel"]]) {
    Object.defineProperty(Class.prototype, old, {
      get() {
        return this[name];
      },
      configurable: true,
    });
  }
}
