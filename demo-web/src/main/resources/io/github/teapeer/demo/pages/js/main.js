import { Conversation } from "./conversation.js";
import { idIn } from "./link.js";
import { Phone } from "./phone.js";
import { showCall } from "./view/call.js";
import { byId, showState } from "./view/dom.js";
import { showInvite } from "./view/invite.js";
import { clearNotices, notify } from "./view/notices.js";
import { showPeople } from "./view/people.js";
import { showTalk } from "./view/talk.js";
import { inWords } from "./words.js";

// Enough for a demo, and few enough for a page that a stranger has found.
const MAX_CONVERSATIONS = 100;

// The server is where the page came from. No STUN server is asked: peers in one network do not need any, and this page talks to
// nobody but its visitors.
const secure = location.protocol === "https:";
const peer = new Peer({
  host: location.hostname,
  port: location.port || (secure ? 443 : 80),
  path: "/",
  secure,
  config: { iceServers: [] },
});

const conversations = new Map();
const phone = new Phone(peer, conversations);
const invite = showInvite((id) => connect(id));
const people = showPeople((conversation) => select(conversation));
const talk = showTalk({ onCall: (id) => phone.dial(id), onConnect: (id) => connect(id) });
showCall(phone);
phone.addEventListener("change", () => talk.setInCall(phone.call !== null));
let selected = null;

const select = (conversation) => {
  selected = conversation;
  people.select(conversation);
  talk.select(conversation);
};

const conversationWith = (id) => {
  const known = conversations.get(id);
  if (known || conversations.size === MAX_CONVERSATIONS) return known;
  const conversation = new Conversation(id);
  conversations.set(id, conversation);
  people.add(conversation);
  talk.add(conversation);
  conversation.addEventListener("signal", ({ detail }) => phone.signalled(id, detail));
  conversation.addEventListener("change", () => {
    if (conversation.state === "open") invite.fold();
    if (conversation.state === "closed") phone.left(id);
  });
  return conversation;
};

// Returns whether there was any sense in it.
const connect = (id) => {
  if (id === peer.id) {
    notify("This is your own id. Open your link in another tab or on another device.");
    return false;
  }
  const conversation = conversationWith(id);
  if (!conversation) return false;
  select(conversation);
  if (conversation.state !== "closed") return true;
  const connection = peer.connect(id, { reliable: true });
  if (connection) conversation.add(connection);
  return Boolean(connection);
};

// Whoever comes by somebody's link is connected at once.
const connectByLink = () => {
  const id = idIn(location.hash);
  if (id) connect(id);
};

peer.on("open", (id) => {
  showState(byId("server-state"), "open", "Online");
  clearNotices();
  invite.showId(id);
});
peer.once("open", connectByLink);
window.addEventListener("hashchange", connectByLink);

peer.on("connection", (connection) => {
  const conversation = conversationWith(connection.peer);
  if (!conversation) {
    connection.close();
    return;
  }
  conversation.add(connection);
  if (!selected || selected.state === "closed") select(conversation);
});

peer.on("disconnected", () => {
  showState(byId("server-state"), "closed", "Offline");
  // A peer that is being destroyed is disconnected first.
  queueMicrotask(() => {
    if (!peer.destroyed) notify(inWords({ type: "network" }), { label: "Reconnect", act: reconnect });
  });
});

const reconnect = () => {
  showState(byId("server-state"), "connecting", "Connecting…");
  peer.reconnect();
};

peer.on("close", () => {
  showState(byId("server-state"), "closed", "Offline");
  notify("This page is not on the server any more.", { label: "Start again", act: () => location.reload() });
});

// What went wrong with one conversation or call is told there.
const TOLD_ELSEWHERE = ["peer-unavailable", "webrtc", "network"];
peer.on("error", (error) => {
  if (!TOLD_ELSEWHERE.includes(error.type)) notify(inWords(error));
});
