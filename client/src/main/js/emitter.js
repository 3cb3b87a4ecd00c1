// The event emitter of every object. Listeners live under a symbol, out of the way of whatever a
// page keeps on its peers and connections, and in a Map, where no event name is special.
const eventsKey = Symbol("events");
// Not ??=, for which the compiler keeps the last emitter, and with it a connection, for ever.
const eventsOf = (emitter) => emitter[eventsKey] ?? (emitter[eventsKey] = new Map());

const addListener = (emitter, name, listener, context, once) => {
  if (typeof listener !== "function") throw new TypeError("The listener must be a function");
  const events = eventsOf(emitter);
  events.set(name, [...(events.get(name) ?? []), { listener, context, once }]);
  return emitter;
};

const emitterMethods = {
  on(name, listener, context) {
    return addListener(this, name, listener, context);
  },
  once(name, listener, context) {
    return addListener(this, name, listener, context, true);
  },
  off(name, listener, context, once) {
    const events = eventsOf(this);
    const kept = (listener ? (events.get(name) ?? []) : []).filter(
      (entry) =>
        entry.listener !== listener ||
        (context && entry.context !== context) ||
        (once && !entry.once),
    );
    kept.length ? events.set(name, kept) : events.delete(name);
    return this;
  },
  removeAllListeners(name) {
    name === undefined ? eventsOf(this).clear() : eventsOf(this).delete(name);
    return this;
  },
  emit(name, ...values) {
    const entries = eventsOf(this).get(name) ?? [];
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
    return (eventsOf(this).get(name) ?? []).map((entry) => entry.listener);
  },
  listenerCount(name) {
    return this.listeners(name).length;
  },
  eventNames() {
    return [...eventsOf(this).keys()];
  },
};
emitterMethods.addListener = emitterMethods.on;
emitterMethods.removeListener = emitterMethods.off;
