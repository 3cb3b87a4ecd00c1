package io.github.teapeer.client.simulation;

import org.teavm.jso.JSObject;

/**
 * What the client told a developer.
 *
 * @param time when, in milliseconds since the world began
 * @param level how much it matters, one of {@link io.github.teapeer.client.platform.LogLevel}
 * @param message a sentence
 * @param detail what it is about, or null
 */
public record LogEntry(long time, int level, String message, JSObject detail) {}
