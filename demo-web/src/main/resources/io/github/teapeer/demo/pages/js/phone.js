import { openMedia } from "./media.js";
import { durationInWords, inWords } from "./words.js";

// The one call that this page can be in. `call` is null, or has a `state`:
//
//   preparing  the camera is being opened, to call or to answer
//   calling    the other side has been called
//   ringing    this side has been called
//   talking    the call has been answered
//
// A call that is declined is rejected, one that is given up is closed. PeerJS 1.5 has no word for either, so that is said through
// the conversation with the other peer, too; whichever comes first counts.
//
// Events: `change`; `problem` with words in `detail`.
export class Phone extends EventTarget {
  call = null;
  #peer;
  #conversations;

  constructor(peer, conversations) {
    super();
    this.#peer = peer;
    this.#conversations = conversations;
    peer.on("call", (connection) => this.#called(connection));
  }

  async dial(peerId) {
    if (this.call) return;
    const call = this.#begin("preparing", peerId);
    if (!(await this.#openMedia(call))) return;
    if (call.connection) {
      // The other side has called meanwhile.
      this.#accept(call);
      return;
    }
    call.connection = this.#peer.call(peerId, call.media.stream);
    if (!call.connection) {
      this.#end(call);
      return;
    }
    this.#follow(call);
    this.#enter(call, "calling");
  }

  async answer() {
    const { call } = this;
    if (call?.state !== "ringing") return;
    this.#enter(call, "preparing");
    if (await this.#openMedia(call)) this.#accept(call);
  }

  decline() {
    const { call } = this;
    if (call?.state !== "ringing") return;
    this.#decline(call.connection);
    this.#end(call, "You declined a call");
  }

  hangUp() {
    const { call } = this;
    if (!call) return;
    if (call.state === "talking") {
      this.#end(call);
    } else {
      if (call.connection && call.state === "preparing") this.#decline(call.connection);
      else this.#conversations.get(call.peerId)?.signal("call-cancelled");
      this.#end(call, "You gave up the call");
    }
  }

  // Hears what the other peer says about calls.
  signalled(peerId, kind) {
    const { call } = this;
    if (call?.peerId !== peerId) return;
    if (kind === "call-declined" && call.state === "calling") this.#end(call, "Your call was declined");
    if (kind === "call-cancelled" && (call.state === "ringing" || call.incoming)) this.#end(call, "You missed a call");
  }

  // The conversation is over; a call that is not answered will not be.
  left(peerId) {
    const { call } = this;
    if (call?.peerId === peerId && call.state !== "talking") this.#end(call);
  }

  #called(connection) {
    const { call } = this;
    if (!call) {
      this.#ring(connection);
    } else if (call.peerId !== connection.peer || call.state === "talking" || call.state === "ringing") {
      this.#decline(connection);
    } else if (call.state === "preparing" && !call.connection) {
      call.connection = connection;
      this.#follow(call);
    } else if (call.state === "calling" && this.#peer.id > connection.peer) {
      // Both have called at once: the call of the smaller id is the one.
      const given = call.connection;
      call.connection = connection;
      given.close();
      this.#follow(call);
      this.#accept(call);
    } else if (call.state !== "calling") {
      connection.close();
    } // otherwise the other side gives its own call up
  }

  #decline(connection) {
    this.#conversations.get(connection.peer)?.signal("call-declined");
    connection.reject();
  }

  #ring(connection) {
    const call = this.#begin("ringing", connection.peer);
    call.connection = connection;
    call.incoming = true;
    this.#follow(call);
  }

  #accept(call) {
    call.connection.answer(call.media.stream);
    this.#enter(call, "talking");
  }

  #follow(call) {
    const { connection } = call;
    const isThis = () => this.call === call && call.connection === connection;
    connection.on("stream", (stream) => {
      if (!isThis()) return;
      call.remoteStream = stream;
      this.#enter(call, "talking");
    });
    connection.on("rejected", () => isThis() && this.#end(call, "Your call was declined"));
    connection.on("error", (error) => isThis() && this.#failed(connection, error));
    connection.on("close", () => isThis() && this.#end(call));
  }

  async #failed(connection, error) {
    this.#tell(inWords(error));
    const { failure } = await connection.report();
    if (failure) this.#conversations.get(connection.peer)?.note(failure);
  }

  async #openMedia(call) {
    const media = await openMedia();
    if (this.call !== call) {
      media.stop();
      return false;
    }
    call.media = media;
    if (media.problem) this.#tell(`${media.problem} The other side gets a placeholder instead.`);
    return true;
  }

  #begin(state, peerId) {
    const call = { peerId, connection: null, incoming: false, media: null, remoteStream: null, answered: 0 };
    this.#enter(call, state);
    return call;
  }

  #enter(call, state) {
    this.call = call;
    call.state = state;
    if (state === "talking") call.answered ||= performance.now();
    this.#changed();
  }

  #end(call, why) {
    const length = call.answered && durationInWords(performance.now() - call.answered);
    this.call = null;
    call.connection?.close();
    call.media?.stop();
    const unanswered = call.incoming ? "You missed a call" : "Your call was not answered";
    this.#conversations.get(call.peerId)?.note(why ?? (length ? `Call ended after ${length}` : unanswered));
    this.#changed();
  }

  #tell(words) {
    this.dispatchEvent(new CustomEvent("problem", { detail: words }));
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
