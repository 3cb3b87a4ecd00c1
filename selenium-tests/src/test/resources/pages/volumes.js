'use strict';
// What a page does with more data than it has memory for: further `transfers`, for `begin` and
// `finish` of `harness.js`. The data is parts of a mebibyte, all of them alike but for their numbers,
// so that a Blob of any number of parts refers to the same bytes.

Object.assign(
  transfers,
  (() => {
    const PART = 1 << 20;

    const seen = { bytes: 0, highest: 0 };
    let whenSeen = () => {};
    let collected;

    function see(bytes) {
      seen.bytes = bytes;
      whenSeen();
    }

    /** As Java has it, in `Volume`. */
    function content(parts) {
      const alike = new Blob([Uint8Array.from({ length: PART - 4 }, (_, i) => (i * 31 + (i >> 8)) & 255)]);
      return new Blob(Array.from({ length: parts }, (_, number) => [Int32Array.of(number), alike]).flat());
    }

    /** The sum of all parts, in order; of each only what it was and the part itself are held. */
    class Checksum {
      #sum = new Uint8Array(32);

      async add(part) {
        const hash = await crypto.subtle.digest('SHA-256', part);
        const both = new Uint8Array(64);
        both.set(this.#sum);
        both.set(new Uint8Array(hash), 32);
        this.#sum = new Uint8Array(await crypto.subtle.digest('SHA-256', both));
      }

      toString() {
        return Array.from(this.#sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
      }
    }

    /** Watches how much the channel buffers whenever something was added to it. */
    function watchBuffer(connection) {
      const channel = connection.dataChannel;
      const { send } = channel;
      channel.send = (data) => {
        send.call(channel, data);
        seen.highest = Math.max(seen.highest, channel.bufferedAmount);
      };
    }

    return {
      /** Keeps the page busy, for its process to be found by that. */
      async work(connection, { milliseconds }) {
        const end = performance.now() + milliseconds;
        while (performance.now() < end);
      },

      /** Sends it as one Blob. */
      async sendVolume(connection, { parts }) {
        watchBuffer(connection);
        await connection.send(content(parts));
        return seen.highest;
      },

      /** Collects it as a Blob, which the page keeps. */
      async collectVolume(connection) {
        connection.binaryType = 'blob';
        connection.removeAllListeners('data');
        connection.on('progress', ({ transferred }) => see(transferred));
        collected = await new Promise((resolve) => connection.once('data', resolve));
        return { type: collected.constructor.name, size: collected.size };
      },

      /** The checksum of what was collected. */
      async sumCollected() {
        const sum = new Checksum();
        for (let at = 0; at < collected.size; at += PART) {
          await sum.add(await collected.slice(at, at + PART).arrayBuffer());
        }
        return String(sum);
      },

      /** Waits until so many bytes have arrived. */
      arrived: (connection, { bytes }) =>
        new Promise((resolve) => {
          whenSeen = () => seen.bytes >= bytes && resolve();
          whenSeen();
        }),
    };
  })(),
);
