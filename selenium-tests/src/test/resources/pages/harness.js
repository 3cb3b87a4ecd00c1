'use strict';
// What a test can ask of this page. Peers and connections have names, given by the test; incoming
// ones are called after the peer they came to: `anna/connection-1`, `anna/call-2`.

window.harness = (() => {
  const objects = new Map();
  const offers = [];
  const begun = new Map();

  // What a test accounts for, one by one.
  const PEER_EVENTS = ['open', 'close', 'disconnected', 'error', 'reconnecting'];
  const DATA_EVENTS = ['open', 'data', 'close', 'error', 'reconnecting', 'reconnected'];
  const CALL_EVENTS = ['close', 'error', 'rejected', 'reconnecting', 'reconnected'];
  // How often these come depends on the network's timing.
  const NOTED_EVENTS = ['iceStateChanged', 'willCloseOnRemote'];

  /** Whether it runs PeerJS's own code: in its page, or in the connection classes that its serializers carry into ours. */
  function isStocks(object) {
    return location.pathname.includes('peerjs-') || '_negotiator' in object;
  }

  function find(name) {
    if (!objects.has(name)) throw new Error(`There is no ${name} in this page`);
    return objects.get(name);
  }

  function add(name, object, events) {
    objects.set(name, object);
    let opened = false;
    for (const event of events) {
      object.on(event, (...args) => {
        // Chromium may open a data channel twice, and PeerJS 1.5.5 then says so; ours must not.
        const again = event === 'open' && opened && isStocks(object) && events === DATA_EVENTS;
        opened ||= event === 'open';
        recorder[again ? 'note' : 'record'](name, event, ...args);
      });
    }
    for (const event of NOTED_EVENTS) {
      object.on(event, (...args) => recorder.note(name, event, ...args));
    }
  }

  function addPeer(name, peer) {
    let connections = 0;
    let calls = 0;
    add(name, peer, PEER_EVENTS);
    peer.on('connection', (connection) => {
      const connectionName = `${name}/connection-${++connections}`;
      recorder.record(name, 'connection', connectionName);
      add(connectionName, connection, DATA_EVENTS);
    });
    peer.on('call', (call) => {
      const callName = `${name}/call-${++calls}`;
      recorder.record(name, 'call', callName);
      addCall(callName, call);
    });
  }

  const tracks = new Map();

  function addCall(name, call) {
    add(name, call, CALL_EVENTS);
    tracks.set(name, []);
    call.on('track', (track, streams) => {
      recorder.note(name, 'track', track.kind, streams.length);
      tracks.get(name).push(`${track.kind} in ${streams.length}`);
    });
    call.on('stream', (stream) => {
      const kinds = stream.getTracks().map((track) => track.kind).sort();
      recorder.record(name, 'stream', kinds.join(' and '));
      media.play(name, stream);
    });
  }

  function peerOptions(options) {
    // No STUN: the test network ends at this machine.
    return { host: 'localhost', path: '/', secure: false, config: { iceServers: [] }, ...options };
  }

  function connectOptions({ metadata, ...options }) {
    return metadata === undefined ? options : { ...options, metadata: values.build(metadata) };
  }

  const commands = {
    /** Of a class that `serializers.js` makes, see there. */
    async createSerializingPeer({ name, id, options, kind }) {
      addPeer(name, await serializers.createPeer(kind, id, peerOptions(options)));
    },

    createPeer({ name, id, options }) {
      const peer = id === null ? new Peer(peerOptions(options)) : new Peer(id, peerOptions(options));
      addPeer(name, peer);
    },

    /** Within one turn of the event loop, so that the peer cannot have opened in between. */
    createPeerAndConnect({ peer, name, id, options }) {
      commands.createPeer({ name: peer, id: null, options });
      return commands.connect({ peer, name, id, options: {} });
    },

    /** Tells whether a connection was made; a peer that may not connect returns undefined. */
    connect({ peer, name, id, options }) {
      const connection = find(peer).connect(id, connectOptions(options));
      if (connection) add(name, connection, DATA_EVENTS);
      return Boolean(connection);
    },

    async call({ peer, name, id, options }) {
      const stream = await media.openDevices();
      addCall(name, find(peer).call(id, stream, connectOptions(options)));
    },

    /** Calls without sending anything. */
    callToReceive({ peer, name, id, options }) {
      addCall(name, find(peer).call(id, null, options));
    },

    /** Connects or calls with a signal, and aborts it. */
    async abort({ peer, name, id, method }) {
      const controller = new AbortController();
      const options = { signal: controller.signal };
      const made = find(peer)[method](id, ...(method === 'call' ? [await media.openDevices(), options] : [options]));
      (method === 'call' ? addCall : add)(name, made, DATA_EVENTS);
      controller.abort();
    },

    /** What came of a promise of an object: `fulfilled`, or the type of the error. */
    async outcome({ name, property }) {
      return find(name)[property].then(() => 'fulfilled', (error) => error.type);
    },

    /** What connect or call throws for options that make no sense, as its name. */
    refusal({ peer, method, options }) {
      try {
        find(peer)[method]('somebody', ...(method === 'call' ? [null, options] : [options]));
        return null;
      } catch (error) {
        return error.name;
      }
    },

    /** Sends a picture of another size instead of the camera's; tells what came of it. */
    async showScreen({ name }) {
      const call = find(name);
      const [camera] = call.localStream.getVideoTracks();
      const [screen] = media.openScreen().getVideoTracks();
      return call.replaceTrack(camera, screen).then(() => 'fulfilled', (error) => error.type);
    },

    /** Sends a screen beside the camera; tells what came of it. */
    async addScreen({ name }) {
      const stream = media.openScreen();
      const [screen] = stream.getVideoTracks();
      return find(name).addTrack(screen, stream).then(() => 'fulfilled', (error) => error.type);
    },

    /** Sends the camera no more; tells what came of it. */
    async removeCamera({ name }) {
      const call = find(name);
      const [camera] = call.localStream.getVideoTracks();
      return call.removeTrack(camera).then(() => 'fulfilled', (error) => error.type);
    },

    /** The tracks that have come to a call, of which kind and in how many streams. */
    tracks({ name }) {
      return tracks.get(name);
    },

    pictureIsWide({ name, width }) {
      return media.pictureIsWide(name, width);
    },

    async answer({ name }) {
      find(name).answer(await media.openDevices());
    },

    send({ name, value }) {
      find(name).send(values.build(value));
    },

    /** Sends a value with a getter that sends another one, `inner`, and gives `outer`. */
    sendWithinGetter({ name, inner, outer }) {
      const connection = find(name);
      connection.send({
        get value() {
          connection.send(values.build(inner));
          return values.build(outer);
        },
      });
    },

    /** Tells for each value what `send` threw, null when it did not. */
    sendAll({ name, values: recipes }) {
      return recipes.map((recipe) => {
        try {
          find(name).send(values.build(recipe));
          return null;
        } catch (error) {
          return String(error);
        }
      });
    },

    /** Begins one of `transfers`, and goes on. */
    begin({ name, what, args }) {
      begun.set(`${name} ${what}`, Promise.resolve(transfers[what](find(name), args)));
    },

    /** Waits for what was begun. */
    finish({ name, what }) {
      return begun.get(`${name} ${what}`);
    },

    /** Waits for the next message of the signalling server. */
    async nextServerMessage({ name }) {
      await new Promise((resolve) => find(name).socket._socket.addEventListener('message', resolve, { once: true }));
    },

    /** close, disconnect, reconnect, destroy. */
    invoke({ name, method, args }) {
      find(name)[method](...args);
    },

    /** What a connection reports about itself. */
    report({ name }) {
      return find(name).report();
    },

    /** A property of a peer or connection, described: `open`, `dataChannel.ordered`. */
    property({ name, property }) {
      return values.describe(property.split('.').reduce((object, key) => object[key], find(name)));
    },

    /** The types of the members of those names: `typeof`, and `null` for null. */
    members({ name, members }) {
      const object = find(name);
      return members.map((member) => (object[member] === null ? 'null' : typeof object[member]));
    },

    /** Uses an object's emitter as the documentation has it, and tells what came of it. */
    emitter({ name }) {
      const object = find(name);
      const heard = [];
      const first = (...values) => heard.push(['first', ...values]);
      const second = (...values) => heard.push(['second', ...values]);
      const chained = object.on('custom', first) === object && object.once('custom', second) === object;
      object.emit('custom', 1, 'two');
      object.emit('custom', 3);
      const counts = [object.listenerCount('custom'), object.listeners('custom').length];
      const named = object.eventNames().includes('custom');
      object.off('custom', first);
      const silent = object.emit('custom') === false;
      object.addListener('custom', first).removeListener('custom', first);
      object.addListener('custom', first).removeAllListeners('custom');
      const empty = object.listenerCount('custom') === 0;
      return { heard, chained, counts, named, silent, empty };
    },

    /** Emits an error on an object that nobody listens to. */
    emitUnheardError({ id, options }) {
      const peer = new Peer(id, peerOptions(options));
      const answer = peer.emit('error', new Error('unheard'));
      peer.destroy();
      return answer;
    },

    /** The types of the members of a global object. */
    globalMembers({ path, members }) {
      const object = path.reduce((from, key) => from[key], globalThis);
      return members.map((member) => typeof object[member]);
    },

    /** A peer's options with the defaults filled in, less what is not data. It connects to nobody. */
    optionsOfPeer({ options }) {
      const peer = new Peer(' not valid ', peerOptions(options));
      const { config, token, serializers, ...plain } = peer.options;
      peer.on('error', () => {}).destroy();
      return plain;
    },

    /** What is logged when a peer's id is not valid: the level, then the words. */
    async logOfInvalidId({ debug, where }) {
      const lines = [];
      const logFunction = (level, ...words) => lines.push([level, ...words].join(' '));
      if (where === 'util') util.setLogFunction(logFunction);
      const peer = new Peer(' ', { debug, ...(where === 'option' ? { logFunction } : {}) });
      await new Promise((resolve) => peer.on('error', resolve));
      return lines.join('\n');
    },

    /** What comes of a page's own `util.validateId` and `util.randomToken`. */
    async replaceUtil({ options }) {
      const { validateId, randomToken } = util;
      util.validateId = () => true;
      util.randomToken = () => 'of the page';
      const peer = new Peer('no rule', peerOptions(options));
      const outcome = await new Promise((resolve) => {
        peer.on('open', (id) => resolve(`accepted: ${id}`)).on('error', (error) => resolve(error.type));
      });
      const { token } = peer.options;
      Object.assign(util, { validateId, randomToken });
      peer.destroy();
      return `${outcome}, token: ${token}`;
    },

    /** From now on, keeps with what options offers are asked for. */
    watchOffers() {
      const { prototype } = RTCPeerConnection;
      const { createOffer } = prototype;
      prototype.createOffer = function (...args) {
        offers.push(args[0] ?? null);
        return createOffer.apply(this, args);
      };
    },

    offersSeen() {
      return offers;
    },

    /** What the object has raised of the events that no test counts. */
    notes({ name }) {
      return recorder.notesOf(name);
    },

    /** What the functions of `util` answer. */
    useUtil() {
      return {
        ids: ['a', 'a b', 'a-b_c', 'a__b', 'a--b', '', undefined].map((id) => Boolean(util.validateId(id))),
        badIds: [' a', 'a ', '-a', 'ä', 'a.b'].map((id) => Boolean(util.validateId(id))),
        keys: ['peerjs', '-'].map((key) => Boolean(util.validateKey(key))),
        tokens: util.randomToken() !== util.randomToken() && typeof util.randomToken() === 'string',
        secure: util.isSecure(),
        bytes: [...new Uint8Array(util.binaryStringToArrayBuffer('a\u00ff'))],
        packed: util.unpack(util.pack({ a: [1, 'b', null] })),
        noop: util.noop() === undefined,
      };
    },

    blobAsBuffer({ text }) {
      return new Promise((resolve) => {
        util.blobToArrayBuffer(new Blob([text]), (buffer) => resolve(new TextDecoder().decode(buffer)));
      });
    },

    /** The types of the two candidates in use, and how this end reaches its relay. */
    async route({ name }) {
      const stats = await find(name).peerConnection.getStats();
      const all = [...stats.values()];
      const chosen = all.find((entry) => entry.type === 'transport')?.selectedCandidatePairId;
      const pair = stats.get(chosen) ?? all.find((entry) => entry.type === 'candidate-pair' && entry.selected);
      const local = stats.get(pair.localCandidateId);
      const relay = local.candidateType === 'relay' ? ` by ${local.relayProtocol}` : '';
      return `${local.candidateType} to ${stats.get(pair.remoteCandidateId).candidateType}${relay}`;
    },

    /** How many connections the peer keeps in its `connections`. */
    connectionCount({ name }) {
      return Object.values(find(name).connections).flat().length;
    },

    /** A global value, described: `path` leads to it from the global object. */
    global({ path }) {
      return values.describe(path.reduce((object, key) => object[key], globalThis));
    },

    framesAdvance({ name, count }) {
      return media.framesAdvance(name, count);
    },

    audioAdvances({ name, count }) {
      return media.audioAdvances(find(name).peerConnection, count);
    },

    entriesFrom({ index, timeout }) {
      return recorder.entriesFrom(index, timeout);
    },

    settled() {
      return recorder.settled();
    },

    diagnostics() {
      return recorder.diagnostics();
    },
  };

  /** Carries out a command, and hands its result or its failure to `done`; both ways as JSON. */
  async function run(command, args, done) {
    let outcome;
    try {
      outcome = { result: (await commands[command](JSON.parse(args))) ?? null };
    } catch (error) {
      outcome = { failure: String(error), stack: String(error?.stack) };
    }
    done(JSON.stringify(outcome));
  }

  return { run };
})();
