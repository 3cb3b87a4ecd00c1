// MessagePack, as https://github.com/msgpack/msgpack/blob/master/spec.md describes it.

// What is taken from a stranger: the depth of arrays and maps in each other, array elements and map entries in a message, bytes
// of a string, bytes of a message. They are those of the binary serialization.
const MAX_DEPTH = 512;
const MAX_ELEMENTS = 1 << 24;
const MAX_STRING = 1 << 28;
const MAX_MESSAGE = 1 << 30;

const EXT_TIMESTAMP = -1;

// A view of binary data.
const bytesOf = (data) =>
  ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);

const malformed = (what) => new RangeError("Malformed MessagePack: " + what);

// Packs values into parts: bytes, and the Blobs of the value as they are, each after the header that tells its size.
class MsgPackEncoder {
  encode(value) {
    this._parts = [];
    this._start(1024);
    this._value(value, 0);
    this._finish();
    return this._parts;
  }

  _start(size) {
    this._bytes = new Uint8Array(size);
    this._view = new DataView(this._bytes.buffer);
    this._length = 0;
  }

  _finish() {
    if (this._length) this._parts.push(this._bytes.subarray(0, this._length));
  }

  // Makes room for some bytes, and answers where.
  _reserve(count) {
    const at = this._length;
    this._length += count;
    if (this._length > this._bytes.length) {
      const old = this._bytes;
      this._bytes = new Uint8Array(Math.max(this._length, 2 * old.length));
      this._bytes.set(old);
      this._view = new DataView(this._bytes.buffer);
    }
    return at;
  }

  _byte(byte) {
    const at = this._reserve(1);
    this._bytes[at] = byte;
  }

  // A byte that tells the type, and a number in one of DataView's formats.
  _typed(type, size, format, number) {
    const at = this._reserve(1 + size);
    this._bytes[at] = type;
    this._view["set" + format](at + 1, number);
  }

  // The length in the shortest form that there is: in the type byte itself, or in one, two or four bytes after it.
  _header(length, fix, fixLimit, type8, type16) {
    if (length < fixLimit) this._byte(fix | length);
    else if (type8 && length < 0x100) this._typed(type8, 1, "Uint8", length);
    else if (length < 0x10000) this._typed(type16, 2, "Uint16", length);
    else this._typed(type16 + 1, 4, "Uint32", length);
  }

  _raw(bytes) {
    const at = this._reserve(bytes.length);
    this._bytes.set(bytes, at);
  }

  _value(value, depth) {
    if (depth > MAX_DEPTH) throw new RangeError("More than " + MAX_DEPTH + " arrays and objects in each other");
    switch (typeof value) {
      case "undefined":
        return this._byte(0xc0);
      case "boolean":
        return this._byte(value ? 0xc3 : 0xc2);
      case "number":
        return this._number(value);
      case "string":
        return this._string(value);
      case "object":
        return value === null ? this._byte(0xc0) : this._object(value, depth);
      default:
        throw new TypeError("MessagePack has no form for a " + typeof value);
    }
  }

  _number(value) {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) this._typed(0xcb, 8, "Float64", value);
    else if (value >= 0) {
      if (value < 0x80) this._byte(value);
      else if (value < 0x100) this._typed(0xcc, 1, "Uint8", value);
      else if (value < 0x10000) this._typed(0xcd, 2, "Uint16", value);
      else if (value < 0x100000000) this._typed(0xce, 4, "Uint32", value);
      else this._typed(0xcf, 8, "BigUint64", BigInt(value));
    } else if (value >= -0x20) this._byte(value);
    else if (value >= -0x80) this._typed(0xd0, 1, "Int8", value);
    else if (value >= -0x8000) this._typed(0xd1, 2, "Int16", value);
    else if (value >= -0x80000000) this._typed(0xd2, 4, "Int32", value);
    else this._typed(0xd3, 8, "BigInt64", BigInt(value));
  }

  _string(value) {
    const bytes = new TextEncoder().encode(value);
    this._header(bytes.length, 0xa0, 32, 0xd9, 0xda);
    this._raw(bytes);
  }

  _object(value, depth) {
    if (Array.isArray(value)) {
      this._header(value.length, 0x90, 16, 0, 0xdc);
      for (const item of value) this._value(item, depth + 1);
    } else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      const bytes = bytesOf(value);
      this._header(bytes.length, 0, 0, 0xc4, 0xc5);
      this._raw(bytes);
    } else if (value instanceof Blob) {
      this._header(value.size, 0, 0, 0xc4, 0xc5);
      this._finish();
      this._parts.push(value);
      this._start(1024);
    } else if (value instanceof Date) {
      this._date(value.getTime());
    } else {
      const keys = Object.keys(value);
      this._header(keys.length, 0x80, 16, 0, 0xde);
      for (const key of keys) {
        this._string(key);
        this._value(value[key], depth + 1);
      }
    }
  }

  // In the shortest of the three forms of a timestamp.
  _date(time) {
    if (Number.isNaN(time)) return this._byte(0xc0);
    const seconds = Math.floor(time / 1000);
    const nanoseconds = (time - seconds * 1000) * 1000000;
    if (seconds < 0 || seconds >= 0x400000000) {
      this._header(12, 0, 0, 0xc7);
      this._typed(EXT_TIMESTAMP, 4, "Uint32", nanoseconds);
      const at = this._reserve(8);
      this._view.setBigInt64(at, BigInt(seconds));
    } else if (nanoseconds || seconds >= 0x100000000) {
      this._byte(0xd7);
      this._typed(EXT_TIMESTAMP, 8, "BigUint64", (BigInt(nanoseconds) << 34n) | BigInt(seconds));
    } else {
      this._byte(0xd6);
      this._typed(EXT_TIMESTAMP, 4, "Uint32", seconds);
    }
  }
}

