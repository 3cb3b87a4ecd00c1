const { Peer, util, DataConnection, MediaConnection, PeerError, pack, unpack } = (() => {
  TEAVM;
  GLUE;
  return { Peer, util: util1, DataConnection, MediaConnection, PeerError, pack, unpack };
})();
