'use strict';
// Does the one wrong thing that the address names after its question mark.

const wrongs = {
  throw() {
    throw new Error('thrown on purpose');
  },

  reject() {
    Promise.reject(new Error('rejected on purpose'));
  },

  complain() {
    console.error('complained', 'on purpose');
  },

  evaluate() {
    try {
      recorder.record('script', 'evaluated', eval('"what no policy of ours allows"'));
    } catch (error) {
      recorder.record('script', 'refused', error.name);
    }
  },
};

const wrong = wrongs[location.search.slice(1)];
setTimeout(wrong);
