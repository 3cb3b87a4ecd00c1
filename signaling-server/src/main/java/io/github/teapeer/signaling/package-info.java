/**
 * A PeerServer: the signalling server that PeerJS clients meet at. Start with {@link
 * io.github.teapeer.signaling.SignalingServer}.
 */
package io.github.teapeer.signaling;
