/** A PeerServer: the signalling server that PeerJS clients meet at. */
package io.github.teapeer.signaling;
