package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.value.JavaValue;
import java.util.Map;
import org.teavm.jso.JSObject;

/**
 * A message that a client sent to a simulated signalling server.
 *
 * @param time when it was received, in milliseconds since the world began
 * @param type the message's type, or null where it has none
 * @param source the client that sent it
 * @param destination whom it is for, or null where it is for the server
 * @param payload what it carries, or null
 */
public record SignalRecord(
    long time, String type, String source, String destination, JSObject payload) {
  static SignalRecord of(long time, String source, Map<?, ?> message) {
    return new SignalRecord(
        time,
        message.get("type") instanceof String type ? type : null,
        source,
        message.get("dst") instanceof String destination ? destination : null,
        JavaValue.of(message.get("payload")));
  }
}
