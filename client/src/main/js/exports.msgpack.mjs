export { MsgPack, MsgPackPeer };
