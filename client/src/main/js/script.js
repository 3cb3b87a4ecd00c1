(() => {
  "use strict";
  TEAVM;
  GLUE;
  Object.assign(globalThis, {
    Peer,
    peerjs: { Peer, util: util1 },
    util,
    DataConnection,
    MediaConnection,
    BinaryPack: { pack, unpack },
  });
})();
