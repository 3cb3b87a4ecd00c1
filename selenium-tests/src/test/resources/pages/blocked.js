'use strict';
// What happens to WebSockets in this page: `?silent`, as behind a firewall, they never open; `?failing`, as behind a proxy, they
// fail; `?throwing`, there is no making one; `?free`, they work. `#free` lets those that are made from then on work.

window.sockets = (() => {
  const Native = WebSocket;
  const counts = { tried: 0, opened: 0 };
  const mode = () => (location.hash || location.search).slice(1);

  class Blocked {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSING = 2;
    static CLOSED = 3;

    constructor(url) {
      counts.tried++;
      if (mode() === 'free') {
        const socket = new Native(url);
        socket.addEventListener('open', () => counts.opened++);
        return socket;
      }
      if (mode() === 'throwing') throw new Error('There are no WebSockets here');
      this.readyState = 0;
      if (mode() === 'failing') {
        setTimeout(() => {
          this.readyState = 3;
          this.onclose?.(new CloseEvent('close', { code: 1006 }));
        });
      }
    }

    close() {
      this.readyState = 3;
    }

    send() {
      throw new DOMException('Still in CONNECTING state', 'InvalidStateError');
    }
  }

  window.WebSocket = Blocked;
  return counts;
})();
