// The values of the vectors: [name, value]. Everything is deterministic.

const numbers = [
  0, 1, 15, 16, 31, 32, 127, 128, 255, 256, 65535, 65536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1,
  2 ** 32, 2 ** 32 + 1, 2 ** 40 + 12345, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, 2 ** 60, 2 ** 63,
  2 ** 63 + 2048, 2 ** 64 - 2048, 2 ** 64, 1e21, 1e300, Number.MAX_VALUE,
  -0, -1, -31, -32, -33, -127, -128, -129, -32767, -32768, -32769, -(2 ** 31), -(2 ** 31) - 1,
  -(2 ** 32), -(2 ** 40) - 12345, -(2 ** 53) + 1, -(2 ** 53), -(2 ** 63), -(2 ** 64), -1e21,
  0.5, -0.5, 1.1, -1.1, 7.999999999999999, 0.1, 1 / 3, Math.PI, -Math.PI, 1e-7, 123456.789,
  Number.MIN_VALUE, 2 ** -1022, 2 ** -1022 - 2 ** -1074, Number.EPSILON,
  Infinity, -Infinity, NaN,
];

const text = (length, alphabet) =>
  Array.from({ length }, (_, index) => alphabet[index % alphabet.length]).join('');

const strings = [
  '', 'hi', 'a\u0000b', '\u007f\u0080\u07ff\u0800\uffff', '日本語', 'café', 'Ünïcödé', '\ufeffbom',
  '__proto__', text(15, 'x'), text(16, 'x'), text(23, 'y'), text(24, 'y'), text(25, 'y'),
  text(5, 'é'), text(7, 'é'), text(8, 'é'), text(12, '語'), text(23, '語'), text(24, '語'),
  text(255, 'abc'), text(256, 'abc'),
  '😀', 'a😀b', '😀😃😄😁', '👩‍👩‍👧‍👦', '\u{10000}\u{10ffff}', text(30, ['😀']), text(200, ['x😀']),
  '\ufffd', text(30, ['\ufffd😀']),
  'lone \ud800 high', 'lone \udc00 low', '\udc00\ud800', text(40, ['\ud83d']),
];

const bytes = (length) => Uint8Array.from({ length }, (_, index) => (index * 7 + 1) & 0xff);

const binaries = [0, 1, 3, 15, 16, 255, 256].map((length) => bytes(length));

const nested = (depth) => {
  let value = [];
  for (let level = 1; level < depth; level++) value = level % 2 ? { in: value } : [value];
  return value;
};

const entries = (count) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index - 5]));

const containers = [
  [], [1, 2, 3], [[], {}, [[]]], text(15, 'z').split(''), text(16, 'z').split(''),
  {}, { a: 1 }, { b: 1, a: 2 }, { 2: 'two', 1: 'one', x: 'x' }, { '': '', 'ключ': 'значение' },
  entries(15), entries(16), entries(100),
  { undefined: undefined, null: null, yes: true, no: false },
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "toString": 2}'),
  { id: 7, data: Uint8Array.of(1, 2, 3), list: [{ name: 'x' }, { name: 'y', z: [null, 1.5] }] },
  { __peerData: 1, n: 0, data: Uint8Array.of(9, 8, 7), total: 3 },
  { __peerData: { type: 'close' } },
  nested(100), nested(512),
];

/** A small generator of numbers that is the same everywhere (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomValue(next, depth) {
  const below = (limit) => Math.floor(next() * limit);
  switch (below(depth > 0 ? 8 : 6)) {
    case 0: return [null, true, false][below(3)];
    case 1: return below(2 ** (1 + below(31))) * (next() < 0.5 ? 1 : -1) || 0;
    case 2: return Math.floor(2 ** (next() * 70)) * (next() < 0.5 ? 1 : -1);
    case 3: return (next() - 0.5) * 10 ** (below(40) - 20);
    case 4: return String.fromCodePoint(...Array.from({ length: below(40) }, () => 32 + below([96, 2000, 50000][below(3)])));
    case 5: return Uint8Array.from({ length: below(40) }, () => below(256));
    case 6: return Array.from({ length: below(6) }, () => randomValue(next, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: below(6) }, () => [`k${below(100)}`, randomValue(next, depth - 1)]),
      );
  }
}

const next = random(20261123);
const randoms = Array.from({ length: 200 }, () => randomValue(next, 4));

export const cases = [
  ...[null, undefined, true, false].map((value) => [String(value), value]),
  ...numbers.map((value) => [`number ${Object.is(value, -0) ? '-0' : value}`, value]),
  ...strings.map((value, index) => [`string ${index}`, value]),
  ...binaries.map((value) => [`binary of ${value.length}`, value]),
  ...containers.map((value, index) => [`container ${index}`, value]),
  ...randoms.map((value, index) => [`random ${index}`, value]),
];

/** Too large to be written down; the test that has stock decoders read them makes the same in Java. */
export const largeCases = [
  ...[65535, 65536].flatMap((size) => [
    [`large string of ${size}`, text(size, 'w')],
    [`large binary of ${size}`, bytes(size)],
    [`large array of ${size}`, Array.from({ length: size }, (_, index) => index & 1)],
    [`large map of ${size}`, entries(size)],
  ]),
];
