'use strict';
// A page in which time can be stopped: what is set then is counted, and no timer elapses until it goes
// on. One such page sends more than a channel takes, another one receives it. The library is loaded after this.

window.flow = (() => {
  const KIB = 1024;
  const MIB = KIB * KIB;

  let stopped = false;
  let set = [];
  let late = [];

  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const start = window[name];
    window[name] = (callback, ...rest) => {
      if (stopped) set.push(`${name} ${rest[0]}`);
      return start((...args) => (stopped ? late.push(() => callback(...args)) : callback(...args)), ...rest);
    };
  }

  function stop() {
    stopped = true;
    set = [];
  }

  /** Lets time go on; the timers that were set meanwhile. */
  function resume() {
    stopped = false;
    for (const elapse of late.splice(0)) elapse();
    return set;
  }

  let peer;
  let connection;
  let noticed;
  const connected = new Promise((resolve) => {
    noticed = resolve;
  });
  let received = 0;
  let complete = () => {};
  const failures = [];
  addEventListener('error', (event) => failures.push(event.message));
  addEventListener('unhandledrejection', (event) => failures.push(String(event.reason)));

  const sizeOf = (value) => value.length ?? value.byteLength;

  function use(opened) {
    connection = opened;
    connection.on('data', (value) => {
      received += sizeOf(value);
      complete();
    });
    noticed(connection.ready);
  }

  /** Eight mebibytes, which is several times what a channel takes: small messages and, in `binary`, large ones. */
  function values() {
    const { serialization } = connection;
    const texts = Array.from({ length: 512 }, (_, i) => String.fromCharCode(97 + (i % 26)).repeat(8 * KIB));
    if (serialization !== 'binary') return [...texts, ...texts];
    return [new Uint8Array(2 * MIB).buffer, ...texts, new Blob([new Uint8Array(2 * MIB)])];
  }

  return {
    /** Opens a peer; its id. */
    async open(port) {
      peer = new Peer({ host: 'localhost', port, path: '/', secure: false, config: { iceServers: [] } });
      peer.on('error', (error) => failures.push(String(error)));
      peer.on('connection', use);
      await peer.ready;
      return peer.id;
    },

    /** Opens a connection to another page's peer. */
    async connect(id, serialization) {
      use(peer.connect(id, { serialization }));
      await connected;
    },

    /** Waits for a connection to open. */
    async connected() {
      await connected;
    },

    /** Stops time, and waits for all that arrives; what timers were set until then. */
    async receive(bytes) {
      stop();
      received = 0;
      await new Promise((resolve) => {
        complete = () => received >= bytes && resolve();
      });
      return { received, set: resume(), failures };
    },

    /** Stops time, sends all at once, and waits until it is on its way; what came of it, and what timers were set until then. */
    async send() {
      stop();
      const { dataChannel } = connection;
      let lows = 0;
      dataChannel.addEventListener('bufferedamountlow', () => lows++);
      const drained = new Promise((resolve) => connection.once('drain', resolve));
      const sent = values().map((value) => connection.send(value));
      const waited = connection.bufferSize > 0;
      await Promise.all(sent);
      await drained;
      return { waited, lows, left: connection.bufferSize, set: resume(), failures };
    },
  };
})();
