// The serialization `MsgPack` of PeerJS 1.5: MessagePack values one after the other as a stream of bytes.

// {__peerData: {type: "close"}} and nothing else: the other side has sent everything and wants to close.
const isCloseRequest = (value) => {
  const only = (object, key) => typeof object === "object" && object !== null && Object.keys(object).join() === key;
  return only(value, "__peerData") && only(value.__peerData, "type") && value.__peerData.type === "close";
};

class MsgPack extends StreamConnection {
  constructor(peer, provider, options) {
    super(peer, provider, options);
    this.serialization = "MsgPack";
    this._encoder = new MsgPackEncoder();
    this._decoder = new MsgPackStream();
  }

  _receive(frame) {
    const values = this._decoder.push(frame);
    while (this.open) {
      let next;
      try {
        next = values.next();
      } catch (error) {
        this.emitError("bad-data", error);
        this.close();
        return;
      }
      if (next.done) return;
      if (isCloseRequest(next.value)) this.close();
      else fire(this, "data", next.value);
    }
  }

  // Settles when everything is in the channel's buffer.
  _send(data) {
    let parts;
    try {
      parts = this._encoder.encode(data);
    } catch (error) {
      this.emitError("bad-data", error);
      return Promise.reject(error);
    }
    return Promise.all(parts.map((part) => this.writer.write(part))).then(() => {});
  }
}

// A Peer whose connections are MsgPack where they do not say otherwise.
class MsgPackPeer extends Peer {
  constructor(id, options) {
    super(id, options);
    this._serializers = { MsgPack, default: MsgPack };
  }
}
