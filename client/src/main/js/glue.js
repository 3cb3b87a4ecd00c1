// Makes what pages know of what TeaVM exports. `exports` is TeaVM's, see io.github.teapeer.client.browser.

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
  return Class;
};

const Peer = classOf(exports.Peer, "Peer");
const DataConnection = classOf(exports.DataConnection, "DataConnection");
const MediaConnection = classOf(exports.MediaConnection, "MediaConnection");

// An error with a type, made of a text or of another error. What PeerJS 1.5 copies of the other error is copied here too, and
// the message and the error itself are kept.
class PeerError extends Error {
  constructor(type, error) {
    if (error && typeof error == "object") {
      super(error.message, { cause: error });
      Object.assign(this, error);
    } else {
      super(error);
    }
    this.type = type;
  }
}

exports.setErrorClass((type, error) => new PeerError(type, error));
