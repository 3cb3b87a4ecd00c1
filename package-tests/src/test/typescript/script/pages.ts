// Scripts of pages, which use the globals: SkyWay's documentation of 2014, and PeerJS 1.5 from a CDN.
var peer = new Peer({ key: "APIKEY" });
peer.on("open", function (id) {
  console.log("My peer ID is: " + id);
});
var conn = peer.connect("dest-peer-id");
peer.on("connection", function (incoming) {
  incoming.on("open", function () {
    incoming.on("data", function (data) {
      console.log("Received", data);
    });
    incoming.send("Hello!");
  });
});
function ring(mediaStream: MediaStream) {
  var call = peer.call("dest-peer-id", mediaStream);
  call.on("stream", function (stream) {
    console.log(stream.id);
  });
  peer.on("call", function (incoming) {
    incoming.answer(mediaStream);
  });
}
conn.send({ strings: "hi!", numbers: 150, arrays: [1, 2, 3], evenBinary: new Blob(["1"]), andMore: { bool: true } });
peer = new Peer("someid", {
  key: "APIKEY",
  debug: 3,
  config: {
    iceServers: [
      { url: "stun:stun.skyway.io:3478" },
      { url: "turn:homeo@turn.bistri.com:80", credential: "homeo" },
    ],
  },
  logFunction: function () {
    console.log(Array.prototype.slice.call(arguments).join(" "));
  },
});
peer.on("error", function (err) {
  if (err.type === "browser-incompatible") console.log(err.message);
});
if (util.browser === "Firefox" && util.supports.data && util.supports.audioVideo && util.supports.reliable) ring(new MediaStream());

const modern: Peer = new peerjs.Peer("ann", { host: "/" });
let known: DataConnection | MediaConnection = modern.connect("bob", { serialization: "none", reliable: false });
if (known instanceof DataConnection) console.log(known.bufferSize, known.dataChannel, known.peerConnection);
if (known instanceof MediaConnection) known.answer();
console.log(peerjs.util.browser, BinaryPack.unpack(BinaryPack.pack({ a: 1 }) as ArrayBuffer));
const callable: Peer = Peer("ann");
class Own extends Peer {}
// @ts-expect-error the script defines no such thing
console.log(PeerErrorType.Network);
