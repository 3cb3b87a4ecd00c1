import { byId, create } from "./dom.js";

const MAX_NOTICES = 3;

// Tells the visitor something that needs attention, with a button for what can be done about it. The same is not told twice.
export const notify = (text, action) => {
  const notices = byId("notices");
  for (const old of [...notices.children]) if (old.firstChild.textContent === text) old.remove();
  while (notices.children.length >= MAX_NOTICES) notices.firstChild.remove();
  const notice = create("div", { class: "notice" }, create("p", {}, text));
  const button = (label, act) => {
    const element = create("button", { type: "button" }, label);
    element.addEventListener("click", () => {
      notice.remove();
      act();
    });
    notice.append(element);
  };
  if (action) button(action.label, action.act);
  button("Close", () => {});
  notices.append(notice);
};

// Takes back what no longer needs attention.
export const clearNotices = () => byId("notices").replaceChildren();
