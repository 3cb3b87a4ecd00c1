package io.github.teapeer.client.browser;

import io.github.teapeer.client.peer.Connection;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** The properties that stay what they are; pages may overwrite them, as they can in PeerJS. */
final class ConnectionProperties {
  private ConnectionProperties() {}

  static void define(
      JSObject facade, JSObject provider, Connection connection, String type, JSObject options) {
    JSObject own = Values.newObject();
    Values.set(own, "peer", connection.peer());
    Values.set(own, "connectionId", connection.connectionId());
    Values.set(own, "id", connection.connectionId());
    Values.set(own, "type", type);
    Values.set(own, "options", options);
    Values.set(own, "provider", provider);
    Values.set(
        own,
        "metadata",
        connection.metadata() == null ? Scripts.undefined() : connection.metadata());
    Scripts.assign(facade, own);
  }
}
