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

// The promises that tell of an object's life. Who ignores them hears nothing of unhandled rejections.
const newLifecycle = () => {
  const life = {};
  let reason;
  life.closed = new Promise((resolve) => {
    life.ended = () => {
      life.interrupted();
      resolve();
    };
  });
  life.ready = new Promise((resolve, reject) => {
    life.opened = resolve;
    life.interrupted = () =>
      reject(reason ?? new PeerError("disconnected", "It was closed before it was open."));
  });
  life.ready.catch(() => {});
  life.failed = (error) => {
    reason = error;
  };
  return life;
};

exports.install({
  util,
  log,
  newLifecycle,
  newError: (type, message, cause) => new PeerError(type, message, cause ?? undefined),
  fire(emitter, name, value) {
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
