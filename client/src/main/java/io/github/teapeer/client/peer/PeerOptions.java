package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.IceSource;
import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.signaling.ServerAddress;
import io.github.teapeer.client.signaling.Transport;
import org.teavm.jso.JSObject;

/** How a {@link Peer} finds its server and its way to other peers. Immutable. */
public final class PeerOptions {
  /** The default API key. */
  public static final String DEFAULT_KEY = "peerjs";

  /** How long another path is looked for when one was lost, by default, in milliseconds. */
  public static final int DEFAULT_RECOVERY_TIMEOUT = 60_000;

  /** The default time between heartbeats, in milliseconds. */
  public static final int DEFAULT_PING_INTERVAL = 5000;

  private final ServerAddress server;
  private final JSObject config;
  private final String token;
  private final int pingInterval;
  private final String referrerPolicy;
  private final Transport transport;
  private final IceSource iceSource;
  private final boolean skyway;
  private final ReconnectPolicy reconnect;
  private final int recoveryTimeout;
  private final Limits limits;

  /**
   * Makes options.
   *
   * @param server where the signalling server is
   * @param config an RTCConfiguration in any form that the documentation shows, or null
   * @param token what proves on a reconnect that the id is this peer's, or null for a random one
   * @param pingInterval the time between heartbeats, in milliseconds
   * @param referrerPolicy the referrer policy of HTTP requests
   * @param transport how messages come to the server and from it
   * @param iceSource asked for a configuration before every peer connection is made, or null
   * @param skyway whether the server is known to be SkyWay's, or one that behaves like it
   * @param reconnect how the peer comes back to a server that it lost, or null if it does not
   * @param recoveryTimeout how long a connection whose path was lost looks for another one, in
   *     milliseconds; 0 if it does not
   * @param limits what others can make the peer hold at most
   */
  public PeerOptions(
      ServerAddress server,
      JSObject config,
      String token,
      int pingInterval,
      String referrerPolicy,
      Transport transport,
      IceSource iceSource,
      boolean skyway,
      ReconnectPolicy reconnect,
      int recoveryTimeout,
      Limits limits) {
    this.server = server;
    this.config = config;
    this.token = token;
    this.pingInterval = pingInterval;
    this.referrerPolicy = referrerPolicy;
    this.transport = transport;
    this.iceSource = iceSource;
    this.skyway = skyway;
    this.reconnect = reconnect;
    this.recoveryTimeout = recoveryTimeout;
    this.limits = limits;
  }

  /**
   * Makes options for a peer that does not reconnect by itself, with the default limits.
   *
   * @param server where the signalling server is
   * @param config an RTCConfiguration in any form that the documentation shows, or null
   * @param token what proves on a reconnect that the id is this peer's, or null for a random one
   * @param pingInterval the time between heartbeats, in milliseconds
   * @param referrerPolicy the referrer policy of HTTP requests
   * @param transport how messages come to the server and from it
   * @param iceSource asked for a configuration before every peer connection is made, or null
   * @param skyway whether the server is known to be SkyWay's, or one that behaves like it
   */
  public PeerOptions(
      ServerAddress server,
      JSObject config,
      String token,
      int pingInterval,
      String referrerPolicy,
      Transport transport,
      IceSource iceSource,
      boolean skyway) {
    this(
        server,
        config,
        token,
        pingInterval,
        referrerPolicy,
        transport,
        iceSource,
        skyway,
        null,
        DEFAULT_RECOVERY_TIMEOUT,
        Limits.defaults());
  }

  /**
   * Makes options for {@link Transport#AUTO}, a configuration that is known, any server, and the
   * default limits.
   *
   * @param server where the signalling server is
   * @param config an RTCConfiguration in any form that the documentation shows, or null
   * @param token what proves on a reconnect that the id is this peer's, or null for a random one
   * @param pingInterval the time between heartbeats, in milliseconds
   * @param referrerPolicy the referrer policy of HTTP requests
   */
  public PeerOptions(
      ServerAddress server,
      JSObject config,
      String token,
      int pingInterval,
      String referrerPolicy) {
    this(server, config, token, pingInterval, referrerPolicy, Transport.AUTO, null, false);
  }

  /**
   * Options with the defaults for everything but the server.
   *
   * @param server where the signalling server is
   * @return the options
   */
  public static PeerOptions of(ServerAddress server) {
    return new PeerOptions(server, null, null, DEFAULT_PING_INTERVAL, "");
  }

  /**
   * Where the signalling server is.
   *
   * @return the address
   */
  public ServerAddress server() {
    return server;
  }

  /**
   * The configuration of peer connections.
   *
   * @return an RTCConfiguration as the caller gave it, or null
   */
  public JSObject config() {
    return config;
  }

  /**
   * What proves on a reconnect that the id is this peer's.
   *
   * @return the token, or null for a random one
   */
  public String token() {
    return token;
  }

  /**
   * The time between heartbeats.
   *
   * @return milliseconds
   */
  public int pingInterval() {
    return pingInterval;
  }

  /**
   * The referrer policy of HTTP requests.
   *
   * @return the policy, possibly empty
   */
  public String referrerPolicy() {
    return referrerPolicy;
  }

  /**
   * How messages come to the server and from it.
   *
   * @return the transport
   */
  public Transport transport() {
    return transport;
  }

  /**
   * Where the configuration of a peer connection comes from.
   *
   * @return what is asked before every peer connection is made, or null for {@link #config}
   */
  public IceSource iceSource() {
    return iceSource;
  }

  /**
   * Whether the server is known to be SkyWay's: it wants to be asked for every id, and has URLs of
   * its own.
   *
   * @return false where it may turn out to be
   */
  public boolean skyway() {
    return skyway;
  }

  /**
   * How the peer comes back to a server that it lost.
   *
   * @return the policy, or null if it does not by itself
   */
  public ReconnectPolicy reconnect() {
    return reconnect;
  }

  /**
   * How long a connection whose path was lost looks for another one.
   *
   * @return milliseconds, or 0 if it does not
   */
  public int recoveryTimeout() {
    return recoveryTimeout;
  }

  /**
   * What others can make the peer hold at most.
   *
   * @return the limits
   */
  public Limits limits() {
    return limits;
  }
}
