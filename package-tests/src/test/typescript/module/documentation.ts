// The steps of PeerJS's documentation, in a module.
import { Peer } from "teapeer";

declare const mediaStream: MediaStream;

const peer = new Peer("pick-an-id", { host: "localhost", port: 9000, path: "/myapp" });
peer.on("open", function (id) {
  console.log("I am " + id);
});

const conn = peer.connect("another-peers-id");
conn.on("open", () => {
  conn.send("hi!");
});
peer.on("connection", (incoming) => {
  incoming.on("data", (data) => {
    console.log(data);
  });
  incoming.on("open", () => {
    incoming.send({ strings: "hi!", numbers: 150, arrays: [1, 2, 3], evenBinary: new Blob(["1", "2"]), andMore: { bool: true } });
  });
});

const call = peer.call("another-peers-id", mediaStream);
call.on("stream", (stream) => {
  console.log(stream.id);
});
peer.on("call", (incoming) => {
  incoming.answer(mediaStream);
  incoming.on("stream", (remoteStream) => {
    console.log(remoteStream.id);
  });
});

const turned = new Peer({
  config: {
    iceServers: [
      { url: "stun:stun.l.google.com:19302" },
      { url: "turn:homeo@turn.bistri.com:80", credential: "homeo" },
    ],
  },
});
turned.destroy();
