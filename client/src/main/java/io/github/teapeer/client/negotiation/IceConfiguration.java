package io.github.teapeer.client.negotiation;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/**
 * Brings an RTCConfiguration into the form that today's browsers accept. The documentation of
 * PeerJS shows {@code {url: 'turn:user@host', credential: '…'}}, which they reject.
 */
public final class IceConfiguration {
  private IceConfiguration() {}

  /**
   * Normalises a configuration: {@code url} becomes {@code urls}, and the user in {@code
   * turn:user@host} becomes {@code username}.
   *
   * @param configuration the caller's configuration, not changed, or null
   * @return a configuration of our own
   */
  public static JSObject normalise(JSObject configuration) {
    JSObject copy = Values.copy(configuration);
    JSObject servers = Values.get(copy, "iceServers");
    if (Values.isArray(servers)) {
      JSObject normalised = Values.newArray();
      for (int i = 0; i < Values.length(servers); i++) {
        JSObject server = Values.at(servers, i);
        Values.push(normalised, Values.isObject(server) ? normaliseServer(server) : server);
      }
      Values.set(copy, "iceServers", normalised);
    }
    return copy;
  }

  private static JSObject normaliseServer(JSObject server) {
    JSObject copy = Values.copy(server);
    if (Values.get(copy, "urls") == null) {
      Values.set(copy, "urls", Values.get(copy, "url"));
    }
    // turn:user@host
    JSObject parts = Values.split(Values.getString(copy, "urls"), "@");
    if (Values.length(parts) == 2) {
      JSObject front = Values.split(Values.asString(Values.at(parts, 0)), ":");
      if (Values.get(copy, "username") == null) {
        Values.set(copy, "username", Values.at(front, 1));
      }
      Values.set(
          copy,
          "urls",
          Values.asString(Values.at(front, 0)) + ":" + Values.asString(Values.at(parts, 1)));
    }
    return copy;
  }
}