// Reads one value from bytes that hold exactly one, as MsgPackStream has made sure.
class MsgPackDecoder {
  decode(bytes) {
    this._bytes = bytes;
    this._view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this._at = 0;
    return this._value(0);
  }

  _number(size, format) {
    const at = this._at;
    this._at += size;
    return Number(this._view["get" + format](at));
  }

  _length(type, first) {
    return this._number(1 << (type - first), ["Uint8", "Uint16", "Uint32"][type - first]);
  }

  _value(depth) {
    const type = this._bytes[this._at++];
    if (type < 0x80) return type;
    if (type < 0x90) return this._map(type & 15, depth);
    if (type < 0xa0) return this._array(type & 15, depth);
    if (type < 0xc0) return this._string(type & 31);
    if (type >= 0xe0) return type - 0x100;
    switch (type) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return this._binary(this._length(type, 0xc4));
      case 0xc7:
      case 0xc8:
      case 0xc9:
        return this._extension(this._length(type, 0xc7));
      case 0xca:
        return this._number(4, "Float32");
      case 0xcb:
        return this._number(8, "Float64");
      case 0xcc:
      case 0xcd:
      case 0xce:
        return this._length(type, 0xcc);
      case 0xcf:
        return this._number(8, "BigUint64");
      case 0xd0:
        return this._number(1, "Int8");
      case 0xd1:
        return this._number(2, "Int16");
      case 0xd2:
        return this._number(4, "Int32");
      case 0xd3:
        return this._number(8, "BigInt64");
      case 0xd9:
      case 0xda:
      case 0xdb:
        return this._string(this._length(type, 0xd9));
      case 0xdc:
      case 0xdd:
        return this._array(this._length(type, 0xdb), depth);
      case 0xde:
      case 0xdf:
        return this._map(this._length(type, 0xdd), depth);
      default:
        return this._extension(1 << (type - 0xd4));
    }
  }

  _binary(length) {
    const start = this._at;
    this._at += length;
    return this._bytes.slice(start, this._at);
  }

  _string(length) {
    const start = this._at;
    this._at += length;
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this._bytes.subarray(start, this._at));
  }

  _deeper(depth) {
    if (depth === MAX_DEPTH) throw malformed("more than " + MAX_DEPTH + " arrays and maps in each other");
    return depth + 1;
  }

  _array(length, depth) {
    const inside = this._deeper(depth);
    const array = [];
    for (let index = 0; index < length; index++) array.push(this._value(inside));
    return array;
  }

  _map(length, depth) {
    const inside = this._deeper(depth);
    const map = {};
    for (let index = 0; index < length; index++) {
      const key = this._value(inside);
      if (typeof key !== "string" && typeof key !== "number") throw malformed("a key that is no text");
      const value = this._value(inside);
      if (key === "__proto__") {
        Object.defineProperty(map, key, { value, enumerable: true, writable: true, configurable: true });
      } else {
        map[key] = value;
      }
    }
    return map;
  }

  // A timestamp becomes a Date; of other types nobody knows what they mean.
  _extension(length) {
    const type = this._number(1, "Int8");
    const start = this._at;
    const data = this._binary(length);
    if (type !== EXT_TIMESTAMP) return { type, data };
    if (length === 4) return new Date(this._view.getUint32(start) * 1000);
    if (length === 8) {
      const both = this._view.getBigUint64(start);
      return new Date(Number(both & 0x3ffffffffn) * 1000 + Number(both >> 34n) / 1000000);
    }
    if (length !== 12) throw malformed("a timestamp of " + length + " bytes");
    return new Date(Number(this._view.getBigInt64(start + 4)) * 1000 + this._view.getUint32(start) / 1000000);
  }
}

