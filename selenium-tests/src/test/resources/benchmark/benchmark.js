'use strict';
// What the benchmark has a page do. All contestants are in this one page, each library in a frame of its own, so that
// they share the process, the main thread and the moment.

window.benchmark = (() => {
  const MIB = 1 << 20;
  const sources = new Map(); // the text of each library
  const pairs = new Map(); // the open pair of each contestant

  const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

  async function source(name) {
    if (name === 'bare') return ''; // what the browser takes for no script at all
    if (!sources.has(name)) sources.set(name, await (await fetch(`/${name}.js`)).text());
    return sources.get(name);
  }

  function prepare(text) {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const script = frame.contentDocument.createElement('script');
    // A text that the browser has not seen, or it would take the code from its cache.
    script.textContent = `${text}\n//${Math.random()}`;
    return { frame, run: () => frame.contentDocument.head.append(script) };
  }

  function evaluate(text) {
    const { frame, run } = prepare(text);
    run();
    return frame;
  }

  /** Milliseconds that the library takes until it is there: of so many loads, since Firefox's clock counts whole ones. */
  async function load({ name, count }) {
    const text = await source(name);
    const pages = Array.from({ length: count }, () => prepare(text));
    const start = performance.now();
    pages.forEach(({ run }) => run());
    const time = performance.now() - start;
    pages.forEach(({ frame }) => frame.remove());
    await settled();
    return time / count;
  }

  const opened = (emitter, event) =>
    new Promise((resolve, reject) => {
      emitter.on(event, resolve);
      emitter.on('error', reject);
    });

  /** Two peers of a library, connected through the server; what both kinds of pair have is send, receive and waiting. */
  async function pairOfPeers(name, serialization, port) {
    const frame = evaluate(await source(name));
    const { Peer } = frame.contentWindow;
    const options = { host: 'localhost', port, path: '/', debug: 0, config: { iceServers: [] } };
    const [a, b] = [new Peer(crypto.randomUUID(), options), new Peer(crypto.randomUUID(), options)];
    await Promise.all([opened(a, 'open'), opened(b, 'open')]);
    const dial = async () => {
      const start = performance.now();
      const called = new Promise((resolve) => {
        b.once('connection', (connection) => resolve(opened(connection, 'open').then(() => connection)));
      });
      const near = a.connect(b.id, { serialization, reliable: true });
      await opened(near, 'open');
      const far = await called;
      return { time: performance.now() - start, near, far };
    };
    const { time, near, far } = await dial();
    return {
      time,
      again: async () => {
        const { time, near } = await dial();
        near.close();
        return time;
      },
      realm: frame.contentWindow,
      near: side(near, (value) => near.send(value)),
      far: side(far, (value) => far.send(value)),
      close: () => {
        a.destroy();
        b.destroy();
        frame.remove();
      },
    };
  }

  function side(connection, send) {
    const result = { send, channel: connection.dataChannel, waiting: () => connection.bufferSize, onvalue: null };
    connection.on('data', (value) => result.onvalue?.(value));
    return result;
  }

  async function dialBare() {
    const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const start = performance.now();
    a.onicecandidate = ({ candidate }) => b.addIceCandidate(candidate);
    b.onicecandidate = ({ candidate }) => a.addIceCandidate(candidate);
    const near = a.createDataChannel('bare');
    const arrived = new Promise((resolve) => {
      b.ondatachannel = ({ channel }) => resolve(channel);
    });
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription);
    await b.setLocalDescription();
    await a.setRemoteDescription(b.localDescription);
    await new Promise((resolve) => {
      near.onopen = resolve;
    });
    const far = await arrived;
    return { time: performance.now() - start, near, far, close: () => [a, b].forEach((end) => end.close()) };
  }

  /** The bare channel: messages as they are, large ones in pieces of 64 KiB, and `bufferedamountlow`. */
  async function pairOfChannels(serialization) {
    const { time, near, far, close } = await dialBare();
    const again = async () => {
      const { time, close } = await dialBare();
      close();
      return time;
    };
    const json = serialization === 'json';
    return { time, again, realm: window, near: bare(near, json), far: bare(far, json), close };
  }

  function bare(channel, json) {
    const PIECE = 65536;
    const queue = [];
    const pump = () => {
      while (queue.length && channel.bufferedAmount < MIB) channel.send(queue.shift());
    };
    const result = {
      channel,
      waiting: () => queue.length,
      onvalue: null,
      send(value) {
        if (!(value instanceof ArrayBuffer)) {
          const text = JSON.stringify(value);
          queue.push(json ? text : new TextEncoder().encode(text));
        } else {
          for (let at = 0; at < value.byteLength; at += PIECE) {
            queue.push(new Uint8Array(value, at, Math.min(PIECE, value.byteLength - at)));
          }
        }
        pump();
      },
    };
    let received = 0;
    let pieces = [];
    channel.binaryType = 'arraybuffer';
    channel.bufferedAmountLowThreshold = MIB / 4;
    channel.onbufferedamountlow = pump;
    channel.onmessage = ({ data }) => {
      if (data.byteLength < PIECE) {
        result.onvalue?.(JSON.parse(new TextDecoder().decode(data)));
      } else if (typeof data === 'string') {
        result.onvalue?.(JSON.parse(data));
      } else {
        pieces.push(data);
        received += data.byteLength;
        if (received === MIB) {
          const whole = new Uint8Array(MIB);
          pieces.forEach((piece, index) => whole.set(new Uint8Array(piece), index * PIECE));
          pieces = [];
          received = 0;
          result.onvalue?.(whole.buffer);
        }
      }
    };
    return result;
  }

  /** Opens the pair that the next measurements use; milliseconds from `connect` until both sides are open. */
  async function connect({ name, serialization, port }) {
    const pair = await (name === 'bare' ? pairOfChannels(serialization) : pairOfPeers(name, serialization, port));
    pairs.set(name, pair);
    await settled();
    return pair.time;
  }

  /** Milliseconds of one more connection between the same two, which is closed then. */
  async function connectAgain({ name }) {
    const time = await pairs.get(name).again();
    await settled();
    return time;
  }

  async function close({ name }) {
    pairs.get(name).close();
    pairs.delete(name);
    await settled();
  }

  /** Sends as many values as told, as a page would that does not want to fill its memory; milliseconds until the last has arrived. */
  async function transfer(pair, count, value) {
    const { near, far } = pair;
    let received = 0;
    const start = performance.now();
    const done = new Promise((resolve) => {
      far.onvalue = () => {
        if (++received === count) resolve();
      };
    });
    for (let sent = 0; sent < count; sent++) {
      near.send(value);
      if (near.waiting() > 4 || near.channel.bufferedAmount > MIB) {
        await new Promise((resolve) => {
          const look = () => (near.waiting() || near.channel.bufferedAmount > MIB / 2 ? setTimeout(look, 0) : resolve());
          look();
        });
      }
    }
    await done;
    return performance.now() - start;
  }

  const SMALL = { type: 'move', x: 12.5, y: 7, name: 'Ann', on: true };

  // PeerJS takes no object for one whose class is of another frame.
  const smallIn = (pair) => pair.realm.JSON.parse(JSON.stringify(SMALL));

  const large = ({ name, count }) =>
    transfer(pairs.get(name), count, new (pairs.get(name).realm.Uint8Array)(MIB).fill(7).buffer);
  const small = ({ name, count }) => transfer(pairs.get(name), count, smallIn(pairs.get(name)));

  /** The same, where each send is waited for, as a page would that asks whether it worked. */
  async function awaited({ name, count }) {
    const { near, far } = pairs.get(name);
    const value = smallIn(pairs.get(name));
    let received = 0;
    const start = performance.now();
    const done = new Promise((resolve) => {
      far.onvalue = () => {
        if (++received === count) resolve();
      };
    });
    for (let sent = 0; sent < count; sent++) await near.send(value);
    await done;
    return performance.now() - start;
  }

  /** Milliseconds of each of so many round trips of a small message. */
  async function roundTrips({ name, count }) {
    const { near, far } = pairs.get(name);
    const value = smallIn(pairs.get(name));
    far.onvalue = (value) => far.send(value);
    const times = [];
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      await new Promise((resolve) => {
        near.onvalue = resolve;
        near.send(value);
      });
      times.push(performance.now() - start);
    }
    near.onvalue = null;
    return times;
  }

  return { load, connect, connectAgain, close, large, small, awaited, roundTrips };
})();
