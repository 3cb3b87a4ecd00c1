// BinaryPack written down from its format description, as plainly as possible and with nothing in
// common with the Java code: what the vectors are checked against where stock codecs are wrong.

const bytesOf = (...bytes) => Uint8Array.from(bytes);

const concat = (parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

function bigEndian(size, setter, value) {
  const view = new DataView(new ArrayBuffer(size));
  view[setter](0, value);
  return new Uint8Array(view.buffer);
}

const double = (value) => concat([bytesOf(0xcb), bigEndian(8, 'setFloat64', value)]);

function number(value) {
  if (!Number.isInteger(value) || Object.is(value, -0)) return double(value);
  if (value >= -32 && value <= 127) return bytesOf(value & 0xff);
  if (value >= 0) {
    if (value < 2 ** 8) return bytesOf(0xcc, value);
    if (value < 2 ** 16) return concat([bytesOf(0xcd), bigEndian(2, 'setUint16', value)]);
    if (value < 2 ** 32) return concat([bytesOf(0xce), bigEndian(4, 'setUint32', value)]);
    if (Number.isSafeInteger(value)) return long(BigInt(value));
    return double(value);
  }
  if (value >= -(2 ** 7)) return concat([bytesOf(0xd0), bigEndian(1, 'setInt8', value)]);
  if (value >= -(2 ** 15)) return concat([bytesOf(0xd1), bigEndian(2, 'setInt16', value)]);
  if (value >= -(2 ** 31)) return concat([bytesOf(0xd2), bigEndian(4, 'setInt32', value)]);
  return double(value);
}

function long(value) {
  if (value >= 2n ** 63n) return concat([bytesOf(0xcf), bigEndian(8, 'setBigUint64', value)]);
  return concat([bytesOf(0xd3), bigEndian(8, 'setBigInt64', value)]);
}

function header(shortTag, tag16, size) {
  if (size < 16) return bytesOf(shortTag + size);
  if (size < 2 ** 16) return concat([bytesOf(tag16), bigEndian(2, 'setUint16', size)]);
  return concat([bytesOf(tag16 + 1), bigEndian(4, 'setUint32', size)]);
}

/** CESU-8: each UTF-16 unit on its own. */
function unitsOf(text) {
  const bytes = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes.push(unit);
    else if (unit < 0x800) bytes.push(0xc0 + (unit >> 6), 0x80 + (unit & 63));
    else bytes.push(0xe0 + (unit >> 12), 0x80 + ((unit >> 6) & 63), 0x80 + (unit & 63));
  }
  return Uint8Array.from(bytes);
}

/** The packed form of a value that TeaPeer is expected to produce. */
export function encode(value, legacyStrings = false) {
  const inner = (part) => encode(part, legacyStrings);
  if (value === null || value === undefined) return bytesOf(0xc0);
  if (typeof value === 'boolean') return bytesOf(value ? 0xc3 : 0xc2);
  if (typeof value === 'number') return number(value);
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? number(Number(value)) : long(value);
  }
  if (typeof value === 'string') {
    const text = legacyStrings ? unitsOf(value) : new TextEncoder().encode(value);
    return concat([header(0xb0, 0xd8, text.length), text]);
  }
  if (value instanceof Uint8Array) return concat([header(0xa0, 0xda, value.length), value]);
  if (Array.isArray(value)) {
    return concat([header(0x90, 0xdc, value.length), ...value.map(inner)]);
  }
  const entries = Object.entries(value);
  return concat([
    header(0x80, 0xde, entries.length),
    ...entries.flatMap(([key, part]) => [inner(key), inner(part)]),
  ]);
}

/** What packed bytes mean, whether or not a stock decoder gets it right. */
export function decode(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (getter, size) => {
    at += size;
    return view[getter](at - size);
  };
  const content = (size) => {
    if (at + size > bytes.length) throw new RangeError('truncated');
    at += size;
    return bytes.slice(at - size, at);
  };
  const text = (size) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content(size));
  const array = (size) => Array.from({ length: size }, value);
  const map = (size) => Object.fromEntries(Array.from({ length: size }, () => [value(), value()]));
  function value() {
    const type = take('getUint8', 1);
    if (type < 0x80) return type;
    if (type >= 0xe0) return type - 0x100;
    if (type < 0x90) return map(type - 0x80);
    if (type < 0xa0) return array(type - 0x90);
    if (type < 0xb0) return content(type - 0xa0);
    if (type < 0xc0) return text(type - 0xb0);
    switch (type) {
      case 0xc0: return null;
      case 0xc1: return undefined;
      case 0xc2: return false;
      case 0xc3: return true;
      case 0xca: return take('getFloat32', 4);
      case 0xcb: return take('getFloat64', 8);
      case 0xcc: return take('getUint8', 1);
      case 0xcd: return take('getUint16', 2);
      case 0xce: return take('getUint32', 4);
      case 0xcf: return Number(take('getBigUint64', 8));
      case 0xd0: return take('getInt8', 1);
      case 0xd1: return take('getInt16', 2);
      case 0xd2: return take('getInt32', 4);
      case 0xd3: return Number(take('getBigInt64', 8));
      case 0xd8: return text(take('getUint16', 2));
      case 0xd9: return text(take('getUint32', 4));
      case 0xda: return content(take('getUint16', 2));
      case 0xdb: return content(take('getUint32', 4));
      case 0xdc: return array(take('getUint16', 2));
      case 0xdd: return array(take('getUint32', 4));
      case 0xde: return map(take('getUint16', 2));
      case 0xdf: return map(take('getUint32', 4));
      default: throw new RangeError(`type ${type}`);
    }
  }
  const result = value();
  if (at !== bytes.length) throw new RangeError('trailing bytes');
  return result;
}
