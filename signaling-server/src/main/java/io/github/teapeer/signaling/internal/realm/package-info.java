/** The protocol without a network. Not part of the API: it may change with every version. */
package io.github.teapeer.signaling.internal.realm;
