// Measures codecs side by side: every round takes a sample of each in turn, and the medians count.
var measure = (codecs, cases, rounds) => {
  const sampleTime = 4;
  let sink;

  const time = (run, input, times) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) sink = run(input);
    return performance.now() - start;
  };

  // How often a sample runs to take long enough for the clock.
  const calibrate = (run, input) => {
    let times = 1;
    while (time(run, input, times) < sampleTime && times < 1e6) times *= 2;
    return times;
  };

  const median = (samples) => samples.sort((one, other) => one - other)[samples.length >> 1];

  const directions = {
    pack: (codec, value) => codec.value?.(value) ?? value,
    unpack: (codec, value) => codec.input(codec.pack(directions.pack(codec, value))),
  };
  const rows = [];
  for (const [name, value] of Object.entries(cases)) {
    for (const direction of Object.keys(directions)) {
      const candidates = codecs.map((codec) => {
        const candidate = { codec: codec.name, run: codec[direction], samples: [] };
        try {
          candidate.input = directions[direction](codec, value);
          sink = candidate.run(candidate.input);
        } catch (failure) {
          candidate.failure = String(failure);
        }
        return candidate;
      });
      rows.push({ name, direction, candidates });
    }
  }
  const each = (action) => {
    for (const { candidates } of rows) {
      for (const candidate of candidates) if (!candidate.failure) action(candidate);
    }
  };
  // All of them are compiled for all values before the first sample is taken.
  each((candidate) => time(candidate.run, candidate.input, calibrate(candidate.run, candidate.input)));
  each((candidate) => (candidate.times = calibrate(candidate.run, candidate.input)));
  for (let round = 0; round < rounds; round++) {
    for (const { candidates } of rows) {
      // Nobody is always the one who pays for the garbage of another.
      for (let i = 0; i < candidates.length; i++) {
        const candidate = candidates[(i + round) % candidates.length];
        if (candidate.failure) continue;
        const { run, input, times, samples } = candidate;
        samples.push(time(run, input, times) / times);
      }
    }
  }
  return rows.map(({ name, direction, candidates }) => ({
    name,
    direction,
    milliseconds: Object.fromEntries(
      candidates.map(({ codec, samples, failure }) => [codec, failure ?? median(samples)]),
    ),
  }));
};
