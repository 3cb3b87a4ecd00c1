'use strict';
// A page that lives for long: connects, transfers and closes, over and over, and tells what it still
// holds. It keeps nothing itself.

const cycles = (() => {
  const SERIALIZATIONS = ['binary', 'binary-utf8', 'json', 'raw'];

  // What has been set and has neither elapsed nor been cleared. The library is loaded after this.
  const timers = new Set();
  const { setTimeout: start, clearTimeout: stop } = window;
  window.setTimeout = (callback, ...rest) => {
    const timer = start(() => {
      timers.delete(timer);
      callback();
    }, ...rest);
    timers.add(timer);
    return timer;
  };
  window.clearTimeout = (timer) => {
    timers.delete(timer);
    stop(timer);
  };

  const failures = [];
  window.addEventListener('error', (event) => failures.push(event.message));
  window.addEventListener('unhandledrejection', (event) => failures.push(String(event.reason)));

  const expected = new Map();
  // What those connections wait for that are not done.
  const steps = new Map();
  let peers = [];

  async function open(port) {
    peers = ['one', 'other'].map(
      () => new Peer({ host: 'localhost', port, path: '/', secure: false, config: { iceServers: [] } }),
    );
    for (const peer of peers) {
      peer.on('error', (error) => failures.push(String(error)));
      peer.on('connection', (connection) => expected.get(connection.label)(connection));
    }
    await Promise.all(peers.map((peer) => peer.ready));
  }

  const next = (connection) => new Promise((resolve) => connection.once('data', resolve));

  async function transfer(from, to, text) {
    const arrived = next(to);
    await from.send(text);
    if ((await arrived) !== text) failures.push('Something else arrived');
  }

  async function cycle(number) {
    const [from, to] = number % 2 ? peers : [...peers].reverse();
    const label = `connection ${number}`;
    const serialization = SERIALIZATIONS[number % SERIALIZATIONS.length];
    const step = (name) => steps.set(label, name);
    step('offer');
    const incoming = new Promise((resolve) => expected.set(label, resolve));
    const connection = from.connect(to.id, { label, serialization });
    const other = await incoming;
    expected.delete(label);
    step('open');
    await Promise.all([connection.ready, other.ready]);
    step('transfer');
    // In chunks, where there are any.
    await transfer(connection, other, 'x'.repeat(serialization.startsWith('binary') ? 200_000 : 2_000));
    await transfer(other, connection, 'y');
    step('close');
    const [first, second] = number % 3 ? [connection, other] : [other, connection];
    first.close({ flush: number % 5 === 0 });
    await Promise.all([first.closed, second.closed]);
    steps.delete(label);
  }

  return {
    open,

    /** Goes through cycles with the numbers up to an end, several at once. */
    async run(first, end, atOnce) {
      let number = first;
      const worker = async () => {
        while (number < end) await cycle(number++);
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
    },

    /** How many timers run. */
    timers: () => timers.size,

    /** What is left of connections, and what went wrong. */
    held: () => ({
      steps: Object.fromEntries(steps),
      connections: peers.map((peer) => Object.keys(peer.connections).length).join(' and '),
      expected: expected.size,
      failures: failures.slice(0, 10),
    }),

    /** Ends the peers, and forgets them. */
    end() {
      for (const peer of peers) peer.destroy();
      peers = [];
    },
  };
})();
