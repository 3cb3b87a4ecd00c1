// TeaVM exports a class as a function with a prototype; this makes it one that pages can call
// without `new`, extend, and recognise.
const wrap = (Exported, name) => {
  const Class = function (...values) {
    if (!new.target) return new Class(...values);
    const object = new Exported(...values);
    return new.target === Class ? object : Object.setPrototypeOf(object, new.target.prototype);
  };
  const prototype = (Class.prototype = Exported.prototype);
  // TeaVM finds its own class by way of the prototype's constructor.
  Object.setPrototypeOf(Class, prototype.constructor);
  Object.defineProperty(Class, "name", { value: name });
  Object.defineProperty(prototype, "constructor", {
    value: Class,
    writable: true,
    configurable: true,
  });
  return emits(Class);
};

const Peer = wrap(exports.Peer, "Peer");
const DataConnection = wrap(exports.DataConnection, "DataConnection");
const MediaConnection = wrap(exports.MediaConnection, "MediaConnection");
const { pack, unpack } = exports;
