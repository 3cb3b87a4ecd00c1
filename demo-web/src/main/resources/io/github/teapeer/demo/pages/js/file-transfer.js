// A file on its way, in either direction. Its state goes from "moving" to "done" or "lost", and from "done" to "forgotten" if it
// was received and there is no room for it any more; every step is a `change`.
export class FileTransfer extends EventTarget {
  transferred = 0;
  state = "moving";
  // Where a received file can be downloaded from, once it is here.
  url = null;

  constructor({ id, name, size }, incoming) {
    super();
    Object.assign(this, { id, name, size, incoming });
  }

  moved(transferred) {
    if (this.state !== "moving" || transferred <= this.transferred) return;
    this.transferred = Math.min(transferred, this.size);
    this.#changed();
  }

  done(data) {
    if (this.state !== "moving") return;
    this.transferred = this.size;
    this.state = "done";
    // Whatever type the sender gave it, here it is bytes to be saved, and nothing that a browser would open as a page.
    if (data) this.url = URL.createObjectURL(new Blob([data], { type: "application/octet-stream" }));
    this.#changed();
  }

  lose() {
    if (this.state !== "moving") return;
    this.state = "lost";
    this.#changed();
  }

  forget() {
    if (!this.url) return;
    URL.revokeObjectURL(this.url);
    this.url = null;
    this.state = "forgotten";
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
