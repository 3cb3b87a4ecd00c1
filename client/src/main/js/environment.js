// What the Java code needs of the page.

// An error with a type, made of a text or of another error. What PeerJS 1.5 copies of the other error is copied here too, and
// the message and the error itself are kept.
class PeerError extends Error {
  constructor(type, error, cause = error) {
    super(error?.message ?? error);
    // As of every Error it is not listed: pages show what they make of an error with JSON.stringify().
    if (cause && typeof cause === "object") {
      setHidden(this, "cause", cause);
      if (error === cause) Object.assign(this, error);
    }
    this.type = type;
  }
}

// That a promise is rejected and nobody looks is no error of the page.
const quiet = (promise) => {
  promise.catch(() => {});
  return promise;
};

// A promise to be settled, which is made when it is asked for.
const settled = Promise.resolve();
class Deferred {
  get promise() {
    return (this._promise ??= quiet(
      new Promise((resolve, reject) => {
        this.resolve = resolve;
        this.reject = reject;
      }),
    ));
  }
  // Promise.resolve() answers a promise as it is.
  resolve(value = settled) {
    this._promise ??= Promise.resolve(value);
  }
  reject(reason) {
    this._promise ??= quiet(Promise.reject(reason));
  }
}

// The promises `ready` and `closed` of an object, and the error that may be why it is never ready.
const promisesKey = Symbol();
// Not ??=, for which the compiler keeps the last emitter, and with it a connection, for ever.
const promisesOf = (emitter) =>
  emitter[promisesKey] ?? (emitter[promisesKey] = { ready: new Deferred(), closed: new Deferred() });
// What every object has.
const commonProperties = {
  ready: (emitter) => promisesOf(emitter).ready.promise,
  closed: (emitter) => promisesOf(emitter).closed.promise,
  _open: (emitter) => emitter.open,
};

