// What the scripts peer.js and peer.min.js define; they export nothing.
import "./peer.js";
export {};
