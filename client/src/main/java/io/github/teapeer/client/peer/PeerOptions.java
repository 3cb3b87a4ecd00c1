package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.signaling.Transport;
import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How a {@link Peer} finds its server and its way to other peers: the options of a page's Peer,
 * with the defaults filled in. What is changed afterwards may count or not.
 */
public interface PeerOptions extends JSObject {
  /** The default API key. */
  String DEFAULT_KEY = "peerjs";

  /** How long another path is looked for when one was lost, by default, in milliseconds. */
  int DEFAULT_RECOVERY_TIMEOUT = 60_000;

  /** The default time between heartbeats, in milliseconds. */
  int DEFAULT_PING_INTERVAL = 5000;

  /**
   * Options with the defaults for everything but the server: any transport, a configuration of peer
   * connections that says nothing, a random token, and no coming back by itself.
   *
   * @param secure what {@link #isSecure} answers
   * @param host what {@link #getHost} answers
   * @param port what {@link #getPort} answers
   * @param path the path; slashes are added around it, and two of them count as one
   * @param key what {@link #getKey} answers
   * @return options of the caller's own
   */
  static PeerOptions of(boolean secure, String host, int port, String path, String key) {
    PeerOptions options = create();
    options.setSecure(secure);
    options.setHost(host);
    options.setPort(port);
    options.setPath(("/" + path + "/").replaceAll("/+", "/"));
    options.setKey(key);
    options.setPingInterval(DEFAULT_PING_INTERVAL);
    options.setReferrerPolicy("");
    options.setRecoveryTimeout(DEFAULT_RECOVERY_TIMEOUT);
    options.setLimits(Limits.defaults());
    return options;
  }

  @JSBody(script = "return {};")
  private static PeerOptions create() {
    return Dictionary.create(PeerOptions.class);
  }

  /**
   * Whether TLS is used.
   *
   * @return false for {@code http} and {@code ws}
   */
  @JSProperty
  boolean isSecure();

  /**
   * Sets what {@link #isSecure} answers.
   *
   * @param secure whether TLS is used
   */
  @JSProperty
  void setSecure(boolean secure);

  /**
   * The host name of the signalling server.
   *
   * @return the name
   */
  @JSProperty
  String getHost();

  /**
   * Sets what {@link #getHost} answers.
   *
   * @param host the name
   */
  @JSProperty
  void setHost(String host);

  /**
   * The port of the signalling server.
   *
   * @return the port
   */
  @JSProperty
  int getPort();

  /**
   * Sets what {@link #getPort} answers.
   *
   * @param port the port
   */
  @JSProperty
  void setPort(int port);

  /**
   * The path of the signalling server.
   *
   * @return the path, with slashes around it
   */
  @JSProperty
  String getPath();

  /**
   * Sets what {@link #getPath} answers.
   *
   * @param path the path, with slashes around it
   */
  @JSProperty
  void setPath(String path);

  /**
   * The API key.
   *
   * @return the key
   */
  @JSProperty
  String getKey();

  /**
   * Sets what {@link #getKey} answers.
   *
   * @param key the key
   */
  @JSProperty
  void setKey(String key);

  /**
   * The configuration of peer connections.
   *
   * @return an RTCConfiguration in any form that the documentation shows, or null
   */
  @JSProperty
  JSObject getConfig();

  /**
   * Sets what {@link #getConfig} answers.
   *
   * @param config an RTCConfiguration, or null
   */
  @JSProperty
  void setConfig(JSObject config);

  /**
   * What proves on a reconnect that the id is this peer's.
   *
   * @return the token, or null for a random one
   */
  @JSProperty
  String getToken();

  /**
   * Sets what {@link #getToken} answers.
   *
   * @param token the token, or null
   */
  @JSProperty
  void setToken(String token);

  /**
   * The time between heartbeats.
   *
   * @return milliseconds
   */
  @JSProperty
  int getPingInterval();

  /**
   * Sets what {@link #getPingInterval} answers.
   *
   * @param milliseconds the time
   */
  @JSProperty
  void setPingInterval(int milliseconds);

  /**
   * The referrer policy of HTTP requests.
   *
   * @return the policy, possibly empty
   */
  @JSProperty
  String getReferrerPolicy();

  /**
   * Sets what {@link #getReferrerPolicy} answers.
   *
   * @param policy the policy
   */
  @JSProperty
  void setReferrerPolicy(String policy);

  /**
   * How messages come to the server and from it.
   *
   * @return what {@link Transport#of} takes, or null
   */
  @JSProperty
  String getTransport();

  /**
   * Sets what {@link #getTransport} answers.
   *
   * @param transport {@code websocket} or {@code http}, or null for either
   */
  @JSProperty
  void setTransport(String transport);

  /**
   * Whether the server is known to be SkyWay's: it wants to be asked for every id, and has URLs of
   * its own.
   *
   * @return false where it may turn out to be
   */
  @JSProperty
  boolean isSkyway();

  /**
   * Sets what {@link #isSkyway} answers.
   *
   * @param skyway whether it is known
   */
  @JSProperty
  void setSkyway(boolean skyway);

  /**
   * How the peer comes back to a server that it lost.
   *
   * @return the policy, or null if it does not by itself
   */
  @JSProperty
  ReconnectPolicy getReconnect();

  /**
   * Sets what {@link #getReconnect} answers.
   *
   * @param policy the policy, or null
   */
  @JSProperty
  void setReconnect(ReconnectPolicy policy);

  /**
   * How long a connection whose path was lost looks for another one.
   *
   * @return milliseconds, or 0 if it does not
   */
  @JSProperty
  int getRecoveryTimeout();

  /**
   * Sets what {@link #getRecoveryTimeout} answers.
   *
   * @param milliseconds the time, or 0
   */
  @JSProperty
  void setRecoveryTimeout(int milliseconds);

  /**
   * What others can make the peer hold at most.
   *
   * @return the limits
   */
  @JSProperty
  Limits getLimits();

  /**
   * Sets what {@link #getLimits} answers.
   *
   * @param limits the limits
   */
  @JSProperty
  void setLimits(Limits limits);
}
