const { Peer, util, DataConnection, MediaConnection, PeerError, pack, unpack } = (() => {
  TEAVM;
  GLUE;
  return { Peer, util, DataConnection, MediaConnection, PeerError, pack, unpack };
})();
