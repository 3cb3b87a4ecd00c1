// Vectors for the codec's tests, made with the codecs of stock PeerJS.
//
//   node generate.mjs > ../resources/vectors.txt    writes the vectors
//   node generate.mjs --check ours.txt              has stock decoders read what TeaPeer packed
//
// A vector is a line of tab-separated fields:
//
//   name, value, bytes of 1.0.1, bytes of 2.1.0, expected bytes, expected bytes with legacy strings
//
// Bytes are hexadecimal; "-" is where a stock codec throws or packs something
// else than the value, "=" stands for the expected bytes. The value is written as JSON with
// undefined, numbers as #bits (of the double) and binaries as @bytes.
//
// A checked line is: name, bytes, "utf8" or "legacy".

import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import oldCodec from 'binarypack-1.0.1';
import * as newCodec from 'binarypack-2.1.0';
import { cases, largeCases } from './cases.mjs';
import { decode, encode } from './reference.mjs';

const hex = (bytes) => Buffer.from(bytes).toString('hex');

function bits(number) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  return hex(view.buffer);
}

function notation(value) {
  if (value instanceof Uint8Array) return `@${hex(value)}`;
  if (typeof value === 'number') return `#${bits(value)}`;
  if (Array.isArray(value)) return `[${value.map(notation).join()}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${notation(part)}`).join()}}`;
  }
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

/** What a value is after a round trip: undefined is null, a lone surrogate is U+FFFD. */
function received(value, legacyStrings) {
  if (value === undefined) return null;
  if (typeof value === 'string') return legacyStrings ? value : value.toWellFormed();
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map((part) => received(part, legacyStrings));
  if (value !== null && typeof value === 'object' && !(value instanceof Uint8Array)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, received(part, legacyStrings)]),
    );
  }
  return value;
}

async function packedBy(codec, value) {
  const packed = await codec.pack(value);
  return new Uint8Array(packed instanceof Blob ? await packed.arrayBuffer() : packed);
}

/** The bytes of a stock codec, or null where it fails to pack the value. */
async function faithful(codec, value) {
  try {
    const bytes = await packedBy(codec, value);
    return isDeepStrictEqual(decode(bytes), received(value, false)) ? bytes : null;
  } catch {
    return null;
  }
}

async function generate() {
  for (const [name, value] of cases) {
    const expected = hex(encode(value));
    const stock = [];
    for (const codec of [oldCodec, newCodec]) {
      const bytes = await faithful(codec, value);
      stock.push(bytes === null ? '-' : hex(bytes) === expected ? '=' : hex(bytes));
    }
    const legacy = hex(encode(value, true));
    const fields = [name, notation(value), ...stock, expected, legacy === expected ? '=' : legacy];
    process.stdout.write(`${fields.join('\t')}\n`);
  }
}

/** Whether a value holds a number that the decoders of PeerJS cannot express, however it is packed. */
function inexpressible(value) {
  if (typeof value === 'number') {
    return Number.isNaN(value) || Object.is(value, -0) || (value !== 0 && Math.abs(value) < 2 ** -1022);
  }
  return typeof value === 'object' && value !== null && Object.values(value).some(inexpressible);
}

const beyondBmp = (value) => /[\u{10000}-\u{10ffff}]/u.test(notation(value));

/** A decoded map with a __proto__ key has it as its prototype: stock decoders know no better. */
const setsPrototype = (value) => notation(value).includes('"__proto__":');

function check(file) {
  const values = new Map([...cases, ...largeCases]);
  const failures = [];
  let checked = 0;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const [name, packed, strings] = line.split('\t');
    if (!values.has(name)) throw new Error(`Nothing is called ${name}`);
    const value = values.get(name);
    if (inexpressible(value) || setsPrototype(value)) continue;
    const legacy = strings === 'legacy';
    const bytes = Uint8Array.from(Buffer.from(packed, 'hex'));
    for (const [version, codec] of [['1.0.1', oldCodec], ['2.1.0', newCodec]]) {
      if (version === '1.0.1' && !legacy && beyondBmp(value)) continue;
      checked++;
      let decoded;
      try {
        decoded = received(codec.unpack(bytes.buffer), true);
      } catch (error) {
        decoded = error;
      }
      if (!isDeepStrictEqual(decoded, received(value, legacy))) {
        failures.push(`${version} reads ${name} (${strings}) wrong: ${packed.slice(0, 60)}`);
      }
    }
  }
  if (failures.length > 0) {
    console.error(failures.join('\n'));
    process.exitCode = 1;
  }
  console.log(`checked ${checked}`);
}

if (process.argv[2] === '--check') check(process.argv[3]);
else await generate();
