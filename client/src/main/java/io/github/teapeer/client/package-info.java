/** The PeerJS client. */
package io.github.teapeer.client;
