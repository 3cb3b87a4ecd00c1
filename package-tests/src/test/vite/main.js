import Peer, { util } from "teapeer";
import { report } from "./report.js";

const options = {
  host: "localhost",
  port: Number(new URLSearchParams(location.search).get("server")),
  config: { iceServers: [] },
};
const peerOf = (id) => new Peer(id, options).on("error", (error) => report({ failed: `${id}: ${error.type} ${error.message}` }));

peerOf("bob").on("connection", (conn) => conn.on("data", (data) => conn.send({ ...data, answered: true })));
const ann = peerOf("ann");
ann.on("open", (id) => {
  const conn = ann.connect("bob");
  conn.on("open", () => conn.send({ from: id, bytes: new Uint8Array([1, 2, 3]) }));
  conn.on("data", ({ from, bytes, answered }) =>
    report({ from, bytes: [...new Uint8Array(bytes)], answered, browser: util.browser }),
  );
});
