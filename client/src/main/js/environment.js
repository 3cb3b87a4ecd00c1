// What the Java code needs of the page.

// An error with a type, made of a text or of another error. What PeerJS 1.5 copies of the other error is copied here too, and
// the message and the error itself are kept.
class PeerError extends Error {
  constructor(type, error, cause = error) {
    super(error?.message ?? error);
    if (cause && typeof cause === "object") this.cause = cause;
    if (error === cause && typeof error === "object") Object.assign(this, error);
    this.type = type;
  }
}

// A promise to be settled. That it is rejected and nobody looks is no error of the page.
const deferred = () => {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  made.promise.catch(() => {});
  return made;
};

// The promises `ready` and `closed` of an object, and the error that may be why it is never ready.
const promisesKey = Symbol("promises");
const promisesOf = (emitter) => (emitter[promisesKey] ??= { ready: deferred(), closed: deferred() });
const promised = {
  ready: (emitter) => promisesOf(emitter).ready.promise,
  closed: (emitter) => promisesOf(emitter).closed.promise,
};

exports.install({
  util,
  log,
  newError: (type, message, cause) => new PeerError(type, message, cause ?? undefined),
  ready: (emitter) => promisesOf(emitter).ready.resolve(),
  fire(emitter, name, ...values) {
    const promised = promisesOf(emitter);
    // What was sent too early is no reason.
    if (name === "error" && values[0].type !== "not-open-yet") promised.error = values[0];
    if (name === "close") {
      promised.ready.reject(promised.error ?? new PeerError("connection-closed", "Closed before it was open"));
      promised.closed.resolve();
    }
    try {
      emitter.emit(name, ...values);
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
  },
  dialOptions(given) {
    const check = (holds, name) => {
      if (!holds) throw new TypeError("Invalid " + name);
    };
    const { signal, timeout, reliable, priority } = given;
    const receive = given.receive ?? [];
    check(signal == null || signal.addEventListener, "signal");
    check((timeout ?? 0) >= 0, "timeout");
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
      channel,
      signal: signal ?? null,
      timeout: timeout > 0x7fffffff ? 0 : Math.ceil(timeout ?? 0),
      audio: receive.includes("audio"),
      video: receive.includes("video"),
    };
  },
  peerOptions(given) {
    const options = {
      debug: 0,
      host: util.CLOUD_HOST,
      port: util.CLOUD_PORT,
      path: "/",
      key: "peerjs",
      token: util.randomToken(),
      config: util.defaultConfig,
      referrerPolicy: "strict-origin-when-cross-origin",
      pingInterval: 5000,
      serializers: {},
    };
    for (const name in given) if (given[name] !== undefined) options[name] = given[name];
    const { host, path } = options;
    if (host === "/") options.host = location.hostname;
    options.port = +options.port;
    options.path = ("/" + path + "/").replace(/\/+/g, "/");
    if (host === util.CLOUD_HOST) options.secure = true;
    options.secure ??= util.isSecure();
    if (options.logFunction) logFunction = options.logFunction;
    logLevel = options.debug;
    return options;
  },
});
