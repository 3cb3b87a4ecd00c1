// Errors as a visitor can understand them; the `type` is PeerJS's.
const WORDS = new Map([
  ["browser-incompatible", "This browser cannot do WebRTC, which everything here is made of."],
  ["disconnected", "The server is not connected, so nobody new can be reached. Reconnect first."],
  ["network", "The connection to the server was lost. Open conversations go on."],
  ["peer-unavailable", "Nobody is online with this id. Ids change when a page is reloaded: ask for a new link."],
  ["server-error", "The server cannot be reached, or does not want to serve. Is the demo still running?"],
  ["socket-error", "The browser refused to connect to the server."],
  ["socket-closed", "The server closed the connection."],
  ["negotiation-failed", "No way to the other page was found, or it was lost. A firewall may be between you."],
  ["connection-closed", "The connection was closed by the browser."],
  ["webrtc", "The browser could not set up the connection."],
  ["not-open-yet", "Not sent: the connection is not open."],
  ["message-too-big", "Not sent: too large for the other side."],
  ["bad-data", "Something could not be converted for the way, and was not sent or not received."],
]);

export const inWords = (error) => WORDS.get(error.type) ?? error.message;

// 1536 as "1.5 kB".
export const sizeInWords = (bytes) => {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return new Intl.NumberFormat("en", {
    style: "unit",
    unit: units[power],
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
};

// 83000 ms as "1:23".
export const durationInWords = (milliseconds) => {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};
