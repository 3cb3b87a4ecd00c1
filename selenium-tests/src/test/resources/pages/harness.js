'use strict';
// What a test can ask of this page. Peers and connections have names, given by the test; incoming
// ones are called after the peer they came to: `anna/connection-1`, `anna/call-2`.

window.harness = (() => {
  const objects = new Map();

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

  function addCall(name, call) {
    add(name, call, CALL_EVENTS);
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

    async answer({ name }) {
      find(name).answer(await media.openDevices());
    },

    send({ name, value }) {
      find(name).send(values.build(value));
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

    /** close, disconnect, reconnect, destroy. */
    invoke({ name, method, args }) {
      find(name)[method](...args);
    },

    /** A property of a peer or connection, described. */
    property({ name, property }) {
      return values.describe(find(name)[property]);
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
