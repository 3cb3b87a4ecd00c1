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
