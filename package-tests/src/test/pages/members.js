// Tells the names of what the module exports, and of the members of its objects. What TeaVM adds for itself starts with a `$`; the
// fields behind properties, `_open` of `open`, are there for old pages, and are not declared.
import * as teapeer from "/teapeer/peer.mjs";

const report = (result) => fetch("/report", { method: "POST", body: JSON.stringify(result) });
addEventListener("error", (event) => report({ failed: event.message }));
addEventListener("unhandledrejection", (event) => report({ failed: String(event.reason) }));

const members = (object) => {
  const names = new Set();
  for (let level = object; level && level !== Object.prototype; level = Object.getPrototypeOf(level)) {
    for (const name of Object.getOwnPropertyNames(level)) names.add(name);
  }
  return [...names].filter(
    (name) => name !== "constructor" && !name.startsWith("$") && !(name.startsWith("_") && names.has(name.slice(1))),
  );
};

const peer = new teapeer.Peer("ann", { host: location.hostname, port: location.port, config: { iceServers: [] } });
peer.on("error", () => {});
const conn = peer.connect("bob");
const call = peer.call("bob", new MediaStream());
const enums = Object.keys(teapeer).filter((name) => name.endsWith("Type"));

report({
  exports: Object.keys(teapeer),
  Peer: members(peer),
  DataConnection: members(conn),
  MediaConnection: members(call),
  Util: members(teapeer.util),
  UtilSupportsObj: members(teapeer.util.supports),
  options: Object.keys(peer.options),
  ...Object.fromEntries(enums.map((name) => [name, Object.entries(teapeer[name]).map((entry) => entry.join("="))])),
});
