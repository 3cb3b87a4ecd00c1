package io.github.teapeer.client.signaling;

import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.value.Values;

/** Where a signalling server is, and the URLs that follow from it. */
public final class ServerAddress {
  private final String url;

  private final String key;

  /**
   * Makes an address.
   *
   * @param secure whether TLS is used
   * @param host the host name
   * @param port the port
   * @param path the path; slashes are added around it, and two of them count as one
   * @param key the API key
   */
  public ServerAddress(boolean secure, String host, int port, String path, String key) {
    this(
        (secure ? "s://" : "://")
            + host
            + ":"
            + Values.asText(port)
            + ("/" + path + "/").replaceAll("/+", "/"),
        key);
  }

  /**
   * Makes an address of a URL.
   *
   * @param url everything up to the path, with its slashes and without {@code http} or {@code ws}
   * @param key the API key
   */
  public ServerAddress(String url, String key) {
    this.url = url;
    this.key = key;
  }

  /**
   * The API key.
   *
   * @return the key
   */
  public String key() {
    return key;
  }

  /**
   * The URL of the socket.
   *
   * @param platform encodes the values
   * @param id the peer's id
   * @param token what proves on a reconnect that the id is the peer's
   * @return a ws or wss URL
   */
  public String socketUrl(Platform platform, String id, String token) {
    return "ws"
        + url
        + "peerjs?key="
        + platform.encodeUriComponent(key)
        + "&id="
        + platform.encodeUriComponent(id)
        + "&token="
        + platform.encodeUriComponent(token);
  }

  /**
   * The URL of a REST method below the key.
   *
   * @param platform encodes the values, and makes a number that keeps caches from answering
   * @param method {@code id} or {@code peers}
   * @return an http or https URL
   */
  public String methodUrl(Platform platform, String method) {
    return keyUrl(platform) + method + "?ts=" + platform.randomToken();
  }

  /**
   * The URL of a method of SkyWay.
   *
   * @param platform encodes the values
   * @param method {@code list} or {@code count}
   * @return an http or https URL
   */
  public String activeUrl(Platform platform, String method) {
    return httpUrl() + "active/" + method + "/" + platform.encodeUriComponent(key);
  }

  /**
   * A URL of HTTP streaming.
   *
   * @param platform encodes the values
   * @param id the peer's id
   * @param token what proves that the id is the peer's
   * @param rest what is asked for: {@code id?i=…} for a stream, or where a message is posted
   * @return an http or https URL
   */
  public String streamUrl(Platform platform, String id, String token, String rest) {
    return keyUrl(platform)
        + platform.encodeUriComponent(id)
        + "/"
        + platform.encodeUriComponent(token)
        + "/"
        + rest;
  }

  private String keyUrl(Platform platform) {
    return httpUrl() + platform.encodeUriComponent(key) + "/";
  }

  private String httpUrl() {
    return "http" + url;
  }
}
