// A module that loads the script, which defines globals and exports nothing.
import "teapeer/peer.min.js";
// @ts-expect-error it exports nothing
import { Peer } from "teapeer/peer.js";

const loaded: typeof Peer = globalThis.Peer;
console.log(loaded, BinaryPack.pack({}));
