// The values that the codecs are measured on.
var cases = (() => {
  // Numbers that look random and are the same in every run.
  let state = 42;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  const list = (length, make) => Array.from({ length }, make);

  const tree = (nodes) => {
    const make = (id) => ({ id, name: "node " + id, weight: random(), open: id % 2 === 0, children: [] });
    const all = list(nodes, (_, id) => make(id));
    for (let id = 1; id < nodes; id++) all[(id - 1) >> 2].children.push(all[id]);
    return all[0];
  };

  // A megabyte of UTF-8: three bytes for each of the first, four for each of the others.
  const mixed = () => {
    let text = "";
    for (let bytes = 0; bytes < 1e6; ) {
      const emoji = random() < 0.1;
      text += String.fromCodePoint(Math.floor(emoji ? 0x1f600 + random() * 64 : 0x4e00 + random() * 0x5000));
      bytes += emoji ? 4 : 3;
    }
    return text;
  };

  return {
    "small object": {
      type: "chat",
      text: "Hello, how are you?",
      from: "a3f8e2",
      time: 1732579200123,
      count: 7,
      ratio: 0.25,
      tags: ["one", "two", 3],
      read: false,
    },
    "10k doubles": list(10_000, () => (random() + random() / 2 ** 32) * 2000 - 1000),
    "10k small ints": list(10_000, () => Math.floor(random() * 256)),
    "1 MB ASCII": list(1_000_000, () => String.fromCharCode(32 + random() * 95)).join(""),
    "1 MB CJK and emoji": mixed(),
    "16 MB ArrayBuffer": bytes(16 << 20).buffer,
    "tree of 5k nodes": tree(5000),
    "16 kB chunk": { __peerData: 1, n: 0, data: bytes(16_300), total: 3 },
  };

  function bytes(length) {
    const all = new Uint8Array(length);
    for (let at = 0; at < length; at++) all[at] = at * 31;
    return all;
  }
})();
