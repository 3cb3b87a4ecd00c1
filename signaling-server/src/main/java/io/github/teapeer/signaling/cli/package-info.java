/** The signalling server as a command. */
package io.github.teapeer.signaling.cli;
