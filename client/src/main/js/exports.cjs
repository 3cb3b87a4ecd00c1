module.exports = {
  EXPORTS,
  default: Peer,
};
Object.defineProperty(module.exports, "__esModule", { value: true });
