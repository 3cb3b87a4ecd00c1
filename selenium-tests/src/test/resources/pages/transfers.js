'use strict';
// What a page does with data that is too large to be described as an event: it sends, pipes and
// reads, and tells what came of it. Used by `begin` and `finish` of `harness.js`.

const transfers = (() => {
  const MEGABYTE = 1 << 20;

  /** Bytes that are different everywhere, and the same in every page. */
  function content(size) {
    const piece = new Uint8Array(MEGABYTE);
    const parts = [];
    for (let start = 0; start < size; start += MEGABYTE) {
      for (let i = 0; i < MEGABYTE; i += 251) piece[i] = start / MEGABYTE + i;
      parts.push(piece.slice(0, Math.min(MEGABYTE, size - start)));
    }
    return new Blob(parts);
  }

  async function digest(blob) {
    const hash = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16)).join('');
  }

  /** Follows the progress in one direction. */
  function follow(connection, direction, watch = () => {}) {
    const seen = { events: 0, transferred: 0, total: 0, grows: true };
    connection.on('progress', (event) => {
      if (event.direction !== direction) return;
      seen.events++;
      seen.grows &&= event.transferred > seen.transferred && event.transferred <= event.total;
      Object.assign(seen, { transferred: event.transferred, total: event.total });
      watch(seen);
    });
    return seen;
  }

  const settled = (promise) => promise.then(() => 'fulfilled', (error) => error.type);

  function until(holds) {
    return new Promise((resolve) => {
      const look = () => (holds() ? resolve() : setTimeout(look, 5));
      look();
    });
  }

  return {
    /** The digest of what the other functions send. */
    digest: (connection, { size }) => digest(content(size)),

    /** Sends a Blob, and waits for the promise and for the buffer to drain. */
    async send(connection, { size }) {
      let highest = 0;
      const progress = follow(connection, 'send', () => {
        highest = Math.max(highest, connection.dataChannel.bufferedAmount);
      });
      const drained = new Promise((resolve) => connection.once('drain', resolve));
      const outcome = await settled(connection.send(content(size)));
      await drained;
      return { outcome, progress, calm: highest < 2 * MEGABYTE, left: connection.bufferSize };
    },

    /** Sends a Blob, aborts it in the middle, and sends a text after it. */
    async abort(connection, { size, after }) {
      const controller = new AbortController();
      follow(connection, 'send', ({ transferred }) => {
        if (transferred > size / 2) controller.abort();
      });
      const sent = connection.send(content(size), { signal: controller.signal });
      const next = connection.send(after);
      const late = connection.send('never', { signal: AbortSignal.abort() });
      return Promise.all([sent, next, late].map(settled));
    },

    /** Waits for a value. */
    async receive(connection, { binaryType }) {
      connection.binaryType = binaryType;
      connection.removeAllListeners('data');
      const progress = follow(connection, 'receive');
      const value = await new Promise((resolve) => connection.once('data', resolve));
      if (typeof value === 'string') return value;
      return { type: value.constructor.name, progress, digest: await digest(new Blob([value])) };
    },

    /** Pipes a Blob into the connection. */
    async pipe(connection, { size }) {
      await content(size).stream().pipeTo(connection.writable);
      return connection.open;
    },

    /** Waits until everything that was written is on its way, and what follows waits. */
    async held(connection) {
      await until(() => connection.bufferSize > 0 && connection.dataChannel.bufferedAmount === 0);
      return connection.bufferSize;
    },

    /** Opens the stream of what arrives, and reads none of it. */
    hesitate(connection) {
      connection.removeAllListeners('data');
      return connection.readable === connection.readable;
    },

    /** Reads what arrives to its end. */
    async read(connection) {
      const reader = connection.readable.getReader();
      const parts = [];
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return { digest: await digest(new Blob(parts)), several: parts.length > 1 };
        parts.push(value);
      }
    },
  };
})();
