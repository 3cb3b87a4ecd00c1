'use strict';
// Everything that happens in this page, in order, for the test to account for: events of peers and
// connections, and as events of the source `page` whatever a page of an application must never see.

const recorder = (() => {
  const entries = [];
  const diagnostics = [];
  const waiting = new Set();
  // Describing values takes promises; one chain of them keeps the order.
  let tail = Promise.resolve();

  function record(source, event, ...args) {
    tail = tail.then(async () => {
      let described;
      try {
        described = await Promise.all(args.map(values.describe));
      } catch (error) {
        described = [{ undescribable: String(error) }];
      }
      entries.push({ source, event, args: described });
      for (const wake of waiting) wake();
    });
  }

  /** A line that no test asserts, shown when one fails. */
  function note(...words) {
    diagnostics.push(`${Math.round(performance.now())} ms: ${words.map(String).join(' ')}`);
  }

  /** What was noted of one source. */
  function notesOf(source) {
    const mark = ` ms: ${source} `;
    return diagnostics.filter((line) => line.includes(mark)).map((line) => line.split(mark)[1]);
  }

  /** The entries from the given index on; waits for one, at most the given time. */
  function entriesFrom(index, timeout) {
    return new Promise((resolve) => {
      const look = () => {
        if (entries.length > index) finish();
      };
      const finish = () => {
        clearTimeout(timer);
        waiting.delete(look);
        resolve(entries.slice(index));
      };
      const timer = setTimeout(finish, timeout);
      waiting.add(look);
      look();
    });
  }

  /** Resolves when everything that has happened by now is among the entries. */
  function settled() {
    return tail;
  }

  addEventListener('error', (event) => {
    record('page', 'error', event.message, String(event.error?.stack ?? event.filename));
  });
  addEventListener('unhandledrejection', (event) => {
    record('page', 'unhandledrejection', String(event.reason), String(event.reason?.stack));
  });
  addEventListener('securitypolicyviolation', (event) => {
    record('page', 'securitypolicyviolation', event.violatedDirective, event.sourceFile);
  });
  const print = { error: console.error, warn: console.warn, log: console.log };
  console.error = (...words) => {
    record('page', 'console.error', words.map(String).join(' '));
    print.error.apply(console, words);
  };
  console.warn = (...words) => {
    note('console.warn', ...words);
    print.warn.apply(console, words);
  };
  console.log = (...words) => {
    note('console.log', ...words);
    print.log.apply(console, words);
  };

  return { record, note, notesOf, entriesFrom, settled, diagnostics: () => diagnostics };
})();
for (const m of ['setLocalDescription', 'setRemoteDescription', 'addIceCandidate', 'createOffer', 'createAnswer', 'restartIce']) {
  const old = RTCPeerConnection.prototype[m];
  RTCPeerConnection.prototype[m] = function (...a) {
    this.__id ??= Math.random().toString(36).slice(2, 6);
    if (m !== 'addIceCandidate') recorder.note('PC', this.__id, m, a[0]?.type ?? '', (a[0]?.sdp?.match(/ice-ufrag:\S+/) ?? [''])[0], 'in', this.signalingState);
    const r = old.apply(this, a);
    r?.then?.(() => {}, (e) => recorder.note('PC', this.__id, m, 'REJECTED', e, JSON.stringify(a[0] ?? '').slice(0, 300), 'in', this.signalingState));
    return r;
  };
}
{ const old = WebSocket.prototype.send; WebSocket.prototype.send = function (t) { if (String(t).length > 30) recorder.note('SEND', String(t).slice(0, 60).replace(/"/g, ''), String(t).match(/round\W+\d+/)?.[0], String(t).match(/"end":"\w+"/)?.[0], this.readyState); return old.call(this, t); };
  const oc = WebSocket; window.WebSocket = class extends oc { constructor(...a) { super(...a); recorder.note('WS new'); this.addEventListener('close', (e) => recorder.note('WS close', e.code)); this.addEventListener('message', (e) => recorder.note('GOT', String(e.data).slice(0, 60).replace(/"/g, ''), String(e.data).match(/round\W+\d+/)?.[0], String(e.data).match(/"end":"\w+"/)?.[0])); } }; }
{ const old = RTCPeerConnection; window.RTCPeerConnection = class extends old { constructor(...a) { super(...a); this.__id = Math.random().toString(36).slice(2, 6); recorder.note('PC new', this.__id);
  const watch = (c) => { for (const e of ['open', 'closing', 'close', 'error']) c.addEventListener(e, (x) => recorder.note('CHANNEL', this.__id, e, x.error ?? '')); };
  this.addEventListener('datachannel', (e) => watch(e.channel)); this.__watch = watch;
  this.addEventListener('connectionstatechange', () => recorder.note('PC', this.__id, this.connectionState)); }
  createDataChannel(...a) { const c = super.createDataChannel(...a); this.__watch(c); return c; }
  close() { recorder.note('PC', this.__id, 'CLOSED BY US', this.connectionState, this.sctp?.state, this.sctp?.transport?.state); super.close(); } }; }
