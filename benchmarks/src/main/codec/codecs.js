// The codecs as pages load them, under one interface.
var codecs = (libraries) => {
  const copied = (view) => new Uint8Array(view);
  // They know views, not buffers.
  const viewed = (value) => (value instanceof ArrayBuffer ? new Uint8Array(value) : value);
  const wanted = [
    { name: "TeaPeer", pack: peerjs.util.pack, unpack: peerjs.util.unpack, input: (packed) => packed },
    { name: "msgpackr", pack: msgpackr.pack, value: viewed, unpack: msgpackr.unpack, input: copied },
    { name: "@msgpack/msgpack", pack: MessagePack.encode, value: viewed, unpack: MessagePack.decode, input: copied },
    { name: "binarypack 2.1.0", pack: stock.pack, unpack: stock.unpack, input: (packed) => packed },
  ];
  return wanted.concat(libraries);
};
