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
   * Normalises a configuration: a server may be a URL; {@code url} becomes {@code urls}, and the
   * user in {@code turn:user@host} becomes {@code username}. TURN servers without a credential get
   * the one that the signalling server gave.
   *
   * @param configuration the caller's configuration, not changed, or null for an empty one
   * @param user the user of the credential
   * @param credential what the signalling server gave for TURN servers; null or empty for none
   * @return a configuration of our own; what is no object is left to the platform to refuse
   */
  public static JSObject normalise(JSObject configuration, String user, String credential) {
    if (configuration != null && !Values.isObject(configuration)) {
      return configuration;
    }
    JSObject copy = Values.copy(configuration);
    JSObject servers = Values.get(copy, "iceServers");
    if (Values.isArray(servers)) {
      Values.set(
          copy,
          "iceServers",
          Values.map(servers, server -> normaliseServer(server, user, credential)));
    }
    return copy;
  }

  private static JSObject normaliseServer(JSObject given, String user, String credential) {
    JSObject server = given;
    if (Values.isString(given)) {
      server = Values.newObject();
      Values.set(server, "urls", given);
    }
    if (Values.isObject(server)) {
      server = Values.copy(server);
      normaliseUrls(server, user, credential);
    }
    return server;
  }

  private static void normaliseUrls(JSObject server, String user, String credential) {
    JSObject urls = Values.get(server, "urls");
    if (urls == null) {
      urls = Values.get(server, "url");
    }
    Values.set(
        server,
        "urls",
        Values.isArray(urls)
            ? Values.map(urls, url -> normaliseUrl(url, server, user, credential))
            : normaliseUrl(urls, server, user, credential));
  }

  /** A URL without its user; what it tells about the server goes there. */
  private static JSObject normaliseUrl(
      JSObject url, JSObject server, String user, String credential) {
    JSObject parts = Values.match(Values.asString(url), "^(turns?:)(?:(.*)@)?(.*)$");
    if (parts == null) {
      return url;
    }
    setMissingUser(server, Values.at(parts, 2));
    boolean given = credential != null && !credential.isEmpty();
    if (given && Values.get(server, "credential") == null) {
      Values.set(server, "credential", credential);
      setMissingUser(server, Values.of(user));
    }
    return Values.of(Values.asString(Values.at(parts, 1)) + Values.asString(Values.at(parts, 3)));
  }

  private static void setMissingUser(JSObject server, JSObject user) {
    if (user != null && Values.get(server, "username") == null) {
      Values.set(server, "username", user);
    }
  }
}
