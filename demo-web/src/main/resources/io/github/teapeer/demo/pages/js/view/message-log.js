import { sizeInWords } from "../words.js";
import { create } from "./dom.js";

const MAX_ENTRIES = 500;

const timeOf = (date) => {
  const time = date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return create("time", { datetime: date.toISOString() }, time);
};

const STATES = {
  moving: (file) => `${file.incoming ? "receiving" : "sending"}, ${Math.round((100 * file.transferred) / (file.size || 1))} %`,
  done: (file) => (file.incoming ? "received" : "delivered"),
  lost: (file) => (file.incoming ? "did not arrive completely" : "was not delivered"),
  forgotten: () => "no longer kept, to make room",
};

const fileElement = (file, time) => {
  const state = create("span", { class: "hint" });
  const progress = create("progress", { max: Math.max(file.size, 1), "aria-label": `Progress of ${file.name}` });
  const element = create("div", { class: "file" }, create("strong", {}, file.name), progress, create("span", {}, state, " ", time));
  const refresh = () => {
    state.textContent = `${sizeInWords(file.size)}, ${STATES[file.state](file)}`;
    progress.value = file.transferred;
    progress.hidden = file.state !== "moving";
    element.querySelector("a")?.remove();
    if (file.url) element.append(create("a", { class: "button", href: file.url, download: file.name }, "Save"));
  };
  file.addEventListener("change", refresh);
  refresh();
  return element;
};

// The list of what was said in a conversation: the last few hundred entries.
export const messageLog = (conversation) => {
  const list = create("ol");
  conversation.addEventListener("entry", ({ detail: { author, text, file, time } }) => {
    const item = create("li", { class: author });
    if (file) item.append(fileElement(file, timeOf(time)));
    else item.append(create("span", { class: "text" }, text));
    if (text && author !== "note") item.append(" ", timeOf(time));
    list.append(item);
    if (list.children.length > MAX_ENTRIES) list.firstChild.remove();
  });
  return list;
};
