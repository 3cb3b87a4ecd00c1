/**
 * A test kit: a simulated world in which Peers run as they do in browsers, in virtual time, in one
 * thread, and replayable from a seed. {@link io.github.teapeer.client.simulation.Simulation} is
 * where to start. It never becomes part of peer.js.
 *
 * <p>JSON is read and written by Jackson's streaming core, which the client declares as optional: a
 * project that uses the test kit adds {@code com.fasterxml.jackson.core:jackson-core}.
 */
package io.github.teapeer.client.simulation;
