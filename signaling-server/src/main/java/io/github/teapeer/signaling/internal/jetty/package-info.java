/** The realm on the network, by Jetty. Not part of the API: it may change with every version. */
package io.github.teapeer.signaling.internal.jetty;
