/** The offer, the answer and the candidates of one connection. */
package io.github.teapeer.client.negotiation;
