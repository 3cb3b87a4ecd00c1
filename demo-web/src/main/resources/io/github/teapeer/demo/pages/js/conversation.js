import { FileExchange } from "./file-exchange.js";
import { read } from "./messages.js";
import { inWords } from "./words.js";

const MAX_CONNECTIONS = 4;
// Received files are kept until together they are this large; then the oldest go.
const MAX_KEPT = 1024 * 1024 * 1024;

// Everything between this page and one other peer. Each side may have dialled the other: there can be several connections, and what
// is said goes through the newest that is open.
//
// Events: `change` of the state, which is "connecting", "open" or "closed"; `entry` with something to show in `detail`; `signal` with
// a message about a call in `detail`.
export class Conversation extends EventTarget {
  state = "closed";
  #connections = new Set();
  #last = null;
  #files = new Map();
  #kept = [];

  constructor(peerId) {
    super();
    this.peerId = peerId;
  }

  // Takes over a connection, which may be open or on its way.
  add(connection) {
    if (this.#connections.size === MAX_CONNECTIONS) {
      connection.close();
      return;
    }
    this.#connections.add(connection);
    this.#last = connection;
    connection.on("open", () => this.#opened(connection));
    connection.on("data", (data) => this.#received(connection, data));
    connection.on("error", (error) => this.note(inWords(error)));
    connection.on("close", () => this.#closed(connection));
    if (connection.open) this.#opened(connection);
    else this.#refresh();
  }

  // The connection that what is said goes through; where there is none, the one that was there last.
  get connection() {
    return this.#open() ?? this.#last;
  }

  say(text) {
    this.#open()?.send(text);
    this.#show({ author: "mine", text });
  }

  sendFile(file) {
    this.#files.get(this.#open())?.send(file);
  }

  // Sends a message of that kind alone, if there is a way.
  signal(kind) {
    this.#open()?.send({ kind });
  }

  // Shows something that nobody said.
  note(text) {
    this.#show({ author: "note", text });
  }

  close() {
    for (const connection of [...this.#connections]) {
      connection.close();
      this.#closed(connection);
    }
  }

  #open() {
    return [...this.#connections].reverse().find((connection) => connection.open);
  }

  #opened(connection) {
    if (this.#files.has(connection)) return;
    this.#files.set(connection, new FileExchange(connection, (file) => this.#moves(file)));
    this.#refresh();
  }

  #moves(file) {
    if (file.incoming) file.addEventListener("change", () => file.state === "done" && this.#keep(file));
    this.#show({ author: file.incoming ? "theirs" : "mine", file });
  }

  #keep(file) {
    this.#kept.push(file);
    const size = () => this.#kept.reduce((sum, kept) => sum + kept.size, 0);
    while (size() > MAX_KEPT) this.#kept.shift().forget();
  }

  #received(connection, data) {
    const message = read(data);
    if (!message) {
      this.note("Something arrived that this page does not understand.");
    } else if (message.kind === "text") {
      this.#show({ author: "theirs", text: message.text });
    } else if (!this.#files.get(connection).receive(message)) {
      this.dispatchEvent(new CustomEvent("signal", { detail: message.kind }));
    }
  }

  #closed(connection) {
    if (!this.#connections.delete(connection)) return;
    this.#files.get(connection)?.close();
    this.#files.delete(connection);
    this.#refresh();
  }

  #refresh() {
    const state = this.#open() ? "open" : this.#connections.size > 0 ? "connecting" : "closed";
    if (state === this.state) return;
    const was = this.state;
    this.state = state;
    if (state === "open") this.note("Connected");
    else if (was === "open") this.note("Disconnected");
    this.dispatchEvent(new Event("change"));
  }

  #show(entry) {
    this.dispatchEvent(new CustomEvent("entry", { detail: { ...entry, time: new Date() } }));
  }
}
