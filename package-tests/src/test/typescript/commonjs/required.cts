// A CommonJS module of TypeScript.
import teapeer = require("teapeer");
import ByDefault, { Peer, type DataConnection } from "teapeer";

const { util } = teapeer;
const peer: teapeer.Peer = new teapeer.Peer("ann");
const same: Peer = new teapeer.default("ann") satisfies ByDefault;
const conn: DataConnection = peer.connect("bob");
console.log(util.browser, same.id, conn instanceof teapeer.DataConnection, new ByDefault().open);
// @ts-expect-error the module is no class
new teapeer("ann");
