'use strict';
// What the benchmark has a page do. All contestants are in this one page, each library in a frame of its own, so that
// they share the process, the main thread and the moment.

window.benchmark = (() => {
  const MIB = 1 << 20;
  const sources = new Map(); // the text of each library
  const pairs = new Map(); // the open pair of each contestant

  const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

  async function source(name) {
    if (!sources.has(name)) sources.set(name, await (await fetch(`/${name}.js`)).text());
    return sources.get(name);
  }

  function evaluate(text) {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const script = frame.contentDocument.createElement('script');
    // A text that the browser has not seen, or it would take the code from its cache.
    script.textContent = `${text}\n//${Math.random()}`;
    const start = performance.now();
    frame.contentDocument.head.append(script);
    return { frame, time: performance.now() - start };
  }

  /** Milliseconds that the library takes until it is there. */
  async function load({ name }) {
    const { frame, time } = evaluate(await source(name));
    frame.remove();
    return time;
  }

  const opened = (emitter, event) =>
    new Promise((resolve, reject) => {
      emitter.on(event, resolve);
      emitter.on('error', reject);
    });

  /** Two peers of a library, connected through the server; what both kinds of pair have is send, receive and waiting. */
  async function pairOfPeers(name, serialization, port) {
    const { frame } = evaluate(await source(name));
    const { Peer } = frame.contentWindow;
    const options = { host: 'localhost', port, path: '/', debug: 0, config: { iceServers: [] } };
    const [a, b] = [new Peer(crypto.randomUUID(), options), new Peer(crypto.randomUUID(), options)];
    await Promise.all([opened(a, 'open'), opened(b, 'open')]);
    const start = performance.now();
    const called = opened(b, 'connection').then((connection) => opened(connection, 'open').then(() => connection));
    const near = a.connect(b.id, { serialization, reliable: true });
    await opened(near, 'open');
    const far = await called;
    const time = performance.now() - start;
    return {
      time,
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

  /** The bare channel: messages as they are, large ones in pieces of 64 KiB, and `bufferedamountlow`. */
  async function pairOfChannels(serialization) {
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
    const time = performance.now() - start;
    const json = serialization === 'json';
    return { time, realm: window, near: bare(near, json), far: bare(far, json), close: () => [a, b].forEach((end) => end.close()) };
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

  return { load, connect, close, large, small, roundTrips };
})();
