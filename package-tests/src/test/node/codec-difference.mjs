// Compares two codecs on packed values: node codec-difference.mjs TEAPEER STOCK FILE. Each line of the file is a packed value. For
// each, prints what the stock codec makes of the same value, and what TeaPeer makes of what the stock codec reads from that.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const [teapeer, stock] = process.argv.slice(2, 4).map((path) => require(path));
const bytesOf = (hex) => new Uint8Array(Buffer.from(hex, "hex")).buffer;
const hexOf = (buffer) => Buffer.from(buffer).toString("hex");

for (const line of readFileSync(process.argv[4], "utf8").split("\n")) {
  const value = stock.unpack(bytesOf(line));
  assert.deepStrictEqual(teapeer.unpack(bytesOf(line)), value, `TeaPeer reads ${line} differently`);
  assert.equal(hexOf(teapeer.pack(value)), line, "peer.js and the JVM differ");
  const packed = hexOf(stock.pack(value));
  const read = stock.unpack(bytesOf(packed));
  assert.deepStrictEqual(teapeer.unpack(bytesOf(packed)), read, `TeaPeer reads ${packed} differently`);
  console.log(packed + " " + hexOf(teapeer.pack(read)));
}