// Finds the values in a stream of bytes that may be cut anywhere. It looks at headers only, each byte once, and keeps the bytes
// of the value that is not complete; then that is decoded.
class MsgPackStream {
  constructor() {
    this._decoder = new MsgPackDecoder();
    this._reset();
  }

  _reset() {
    // The bytes of the value so far, where they came in earlier frames.
    this._held = new Uint8Array(0);
    this._heldLength = 0;
    // Values that the value still lacks, itself included; bytes that the value at hand still lacks; of its length: the bytes
    // that are still to be read, what they tell so far, and what follows.
    this._missing = 1;
    this._elements = 0;
    this._skip = 0;
    this._lengthBytes = 0;
    this._length = 0;
    this._kind = "";
  }

  // Takes the next bytes and yields the values that are complete. Throws where the bytes are no MessagePack, and where they
  // announce more than the limits allow; of no use any more then.
  *push(frame) {
    if (!(frame instanceof ArrayBuffer)) throw malformed("a text");
    const bytes = new Uint8Array(frame);
    let start = 0;
    let at = 0;
    while (at < bytes.length) {
      if (this._skip) {
        const skipped = Math.min(this._skip, bytes.length - at);
        this._skip -= skipped;
        at += skipped;
      } else {
        this._look(bytes[at++]);
        if (this._heldLength + at - start + this._skip > MAX_MESSAGE) throw malformed("a message of more than 1 GiB");
      }
      if (!this._missing && !this._skip && !this._lengthBytes) {
        const message = this._heldLength ? this._hold(bytes.subarray(start, at)) : bytes.subarray(start, at);
        this._reset();
        start = at;
        yield this._decoder.decode(message);
      }
    }
    if (start < at) this._hold(bytes.subarray(start));
  }

  _hold(bytes) {
    const length = this._heldLength + bytes.length;
    if (length > this._held.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this._held.length));
      larger.set(this._held.subarray(0, this._heldLength));
      this._held = larger;
    }
    this._held.set(bytes, this._heldLength);
    this._heldLength = length;
    return this._held.subarray(0, length);
  }

  // Looks at a byte that tells a type or a part of a length.
  _look(byte) {
    if (this._lengthBytes) {
      this._length = this._length * 0x100 + byte;
      if (!--this._lengthBytes) this._announce(this._kind, this._length);
      return;
    }
    this._missing--;
    if (byte < 0x80 || byte >= 0xe0) return;
    if (byte < 0x90) this._announce("map", byte & 15);
    else if (byte < 0xa0) this._announce("array", byte & 15);
    else if (byte < 0xc0) this._announce("string", byte & 31);
    else if (byte === 0xc1) throw malformed("a byte c1");
    else if (byte < 0xc4) return;
    else if (byte < 0xc7) this._expectLength("binary", byte - 0xc4);
    else if (byte < 0xca) this._expectLength("extension", byte - 0xc7);
    else if (byte < 0xcc) this._skip = 4 << (byte - 0xca);
    else if (byte < 0xd4) this._skip = 1 << (byte & 3);
    else if (byte < 0xd9) this._announce("extension", 1 << (byte - 0xd4));
    else if (byte < 0xdc) this._expectLength("string", byte - 0xd9);
    else this._expectLength(byte < 0xde ? "array" : "map", byte & 1 ? 2 : 1);
  }

  _expectLength(kind, logarithm) {
    this._kind = kind;
    this._length = 0;
    this._lengthBytes = 1 << logarithm;
  }

  _announce(kind, length) {
    if (kind === "array" || kind === "map") {
      this._elements += length;
      if (this._elements > MAX_ELEMENTS) throw malformed("more than " + MAX_ELEMENTS + " elements");
      this._missing += kind === "map" ? 2 * length : length;
    } else {
      if (kind === "string" && length > MAX_STRING) throw malformed("a text of " + length + " bytes");
      this._skip = kind === "extension" ? length + 1 : length;
    }
  }
}
