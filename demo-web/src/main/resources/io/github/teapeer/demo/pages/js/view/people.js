import { byId, create, showState } from "./dom.js";

export const STATE_WORDS = { connecting: "connecting…", open: "connected", closed: "not connected" };

// The list of everybody that this page has talked with.
export const showPeople = (onSelect) => {
  const list = byId("people");
  const items = new Map();

  return {
    add(conversation) {
      const state = create("span", { class: "state" });
      const unread = create("span", { class: "unread", hidden: "" });
      const button = create("button", { type: "button" }, create("span", { class: "id" }, conversation.peerId), unread, state);
      const refresh = () => showState(state, conversation.state, STATE_WORDS[conversation.state]);
      const item = { button, unread, count: 0 };
      items.set(conversation, item);
      button.addEventListener("click", () => onSelect(conversation));
      conversation.addEventListener("change", refresh);
      conversation.addEventListener("entry", ({ detail: { author } }) => {
        if (author !== "theirs" || button.ariaCurrent === "true") return;
        unread.textContent = ++item.count;
        unread.setAttribute("aria-label", `${item.count} unread`);
        unread.hidden = false;
      });
      refresh();
      byId("nobody").hidden = true;
      list.append(create("li", {}, button));
    },
    select(conversation) {
      for (const [each, { button }] of items) button.ariaCurrent = String(each === conversation);
      const item = items.get(conversation);
      item.count = 0;
      item.unread.hidden = true;
    },
  };
};
