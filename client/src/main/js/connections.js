// The classes that serializers extend, as they do in PeerJS 1.5.

// Bytes that a channel may buffer before more has to wait, and bytes below which what waits goes on.
const HIGH_WATER_MARK = 1 << 20;
const LOW_WATER_MARK = 1 << 18;

// A page may have this library twice: as the script that its Peer is of, and in the module that brings a serializer. A
// connection is one of its Peer's library; so the class gets its base there, before the first connection is made.
const joinLibraryOf = (Class, provider) => {
  const Base = provider?.constructor.DataConnection;
  if (!Base) throw new TypeError("Use peer.connect()");
  if (Object.getPrototypeOf(Class) !== Base) {
    Object.setPrototypeOf(Class, Base);
    Object.setPrototypeOf(Class.prototype, Base.prototype);
  }
};

const prepareChannel = (channel, onRoom, onFrame) => {
  channel.binaryType = "arraybuffer";
  channel.bufferedAmountLowThreshold = LOW_WATER_MARK;
  channel.addEventListener("bufferedamountlow", onRoom);
  channel.addEventListener("message", onFrame);
};

const sizeOf = (frame) =>
  typeof frame === "string" ? new TextEncoder().encode(frame).length : (frame.byteLength ?? frame.size);

// For serializers whose messages are frames. A class defines `serialization`, `_send(data, chunked)`, which calls
// `_bufferedSend(frame)`, and `_handleDataMessage({ data })`, which emits `data`.
class BufferedConnection extends DataConnection {
  constructor(peer, provider, options) {
    joinLibraryOf(BufferedConnection, provider);
    super(peer, provider, options);
    this._buffer = [];
  }

  // The number of frames that wait for room in the channel.
  get bufferSize() {
    return this._buffer.length;
  }

  _initializeDataChannel(channel) {
    super._initializeDataChannel(channel);
    prepareChannel(
      channel,
      () => this._pump(),
      (event) => this._handleDataMessage(event),
    );
  }

  _bufferedSend(frame) {
    // Browsers throw, or close the channel, for a message that the other side would not take.
    if (sizeOf(frame) > (this.peerConnection.sctp?.maxMessageSize ?? 65536)) {
      this.emitError("message-too-big", "The message is larger than " + this.peer + " takes");
      return;
    }
    this._buffer.push(frame);
    this._pump();
  }

  _pump() {
    while (this.open && this._buffer.length && this.dataChannel.bufferedAmount < HIGH_WATER_MARK) {
      const frame = this._buffer.shift();
      try {
        this.dataChannel.send(frame);
      } catch (error) {
        this.emitError("bad-data", error);
      }
    }
  }

  close(options) {
    super.close(options);
    if (!this.open) this._buffer = [];
  }
}

// The most bytes in a frame of a stream.
const FRAME_SIZE = 32 * 1024;
// How much of a Blob is read at once.
const SLICE_SIZE = 1 << 20;

// For serializers that see the channel as one stream of bytes, cut anywhere. A class defines `serialization` and `_send(data)`,
// which writes to `writer`, and reads ArrayBuffers from `_rawReadStream`. Nothing holds the other side back: what is not read
// is kept.
class StreamConnection extends DataConnection {
  constructor(peer, provider, options) {
    joinLibraryOf(StreamConnection, provider);
    super(peer, provider, { ...options, reliable: true });
    this._rawReadStream = new ReadableStream({
      start: (controller) => {
        this._frames = controller;
      },
    });
    this.writer = new WritableStream({ write: (data) => this._write(data) }).getWriter();
    // That the connection has ended is told by its events.
    this.writer.closed.catch(() => {});
  }

  _initializeDataChannel(channel) {
    super._initializeDataChannel(channel);
    const wake = () => this._wake?.();
    channel.addEventListener("open", wake);
    prepareChannel(channel, wake, (event) => this._receive(event.data));
  }

  _receive(frame) {
    this._frames.enqueue(frame);
  }

  // Waits until there is room in the channel.
  async _room() {
    while (!this._ended && !(this.open && this.dataChannel.bufferedAmount < HIGH_WATER_MARK)) {
      await new Promise((resolve) => {
        this._wake = resolve;
      });
    }
    if (this._ended) throw new PeerError("connection-closed", "Connection to " + this.peer + " closed.");
  }

  // Writes bytes, or a Blob, which is read as the channel drains.
  async _write(data) {
    try {
      if (data instanceof Blob) {
        for (let start = 0; start < data.size; start += SLICE_SIZE) {
          await this._room();
          await this._writeBytes(new Uint8Array(await data.slice(start, start + SLICE_SIZE).arrayBuffer()));
        }
      } else {
        await this._writeBytes(bytesOf(data));
      }
    } catch (error) {
      // What follows a hole in the stream could not be read.
      if (!this._ended) {
        this.emitError("bad-data", error);
        this.close();
      }
      throw error;
    }
  }

  async _writeBytes(bytes) {
    for (let start = 0; start < bytes.length; start += FRAME_SIZE) {
      await this._room();
      this.dataChannel.send(bytes.subarray(start, start + FRAME_SIZE));
    }
  }

  close(options) {
    const flushing = options?.flush && this.open;
    super.close(options);
    if (flushing || this._ended) return;
    this._ended = true;
    this._wake?.();
    this._frames?.close();
  }
}
