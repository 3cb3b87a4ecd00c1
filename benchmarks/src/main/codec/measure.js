// Measures codecs side by side: every round takes a sample of each in turn, and the medians count.
var measure = (codecs, cases, rounds) => {
  const warmUpMilliseconds = 60;
  const sampleMilliseconds = 5;
  let sink;

  const time = (run, input, times) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) sink = run(input);
    return performance.now() - start;
  };

  // How often to run for a sample to be long enough for the clock, which ticks every 100 µs in Chromium. The shortest of
  // three counts: a pause for garbage makes any of them long.
  const timesOf = ({ run, input }) => {
    const shortest = () => Math.min(...[1, 2, 3].map(() => time(run, input, times)));
    let times = 1;
    while (shortest() < sampleMilliseconds && times < 1e6) times *= 2;
    return times;
  };

  const median = (samples) => samples.sort((one, other) => one - other)[samples.length >> 1];

  // A value in a form to compare: binaries as texts.
  const plain = (value) =>
    JSON.stringify(value, (key, each) => {
      if (!(each instanceof ArrayBuffer || ArrayBuffer.isView(each))) return each;
      const bytes = new Uint8Array(each.buffer ?? each, each.byteOffset ?? 0, each.byteLength);
      return bytes.length + ":" + bytes.subarray(0, 1000).join();
    });

  const candidate = (codec, direction, value) => {
    const { name } = codec;
    const own = codec.value?.(value) ?? value;
    try {
      const packed = codec.pack(own);
      const input = packed instanceof ArrayBuffer ? packed : new Uint8Array(packed).buffer;
      const right = plain(codec.unpack(input)) === plain(value);
      const inputs = { pack: own, unpack: input };
      return { name, run: codec[direction], input: inputs[direction], right, samples: [] };
    } catch {
      // Some cannot do all of it; that is a result, too.
      return { name, samples: null };
    }
  };

  const rows = [];
  for (const [name, value] of Object.entries(cases)) {
    for (const direction of ["pack", "unpack"]) {
      rows.push({ name, direction, all: codecs.map((codec) => candidate(codec, direction, value)) });
    }
  }
  const able = (row) => row.all.filter(({ samples }) => samples);
  // What can do it once may fail yet: the stack that a function needs changes when it is compiled again.
  const attempt = (each, work) => {
    try {
      if (each.samples) work(each);
    } catch {
      each.samples = null;
    }
  };
  // All of them are compiled, for all values, before the first sample is taken.
  const all = rows.flatMap(able);
  for (let warming = 0; warming < 2; warming++) {
    for (const each of all) {
      attempt(each, ({ run, input }) => {
        const end = performance.now() + warmUpMilliseconds;
        while (performance.now() < end) sink = run(input);
      });
    }
  }
  for (const each of all) attempt(each, () => (each.times = timesOf(each)));
  for (let round = 0; round < rounds; round++) {
    for (const row of rows) {
      // In any order, so that nobody is always the one who pays for the garbage of another.
      const turn = able(row).map((each) => [Math.random(), each]);
      for (const [, each] of turn.sort(([one], [other]) => one - other)) {
        attempt(each, ({ run, input, times, samples }) => samples.push(time(run, input, times) / times));
      }
    }
  }
  return rows.map(({ name, direction, all }) => ({
    name,
    direction,
    results: all.map(({ name: codec, right, samples }) => ({
      codec,
      right,
      milliseconds: samples && median(samples),
    })),
  }));
};
