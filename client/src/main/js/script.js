(() => {
  "use strict";
  TEAVM;
  GLUE;
  Object.assign(globalThis, {
    Peer,
    DataConnection,
    MediaConnection,
    util: exports.util(true),
    peerjs: { Peer, util: exports.util(false) },
    BinaryPack: { pack: exports.pack, unpack: exports.unpack },
  });
})();
