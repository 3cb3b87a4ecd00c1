package io.github.teapeer.client.simulation;

import org.teavm.jso.JSObject;

/** A Blob, which nothing on the JVM can read. */
record SimulatedBlob(int size) implements JSObject {}
