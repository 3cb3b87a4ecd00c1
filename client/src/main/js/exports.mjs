export { Peer as default, Peer, util, DataConnection, MediaConnection, PeerError, pack, unpack };
