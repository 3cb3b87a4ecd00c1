// Starts the published PeerServer on a free port of the loopback address, says which, and ends when
// whoever started it closes its standard input or ends.
import { PeerServer } from 'peer';

PeerServer({ host: 'localhost', port: 0, path: '/' }, (server) => {
  console.log(`listening on ${server.address().port}`);
});

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
