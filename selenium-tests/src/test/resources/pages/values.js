'use strict';
// Values in words that WebDriver can carry: an object with one key, the type's name.
//   {string: 'a'} {number: '-0'} {boolean: true} {null: true} {undefined: true}
//   {array: [value, …]} {object: {key: value, …}} {Date: ISO 8601}
//   {ArrayBuffer: bytes}, any typed array or DataView: bytes
//   {Blob: {type, bytes}} {File: {name, type, bytes}}
// `build` takes bytes as hexadecimal text or as {seed, length}; `describe` gives them as hexadecimal
// text, and from 1,024 bytes on as their number and their SHA-256.

const values = (() => {
  const LONGEST_HEX = 1023;

  // Xorshift32 (Marsaglia 2003); the Java side computes the same bytes.
  function randomBytes({ seed, length }) {
    const bytes = new Uint8Array(length);
    let state = seed | 0;
    for (let i = 0; i < length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      bytes[i] = state;
    }
    return bytes;
  }

  function bytesOf(recipe) {
    if (typeof recipe !== 'string') return randomBytes(recipe);
    return Uint8Array.from(recipe.match(/../g) || [], (pair) => parseInt(pair, 16));
  }

  function hex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async function describeBytes(bytes) {
    if (bytes.length <= LONGEST_HEX) return hex(bytes);
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return `${bytes.length} bytes, SHA-256 ${hex(new Uint8Array(digest))}`;
  }

  function build(recipe) {
    const [[type, content]] = Object.entries(recipe);
    switch (type) {
      case 'string':
      case 'boolean':
        return content;
      case 'number':
        return Number(content);
      case 'null':
        return null;
      case 'undefined':
        return undefined;
      case 'array':
        return content.map(build);
      case 'object':
        return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, build(value)]));
      case 'Date':
        return new Date(content);
      case 'ArrayBuffer':
        return bytesOf(content).buffer;
      case 'Blob':
        return new Blob([bytesOf(content.bytes)], { type: content.type });
      case 'File':
        return new File([bytesOf(content.bytes)], content.name, { type: content.type });
      default:
        return view(globalThis[type], bytesOf(content));
    }
  }

  // Into the middle of a larger buffer: what is sent must be the view, not all of its buffer.
  function view(Type, bytes) {
    const margin = 8;
    const buffer = new ArrayBuffer(bytes.length + 2 * margin);
    new Uint8Array(buffer).fill(0xee).set(bytes, margin);
    return new Type(buffer, margin, bytes.length / (Type.BYTES_PER_ELEMENT || 1));
  }

  async function describe(value) {
    if (value === null) return { null: true };
    switch (typeof value) {
      case 'undefined':
        return { undefined: true };
      case 'string':
      case 'boolean':
        return { [typeof value]: value };
      case 'number':
        return { number: Object.is(value, -0) ? '-0' : String(value) };
      case 'object':
        return describeObject(value);
      default:
        return { [typeof value]: String(value) };
    }
  }

  async function describeObject(value) {
    const type = Object.prototype.toString.call(value).slice(8, -1);
    if (Array.isArray(value)) return { array: await Promise.all(value.map(describe)) };
    if (value instanceof ArrayBuffer) return { ArrayBuffer: await describeBytes(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { [type]: await describeBytes(bytes) };
    }
    if (value instanceof Date) return { Date: value.toISOString() };
    if (value instanceof Blob) {
      const bytes = await describeBytes(new Uint8Array(await value.arrayBuffer()));
      if (!(value instanceof File)) return { Blob: { type: value.type, bytes } };
      return { File: { name: value.name, type: value.type, bytes } };
    }
    if (value instanceof Error) return { error: { type: String(value.type), message: value.message } };
    const entries = Object.entries(value).map(async ([key, item]) => [key, await describe(item)]);
    return { object: Object.fromEntries(await Promise.all(entries)) };
  }

  return { build, describe };
})();
