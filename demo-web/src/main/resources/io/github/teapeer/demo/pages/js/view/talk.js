import { MAX_FILE_SIZE } from "../messages.js";
import { sizeInWords } from "../words.js";
import { byId, showState } from "./dom.js";
import { messageLog } from "./message-log.js";
import { notify } from "./notices.js";
import { STATE_WORDS } from "./people.js";
import { showReport } from "./report.js";

// The conversation that is selected.
export const showTalk = ({ onCall, onConnect }) => {
  const logs = new Map();
  let selected = null;
  let inCall = false;

  // Whoever reads the end goes on reading the end, when something is added or a file becomes larger by its button.
  const log = byId("log");
  let atEnd = true;
  const toEnd = () => log.scrollTo(0, log.scrollHeight);
  log.addEventListener("scroll", () => (atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 8));
  const growth = new ResizeObserver(() => atEnd && toEnd());

  const refreshReport = showReport(byId("talk-report"), () => selected?.connection);

  const refresh = () => {
    const { state } = selected;
    refreshReport();
    showState(byId("talk-state"), state, STATE_WORDS[state]);
    for (const control of byId("chat-form").elements) control.disabled = state !== "open";
    byId("start-call").disabled = state !== "open" || inCall;
    byId("leave").hidden = state === "closed";
    byId("connect-again").hidden = state !== "closed";
  };

  byId("chat-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const field = byId("chat-text");
    if (selected.state !== "open" || !field.value.trim()) return;
    selected.say(field.value);
    atEnd = true;
    field.value = "";
    field.focus();
  });
  byId("file").addEventListener("change", ({ target }) => {
    for (const file of target.files) {
      if (file.size > MAX_FILE_SIZE) notify(`“${file.name}” is too large: this demo sends files of up to ${sizeInWords(MAX_FILE_SIZE)}.`);
      else selected.sendFile(file);
    }
    target.value = "";
  });
  byId("start-call").addEventListener("click", () => onCall(selected.peerId));
  byId("connect-again").addEventListener("click", () => onConnect(selected.peerId));
  byId("leave").addEventListener("click", () => selected.close());

  return {
    // One call at a time.
    setInCall(value) {
      inCall = value;
      if (selected) refresh();
    },
    add(conversation) {
      logs.set(conversation, messageLog(conversation));
      conversation.addEventListener("change", () => conversation === selected && refresh());
    },
    select(conversation) {
      selected = conversation;
      byId("welcome").hidden = true;
      byId("talk").hidden = false;
      byId("talk-title").textContent = conversation.peerId;
      byId("log").replaceChildren(logs.get(conversation));
      growth.disconnect();
      growth.observe(logs.get(conversation));
      toEnd();
      refresh();
    },
  };
};
