// The event emitter of every object. Listeners live in a list under a symbol, out of the way of whatever a page keeps on its
// peers and connections. A list is replaced, never changed, so that listeners may add and remove others.
const entriesKey = Symbol();
const entriesOf = (emitter) => emitter[entriesKey] ?? [];
const entriesFor = (emitter, name) => entriesOf(emitter).filter((entry) => entry.name === name);

const keep = (emitter, isKept) => {
  emitter[entriesKey] = entriesOf(emitter).filter(isKept);
  return emitter;
};

const emitterMethods = {
  on(name, listener, context, once) {
    if (typeof listener !== "function") throw new TypeError("The listener must be a function");
    this[entriesKey] = [...entriesOf(this), { name, listener, context, once }];
    return this;
  },
  once(name, listener, context) {
    return emitterMethods.on.call(this, name, listener, context, true);
  },
  off(name, listener, context, once) {
    return keep(
      this,
      (entry) =>
        entry.name !== name ||
        (listener &&
          (entry.listener !== listener || (context && entry.context !== context) || (once && !entry.once))),
    );
  },
  removeAllListeners(name) {
    return keep(this, (entry) => name !== undefined && entry.name !== name);
  },
  emit(name, ...values) {
    const entries = entriesFor(this, name);
    for (const entry of entries) {
      if (entry.once) this.off(name, entry.listener, entry.context, true);
      entry.listener.apply(entry.context ?? this, values);
    }
    return entries.length > 0;
  },
  // An error with a type, as PeerJS 1.5 and the serializers written against it raise it.
  emitError(type, error) {
    log(1, error);
    this.emit("error", new PeerError(type, error));
  },
  listeners(name) {
    return entriesFor(this, name).map((entry) => entry.listener);
  },
  listenerCount(name) {
    return this.listeners(name).length;
  },
  eventNames() {
    return [...new Set(entriesOf(this).map((entry) => entry.name))];
  },
};
emitterMethods.addListener = emitterMethods.on;
emitterMethods.removeListener = emitterMethods.off;
