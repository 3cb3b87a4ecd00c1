export { MsgPack, MsgPackPeer } from "./peer.mjs";
