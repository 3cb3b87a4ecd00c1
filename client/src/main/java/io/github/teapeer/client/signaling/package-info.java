/** The connection to the signalling server. */
package io.github.teapeer.client.signaling;
