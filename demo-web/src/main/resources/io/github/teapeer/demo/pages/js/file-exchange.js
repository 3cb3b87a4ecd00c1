import { describe } from "./messages.js";
import { FileTransfer } from "./file-transfer.js";

// How often the receiver tells how far it is: a hundred times a file is smooth enough.
const STEPS = 100;

// The files that go through one connection. The library moves a File in an object as it is; what is added here is an announcement,
// so that the receiver can show what is coming, and the receiver's reports of how much of it has come.
export class FileExchange {
  #connection;
  #onTransfer;
  #sending = new Map();
  #receiving = null;
  #reported = 0;

  constructor(connection, onTransfer) {
    this.#connection = connection;
    this.#onTransfer = onTransfer;
    connection.dataChannel.addEventListener("message", ({ data }) => this.#arrived(data.byteLength ?? data.length));
  }

  send(file) {
    const description = describe(file, crypto.getRandomValues(new Uint32Array(4)).join("-"));
    const transfer = new FileTransfer(description, false);
    this.#sending.set(description.id, transfer);
    this.#onTransfer(transfer);
    this.#connection.send({ kind: "file-offer", ...description });
    this.#connection.send({ kind: "file", ...description, data: file });
  }

  // Takes a message if it is about files.
  receive(message) {
    switch (message.kind) {
      case "file-offer":
        this.#expect(message);
        return true;
      case "file":
        this.#complete(message);
        return true;
      case "file-progress":
        this.#sending.get(message.id)?.moved(message.transferred);
        return true;
      case "file-received":
        this.#sending.get(message.id)?.done();
        this.#sending.delete(message.id);
        return true;
      default:
        return false;
    }
  }

  // The connection is gone, and what was under way with it.
  close() {
    this.#receiving?.lose();
    this.#receiving = null;
    for (const transfer of this.#sending.values()) transfer.lose();
    this.#sending.clear();
  }

  #expect(message) {
    // Files come one after the other: the one before will not come any more.
    this.#receiving?.lose();
    this.#receiving = new FileTransfer(message, true);
    this.#reported = 0;
    this.#onTransfer(this.#receiving);
  }

  // Bytes arrive in order, so they are those of the announced file, with a little packing around them.
  #arrived(bytes) {
    const transfer = this.#receiving;
    if (!transfer) return;
    transfer.moved(transfer.transferred + bytes);
    if (transfer.transferred - this.#reported >= transfer.size / STEPS) {
      this.#reported = transfer.transferred;
      this.#connection.send({ kind: "file-progress", id: transfer.id, transferred: transfer.transferred });
    }
  }

  #complete(message) {
    if (this.#receiving?.id !== message.id) this.#expect(message);
    this.#receiving.done(message.data);
    this.#receiving = null;
    this.#connection.send({ kind: "file-received", id: message.id });
  }
}
