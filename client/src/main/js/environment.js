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
  deferred,
  ready: (emitter, value) => promisesOf(emitter).ready.resolve(value),
  newError: (type, message, cause) => new PeerError(type, message, cause ?? undefined),
  fire(emitter, name, value) {
    const promised = promisesOf(emitter);
    if (name === "error") promised.error = value;
    if (name === "close" || name === "disconnected") {
      promised.ready.reject(promised.error ?? new PeerError("disconnected", "Closed before it was open"));
    }
    if (name === "close") promised.closed.resolve();
    try {
      emitter.emit(name, value);
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
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
      serializers: {},
    };
    for (const name in given) if (given[name] !== undefined) options[name] = given[name];
    const { host, path } = options;
    if (host === "/") options.host = location.hostname;
    options.port = +options.port;
    options.path = ("/" + path + "/").replace(/\/+/g, "/");
    const isSkyWay = /(^|\.)skyway\.io$/.test(host);
    if (host === util.CLOUD_HOST || isSkyWay) options.secure = true;
    options.secure ??= util.isSecure();
    options.skyway ??= isSkyWay;
    if (options.logFunction) logFunction = options.logFunction;
    logLevel = options.debug;
    return options;
  },
});
