// What two pages of the demo say to each other. A text is sent as it is, so that any PeerJS page can chat with this one; everything
// else is an object with a `kind`. What arrives was written by a stranger: it is looked at before it is believed.

export const MAX_TEXT = 4000;
export const MAX_FILE_SIZE = 256 * 1024 * 1024;
const MAX_NAME = 255;

const isShort = (value, length) => typeof value === "string" && value.length <= length;
const isId = (value) => isShort(value, 64);
const isSize = (value) => Number.isSafeInteger(value) && value >= 0 && value <= MAX_FILE_SIZE;
const namesFile = ({ id, name, type, size }) => isId(id) && isShort(name, MAX_NAME) && isShort(type, MAX_NAME) && isSize(size);

const checks = new Map([
  // A file is about to come: shown at once, while its bytes are on their way.
  ["file-offer", namesFile],
  ["file", (message) => namesFile(message) && message.data instanceof ArrayBuffer && message.data.byteLength === message.size],
  // So many of its bytes have come.
  ["file-progress", ({ id, transferred }) => isId(id) && isSize(transferred)],
  ["file-received", ({ id }) => isId(id)],
  // The call that you made is not going to be answered.
  ["call-declined", () => true],
  // The call that you are being asked to answer has been given up.
  ["call-cancelled", () => true],
]);

// The message in what arrived, or null if it is not one that this page understands.
export const read = (value) => {
  if (typeof value === "string") return value.length <= MAX_TEXT ? { kind: "text", text: value } : null;
  const check = checks.get(value?.kind);
  return check?.(value) ? value : null;
};

// What announces a file, and what the file itself is sent with.
export const describe = (file, id) => ({ id, name: file.name.slice(-MAX_NAME), type: file.type.slice(0, MAX_NAME), size: file.size });
