export {
  Peer as default,
  EXPORTS,
};
