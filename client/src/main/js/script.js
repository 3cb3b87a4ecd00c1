(() => {
  "use strict";
  TEAVM;
  GLUE;
  Object.assign(globalThis, {
    Peer,
    DataConnection,
    MediaConnection,
    util,
    peerjs: { Peer, util: util1 },
    BinaryPack: { pack: exports.pack, unpack: exports.unpack },
  });
})();