// Runs code of the page: what it throws is thrown again where it harms nobody.
const guard = (run) => {
  try {
    run();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
};

// A connection of the class that the page registered for a serialization, as it does with PeerJS 1.5: by an option, or in a
// field of its subclass of Peer. Any text is a name here, also `constructor`.
const connectionOf = (provider, peer, serialization, options) => {
  const Class = { __proto__: null, ...provider._serializers }[serialization];
  if (!Class) return;
  const shown = provider.options;
  const { config } = shown;
  if (negotiatesForItself(Class)) shown.config = exports.configuration(provider);
  try {
    return new Class(peer, provider, options);
  } finally {
    shown.config = config;
  }
};

const fire = (emitter, name, ...values) => {
  const promises = promisesOf(emitter);
  // Errors of single messages (not-open-yet, message-too-big, bad-data) are no reason.
  if (name === "error" && !/open|big|bad/.test(values[0].type)) promises.error = values[0];
  if (name === "open") promises.ready.resolve(values[0]);
  if (name === "close" || name === "disconnected") {
    promises.ready.reject(promises.error ?? new PeerError(name === "close" ? "connection-closed" : name, "Closed before it was open"));
  }
  if (name === "close") promises.closed.resolve();
  guard(() => emitter.emit(name, ...values));
};

const check = (holds, name) => {
  if (!holds) throw new TypeError("Invalid " + name);
};

const environment = {
  util,
  log,
  newError: (type, message, cause) => new PeerError(type, message, cause),
  ready: (emitter) => promisesOf(emitter).ready.resolve(),
  fire,
  call: (object, method, argument) => guard(() => object[method](argument)),
  connectionOf,
  // Classes may negotiate for themselves, as those do that carry the base classes of PeerJS 1.5: such connections are not ours,
  // and get their messages here.
  take(provider, message) {
    const { type, src, payload } = message;
    const { connections } = provider;
    const others = (connections[src] ?? []).filter(
      (connection) => !(connection instanceof DataConnection || connection instanceof MediaConnection),
    );
    if (type === "LEAVE" || type === "EXPIRE") {
      const failed = others.filter((connection) => !connection.open);
      for (const connection of failed) {
        guard(() => {
          if (type === "EXPIRE") connection.emitError?.("peer-unavailable", "Could not connect to peer " + src);
          connection.close();
        });
      }
      return failed.length > 0;
    }
    const { connectionId } = payload;
    const known = others.find((connection) => connection.connectionId === connectionId);
    if (known) {
      const heard = type === "OFFER" || known.peerConnection;
      if (type !== "OFFER" && heard) guard(() => known.handleMessage(message));
      return heard;
    }
    let taken = false;
    if (type === "OFFER" && payload.type === "data") {
      guard(() => {
        taken = true;
        const connection = (taken = connectionOf(provider, src, payload.serialization, { ...payload, _payload: payload }));
        if (!connection) return;
        (connections[src] ?? (connections[src] = [])).push(connection);
        fire(provider, "connection", connection);
        for (const early of provider._getMessages(connectionId)) connection.handleMessage(early);
      });
    }
    return taken;
  },
  supportsWebRtc() {
    const known = knownSupport();
    return known ? known.audioVideo || known.data : hasWebRtc();
  },
  addPageHideListener: (listener) => globalThis.addEventListener?.("pagehide", listener),
  removePageHideListener: (listener) => globalThis.removeEventListener?.("pagehide", listener),
  iceSource: (options) => (typeof options.iceConfig === "function" ? async () => options.iceConfig() : null),
  dialOptions(given, defaultTimeout) {
    const { signal, timeout = defaultTimeout, reliable, priority } = given;
    const receive = given.receive ?? [];
    check(signal == null || signal.addEventListener, "signal");
    check(timeout >= 0, "timeout"); // null is 0
    check(Array.isArray(receive) && receive.every((kind) => /^(audio|video)$/.test(kind)), "receive");
    // What a page does not say is ordered, as it was up to 0.3; 1.x opens unordered channels then.
    const channel = { ordered: !!(given.ordered ?? reliable ?? true) };
    let limited = reliable;
    for (const name of ["maxRetransmits", "maxPacketLifeTime"]) {
      const limit = given[name];
      if (limit == null) continue;
      // Either of them makes a channel that is not reliable, and they exclude each other.
      check(!limited && limit === (limit & 65535), name);
      channel[name] = limit;
      limited = true;
    }
    if (priority != null) {
      check(/^(very-low|low|medium|high)$/.test(priority), "priority");
      channel.priority = priority;
    }
    return {
      ...given,
      channel,
      timeout: timeout > 0x7fffffff ? 0 : Math.ceil(timeout),
      receive,
    };
  },
  peerOptions(given) {
    const options = {
      debug: 0,
      host: given?.skyway ? "skyway.io" : util.CLOUD_HOST,
      port: util.CLOUD_PORT,
      path: "/",
      key: "peerjs",
      token: util.randomToken(),
      config: util.defaultConfig,
      referrerPolicy: "strict-origin-when-cross-origin",
      pingInterval: 5000,
      recoveryTimeout: 60000,
      serializers: {},
    };
    for (const name in given) if (given[name] !== undefined) options[name] = given[name];
    const { host } = options;
    if (host === "/") options.host = location.hostname;
    options.port = +options.port;
    options.path = ("/" + options.path + "/").replace(/\/+/g, "/");
    const isSkyWay = /(^|\.)skyway\.io$/.test(host);
    options.secure = host === util.CLOUD_HOST || isSkyWay || (options.secure ?? util.isSecure());
    options.skyway ??= isSkyWay;
    if (options.logFunction) logFunction = options.logFunction;
    logLevel = options.debug;
    const limits = {
      connections: 1000,
      pendingConnections: 64,
      pendingTime: 120000,
      pendingMessages: 256,
      pendingMessageTime: 15000,
      signalSize: 1048576,
      waitingMessages: 1024,
      messageSize: 1342177280,
      incompleteMessages: 256,
      incompleteTime: 60000,
    };
    for (const name in options.limits) {
      const limit = options.limits[name] ?? limits[name];
      check(limits[name] >= 0 && limit === +limit && limit >= 0, name);
      // No timer takes more.
      limits[name] = Math.min(limit, 0x7fffffff);
    }
    options.limits = limits;
    const policy = options.reconnect ? { minDelay: 500, maxDelay: 30000, maxAttempts: Infinity, ...options.reconnect } : null;
    for (const name in policy) check(policy[name] >= 0, "reconnect");
    options.reconnect = policy;
    return options;
  },
};
exports.start();
