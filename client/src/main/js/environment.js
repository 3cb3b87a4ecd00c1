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

const fire = (emitter, name, value) => guard(() => emitter.emit(name, value));

// A connection of the class that the page registered for a serialization, as it does with PeerJS 1.5: by an option, or in a
// field of its subclass of Peer. Any text is a name here, also `constructor`.
const connectionOf = (provider, peer, serialization, options) => {
  const Class = new Map(Object.entries(provider._serializers)).get(serialization);
  return Class && new Class(peer, provider, options);
};

exports.install({
  util,
  log,
  newError: (type, message, cause) => new PeerError(type, message, cause ?? undefined),
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
    const { connectionId, metadata, label, serialization, reliable } = payload;
    const known = others.find((connection) => connection.connectionId === connectionId);
    if (known) {
      const heard = type === "OFFER" || known.peerConnection;
      if (type !== "OFFER" && heard) guard(() => known.handleMessage(message));
      return !!heard;
    }
    let taken = false;
    if (type === "OFFER" && payload.type === "data") {
      guard(() => {
        const options = { connectionId, _payload: payload, metadata, label, serialization, reliable };
        taken = true;
        const connection = connectionOf(provider, src, serialization, options);
        taken = !!connection;
        if (!taken) return;
        (connections[src] ??= []).push(connection);
        fire(provider, "connection", connection);
        for (const early of provider._getMessages(connectionId)) connection.handleMessage(early);
      });
    }
    return taken;
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
