import { idIn, linkTo } from "../link.js";
import { byId } from "./dom.js";

// The visitor's own id and link, and the form to reach somebody else.
export const showInvite = (onConnect) => {
  const link = byId("share-link");
  const copy = byId("copy-link");

  copy.addEventListener("click", async () => {
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      copy.textContent = "Copied";
      setTimeout(() => (copy.textContent = "Copy"), 2000);
    } catch {
      // There is no clipboard for pages that are neither local nor HTTPS. The link is selected for the keyboard.
      copy.textContent = "Press Ctrl-C";
    }
  });
  link.addEventListener("focus", () => link.select());
  byId("connect-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const field = byId("peer-id");
    const id = idIn(field.value);
    if (id && onConnect(id)) field.value = "";
  });

  return {
    showId(id) {
      byId("own-id").textContent = id;
      link.value = linkTo(id);
      byId("second-tab").href = link.value;
      byId("try-alone").hidden = false;
      copy.disabled = false;
      byId("share-hint").hidden = !["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
    },
    // Makes room for the conversation where there is little.
    fold() {
      if (matchMedia("(max-width: 52rem)").matches) byId("invite").open = false;
    },
  };
};
