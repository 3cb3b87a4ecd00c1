import { sizeInWords } from "../words.js";
import { create } from "./dom.js";

const INTERVAL = 2000;

const KINDS = { host: "own address", srflx: "address behind a router", prflx: "address behind a router", relay: "TURN server" };

const placeOf = ({ type, protocol, address, port, relayProtocol }) => {
  const way = relayProtocol ? `${protocol} by ${relayProtocol}` : protocol;
  return `${KINDS[type] ?? type}, ${way}${address ? ` ${address.includes(":") ? `[${address}]` : address}:${port}` : ""}`;
};

const bytes = (number) => (number === null ? "unknown" : sizeInWords(number));

const rowsOf = ({ localCandidate, remoteCandidate, bytesSent, bytesReceived }) => [
  ["Here", placeOf(localCandidate)],
  ["There", placeOf(remoteCandidate)],
  ["Sent", bytes(bytesSent)],
  ["Received", bytes(bytesReceived)],
];

const titleOf = ({ relayed, rtt }) =>
  `${relayed ? "Relayed by a TURN server" : "Direct"}${rtt === null ? "" : `, round trip ${rtt < 10 ? rtt.toFixed(1) : Math.round(rtt)} ms`}`;

// Shows in an element how a connection is doing, again and again while it is open, or why it failed. Returns the function to call
// when the connection is another one, or has changed.
export const showReport = (element, currentConnection) => {
  const title = create("summary");
  const rows = create("dl");
  const way = create("details", {}, title, rows);
  const failure = create("p", { class: "failure" });
  element.replaceChildren(way, failure);
  let timer;

  const refresh = async () => {
    clearTimeout(timer);
    const connection = currentConnection();
    const report = await connection?.report();
    if (connection !== currentConnection()) return;
    clearTimeout(timer);
    const known = Boolean(connection?.open && report.localCandidate);
    way.hidden = !known;
    if (known) {
      title.textContent = titleOf(report);
      rows.replaceChildren(...rowsOf(report).flatMap(([name, value]) => [create("dt", {}, name), create("dd", {}, value)]));
    }
    failure.textContent = report?.failure ?? "";
    element.hidden = !known && !report?.failure;
    if (connection?.open) timer = setTimeout(refresh, INTERVAL);
  };
  return refresh;
};
