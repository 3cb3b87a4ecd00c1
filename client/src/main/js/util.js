// The helpers that PeerJS documents. The client itself looks members up when it uses them, so that
// a page may replace them.
const hasWebRtc = () => typeof RTCPeerConnection === "function";

// The browser's name and major version, in the words of PeerJS 1.x.
const detectBrowser = () => {
  if (typeof navigator !== "object" || typeof window !== "object") return ["Not a browser.", 0];
  const [, name, version] =
    /(?:(Firefox|Chrome)|AppleWebKit(?!.*Chrome))\/(\d+)/.exec(navigator.userAgent) ?? [];
  return version ? [name?.toLowerCase() ?? "safari", +version] : ["Not a supported browser.", 0];
};

// What the browser can do, found out with a test connection.
const probe = () => {
  const [browser, version] = detectBrowser();
  let connection;
  let channel;
  // What cannot be tried is not supported.
  try {
    connection = new RTCPeerConnection();
    channel = connection.createDataChannel("test");
  } catch {}
  const takes = (type) => {
    try {
      channel.binaryType = type;
    } catch {}
    return channel?.binaryType === type;
  };
  const addsTracks = !!connection?.addTrack;
  const isOrdered = !!channel?.ordered;
  const supports = {
    browser: version >= ({ firefox: 59, chrome: 72, safari: 605 }[browser] ?? Infinity),
    webRTC: hasWebRtc(),
    audioVideo: addsTracks,
    data: !!channel,
    binary: takes("arraybuffer"),
    binaryBlob: takes("blob"),
    reliable: isOrdered,
    sctp: isOrdered,
    onnegotiationneeded: addsTracks,
  };
  connection?.close();
  return supports;
};

// Gives an object a property of its own that is not listed.
const setHidden = (target, name, value) => {
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
  return value;
};

// Defines a member of `util` that is found out when it is first read, and that a page may write. Returns what tells what is
// known of it so far.
const lazily = (name, find) => {
  let known;
  Object.defineProperty(util, name, {
    get: () => known ?? (known = find()),
    set: (value) => {
      known = value;
    },
    enumerable: true,
    configurable: true,
  });
  return () => known;
};

const isName = (text) => !text || /^[a-z\d]([\w -]*[a-z\d])?$/i.test(text);

let logLevel = 0;
const print = (level, ...rest) =>
  console[["debug", "error", "warn", "log"][level]]("PeerJS:", ...rest);
let logFunction = print;
const log = (level, ...rest) => {
  if (level <= logLevel) logFunction(level, ...rest);
};

const util = {
  CLOUD_HOST: "0.peerjs.com",
  CLOUD_PORT: 443,
  chunkedBrowsers: { Chrome: 1, chrome: 1 },
  chunkedMTU: 16300,
  defaultConfig: { iceServers: [{ urls: "stun:stun.l.google.com:19302" }] },
  pack: exports.pack,
  unpack: exports.unpack,
  validateId: isName,
  validateKey: isName,
  noop() {},
  randomToken: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte % 36).toString(36)).join(""),
  isSecure: () => globalThis.location?.protocol === "https:",
  blobToArrayBuffer(blob, callback) {
    const reader = new FileReader();
    reader.onload = () => callback(reader.result);
    reader.readAsArrayBuffer(blob);
    return reader;
  },
  binaryStringToArrayBuffer: (text) => Uint8Array.from(text, (char) => char.charCodeAt(0)).buffer,
  setLogLevel(level) {
    logLevel = level;
  },
  setLogFunction(callback) {
    logFunction = callback;
  },
};
const knownSupport = lazily("supports", probe);
lazily("browserVersion", () => detectBrowser()[1]);
lazily(
  "browser",
  () =>
    hasWebRtc() ? ({ firefox: "Firefox", chrome: "Chrome" }[detectBrowser()[0]] ?? "Supported") : "Unsupported",
);

// The same members, with the words of PeerJS 1.x: what a page writes to either is seen in both.
const util1 = new Proxy(util, {
  get: (target, name) => (name === "browser" ? detectBrowser()[0] : target[name]),
});
