'use strict';
// Peers with serializers, in every way in which a page may come by them. `Peer` is that of the page's script.

const serializers = (() => {
  const PEERJS = './peerjs.serializer.msgpack.mjs';
  const OURS = './serializer.msgpack.mjs';

  // A line of JSON a value, cut into frames anywhere.
  const LINE_END = '\n'.charCodeAt(0);

  class LineReader {
    constructor() {
      this.bytes = [];
    }

    *read(frame) {
      for (const byte of new Uint8Array(frame)) {
        if (byte !== LINE_END) {
          this.bytes.push(byte);
          continue;
        }
        yield JSON.parse(new TextDecoder().decode(Uint8Array.from(this.bytes)));
        this.bytes = [];
      }
    }
  }

  const lineOf = (value) => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

  /** Upon DataConnection, which the script has as a global; a page writes the whole of it. */
  const jsonLines = (DataConnection) =>
    class JsonLines extends DataConnection {
      serialization = 'JsonLines';
      reader = new LineReader();

      _initializeDataChannel(channel) {
        super._initializeDataChannel(channel);
        channel.binaryType = 'arraybuffer';
        channel.addEventListener('message', ({ data }) => {
          for (const value of this.reader.read(data)) this.emit('data', value);
        });
      }

      _send(value) {
        this.dataChannel.send(lineOf(value));
      }
    };

  /** Upon BufferedConnection, with one frame a value. */
  const bufferedLines = (BufferedConnection) =>
    class JsonLines extends BufferedConnection {
      serialization = 'JsonLines';
      reader = new LineReader();

      _handleDataMessage({ data }) {
        for (const value of this.reader.read(data)) super.emit('data', value);
      }

      _send(value, _chunked) {
        this._bufferedSend(lineOf(value));
      }
    };

  /** Upon StreamConnection, whose stream it reads as PeerJS's own MsgPack does. */
  const streamedLines = (StreamConnection) =>
    class JsonLines extends StreamConnection {
      serialization = 'JsonLines';

      constructor(peerId, provider, options) {
        super(peerId, provider, options);
        this.reading = this.readAll(this._rawReadStream.getReader());
      }

      async readAll(frames) {
        const lines = new LineReader();
        for (;;) {
          const { done, value: frame } = await frames.read();
          if (done) return;
          for (const value of lines.read(frame)) this.emit('data', value);
        }
      }

      _send(value) {
        return this.writer.write(lineOf(value));
      }
    };

  const kinds = {
    /** What PeerJS 1.5.5 ships, in the Peer of the page's script. */
    'peerjs-msgpack': async (id, options) => {
      const { MsgPack } = await import(PEERJS);
      return new Peer(id, { ...options, serializers: { MsgPack } });
    },

    /** The same as PeerJS 1.5's MsgPackPeer has it. */
    'peerjs-msgpack-peer': async (id, options) => {
      const { MsgPack } = await import(PEERJS);
      class MsgPackPeer extends Peer {
        _serializers = { MsgPack, default: MsgPack };
      }
      return new MsgPackPeer(id, options);
    },

    /** Ours, beside the script. */
    'our-msgpack': async (id, options) => {
      const { MsgPack } = await import(OURS);
      return new Peer(id, { ...options, serializers: { MsgPack } });
    },

    /** Ours, without the script. */
    'our-msgpack-peer': async (id, options) => {
      const { MsgPackPeer } = await import('./peer.min.mjs');
      return new MsgPackPeer(id, options);
    },

    'lines-on-the-script': (id, options) =>
      new Peer(id, { ...options, serializers: { JsonLines: jsonLines(DataConnection) } }),

    'lines-buffered': async (id, options) => {
      const module = await import('./peer.mjs');
      const JsonLines = bufferedLines(module.BufferedConnection);
      return new module.Peer(id, { ...options, serializers: { JsonLines } });
    },

    /** The class comes from the module, the Peer from the script. */
    'lines-streamed': async (id, options) => {
      const { StreamConnection } = await import('./peer.mjs');
      const JsonLines = streamedLines(StreamConnection);
      return new Peer(id, { ...options, serializers: { JsonLines, default: JsonLines } });
    },

    /** Knows no serializer but those that are built in. */
    plain: (id, options) => new Peer(id, options),
  };

  return { createPeer: (kind, id, options) => kinds[kind](id, options) };
})();
