// peer-server.mjs PACKAGE: starts a published PeerServer on a port, or a free one, of the loopback address, says which, and ends
// when whoever started it closes its standard input or ends.
const npmPackage = await import(process.argv[2]);
const { PeerServer } = npmPackage.PeerServer ? npmPackage : npmPackage.default;

const options = {
  concurrent_limit: Number(process.env.CONCURRENT_LIMIT ?? 5000),
  host: 'localhost',
  port: Number(process.env.PEER_PORT ?? 0),
  path: '/',
  allow_discovery: true,
  // How long messages wait for a peer that is not there; five seconds by default.
  expire_timeout: 1000,
  cleanup_out_msgs: 200,
  alive_timeout: Number(process.env.ALIVE_TIMEOUT ?? 90_000),
};

PeerServer(options, (server) => {
  console.log(`listening on ${server.address().port}`);
});

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
