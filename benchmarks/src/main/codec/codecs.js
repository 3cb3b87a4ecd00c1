// The codecs under one interface: what a page hands to a data channel, and what it gets from one, which is an ArrayBuffer.
var codecs = () => {
  // They know views, not buffers.
  const viewed = (value) => (value instanceof ArrayBuffer ? new Uint8Array(value) : value);
  const owned = (view) => new Uint8Array(view).buffer;
  // Of the values here, binaries are at the top or in `data`.
  const ownedBinaries = (value) => {
    if (ArrayBuffer.isView(value)) return owned(value);
    if (ArrayBuffer.isView(value.data)) value.data = owned(value.data);
    return value;
  };
  return [
    { name: "TeaPeer", pack: peerjs.util.pack, unpack: peerjs.util.unpack },
    {
      name: "msgpackr",
      value: viewed,
      pack: msgpackr.pack,
      unpack: (buffer) => msgpackr.unpack(new Uint8Array(buffer)),
    },
    {
      // What it packs is a view of a buffer that it goes on using, what it unpacks views the input. Here both are made what
      // TeaPeer makes: ArrayBuffers of their own.
      name: "msgpackr, own buffers",
      value: viewed,
      pack: (value) => owned(msgpackr.pack(value)),
      unpack: (buffer) => ownedBinaries(msgpackr.unpack(new Uint8Array(buffer))),
    },
    { name: "@msgpack/msgpack", value: viewed, pack: MessagePack.encode, unpack: MessagePack.decode },
    { name: "binarypack 2.1.0", pack: stock.pack, unpack: stock.unpack },
  ];
};
