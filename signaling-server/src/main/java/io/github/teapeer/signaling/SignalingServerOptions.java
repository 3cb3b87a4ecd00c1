package io.github.teapeer.signaling;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;

/**
 * How a signalling server is to run. Immutable; made with {@link #builder()}. Names and defaults
 * are those of PeerServer 1.0 wherever it has the same option.
 *
 * <pre>{@code
 * SignalingServerOptions options =
 *     SignalingServerOptions.builder().port(9000).path("/myapp").allowDiscovery(true).build();
 * }</pre>
 */
public final class SignalingServerOptions {
  private final Builder values;

  private SignalingServerOptions(Builder values) {
    this.values = values;
  }

  /** Options to change, starting with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** The address to listen at; empty for all of the machine's. */
  public Optional<String> host() {
    return Optional.ofNullable(values.host);
  }

  /** The port to listen at; 0 for any free one. */
  public int port() {
    return values.port;
  }

  /** Where the server's addresses begin, with a slash at both ends. */
  public String path() {
    return values.path;
  }

  /** The key that clients must give. */
  public String key() {
    return values.key;
  }

  /** How long a message waits for its receiver. */
  public Duration expireTimeout() {
    return values.expireTimeout;
  }

  /** How long a client may send nothing. */
  public Duration aliveTimeout() {
    return values.aliveTimeout;
  }

  /** How many clients may be connected. */
  public int concurrentLimit() {
    return values.concurrentLimit;
  }

  /** Whether anybody may ask for the ids of all clients. */
  public boolean allowDiscovery() {
    return values.allowDiscovery;
  }

  /**
   * Whether the server stands behind a reverse proxy whose {@code Forwarded} headers are to be
   * believed.
   */
  public boolean proxied() {
    return values.proxied;
  }

  /** Which pages may read the HTTP answers. */
  public CorsPolicy cors() {
    return values.cors;
  }

  /** Who the server is, if it speaks TLS. */
  public Optional<TlsIdentity> tls() {
    return Optional.ofNullable(values.tls);
  }

  /** Makes the ids that clients ask for. */
  public Supplier<String> generateClientId() {
    return values.generateClientId;
  }

  /**
   * How long a lost client may take to come back before its peers are told; empty if they never
   * are.
   */
  public Optional<Duration> leaveGrace() {
    return Optional.ofNullable(values.leaveGrace);
  }

  /** What strangers may use up. */
  public SignalingLimits limits() {
    return values.limits;
  }

  /** Hears what happens. */
  public SignalingListener listener() {
    return values.listener;
  }

  /** The keys that only certain pages may use, besides {@link #key()} or instead of it. */
  public List<RegisteredKey> registeredKeys() {
    return List.copyOf(values.registeredKeys.values());
  }

  /** Gives the pages of registered keys their TURN credentials; empty if they get none. */
  public Optional<TurnCredentials> turnCredentials() {
    return Optional.ofNullable(values.turnCredentials);
  }

  /** How often clients of registered keys are sent a PING. */
  public Duration pingInterval() {
    return values.pingInterval;
  }

  /** Answers what is not signalling. */
  public Optional<Handler> staticHandler() {
    return Optional.ofNullable(values.staticHandler);
  }

  /**
   * Collects options. Every method checks its argument at once, throws {@link
   * IllegalArgumentException} or {@link NullPointerException} if it does not do, and returns the
   * builder. Not safe for use by several threads.
   */
  public static final class Builder implements Cloneable {
    private String host;
    private int port = 9000;
    private String path = "/";
    private String key = "peerjs";
    private Duration expireTimeout = Duration.ofSeconds(5);
    private Duration aliveTimeout = Duration.ofSeconds(90);
    private int concurrentLimit = 5000;
    private boolean allowDiscovery;
    private boolean proxied;
    private CorsPolicy cors = CorsPolicy.anyOrigin();
    private TlsIdentity tls;
    private Supplier<String> generateClientId = () -> UUID.randomUUID().toString();
    private Duration leaveGrace = Duration.ofSeconds(5);
    private SignalingLimits limits = SignalingLimits.defaults();
    private SignalingListener listener = SignalingListener.NONE;
    private Map<String, RegisteredKey> registeredKeys = new LinkedHashMap<>();
    private TurnCredentials turnCredentials;
    private Duration pingInterval = Duration.ofSeconds(15);
    private Handler staticHandler;

    private Builder() {}

    /**
     * The address or host name to listen at. Default: all of the machine's.
     *
     * @param value not blank
     */
    public Builder host(String value) {
      require(!value.isBlank(), "host must not be blank");
      host = value;
      return this;
    }

    /**
     * The port to listen at. Default: 9000.
     *
     * @param value 0 to 65535; 0 takes any free port, see {@link SignalingServer#port()}
     */
    public Builder port(int value) {
      require(value >= 0 && value <= 65_535, "port must be between 0 and 65535, not " + value);
      port = value;
      return this;
    }

    /**
     * Where the server's addresses begin: the {@code path} that pages give to {@code new Peer}.
     * Default: {@code /}.
     *
     * @param value with or without slashes around it
     */
    public Builder path(String value) {
      path = ServerPath.normalize(value);
      return this;
    }

    /**
     * The key that clients must give. Default: {@code peerjs}, which PeerJS gives unless told
     * otherwise. Everybody who can read the page can read its key.
     *
     * @param value not empty
     */
    public Builder key(String value) {
      require(!value.isEmpty(), "key must not be empty");
      key = value;
      return this;
    }

    /**
     * How long a message waits for a receiver that is not connected, before its sender gets an
     * EXPIRE. Default: 5 seconds.
     *
     * @param value positive
     */
    public Builder expireTimeout(Duration value) {
      expireTimeout = positive("expireTimeout", value);
      return this;
    }

    /**
     * How long a client may send nothing before it is disconnected. PeerJS 1.x sends a heartbeat
     * every 5 seconds; 0.3 sends none. Default: 90 seconds.
     *
     * @param value positive
     */
    public Builder aliveTimeout(Duration value) {
      aliveTimeout = positive("aliveTimeout", value);
      return this;
    }

    /**
     * How many clients may be connected with each key; more are told so and turned away. The
     * network connections of all kinds are limited to four times as many for each key and 1000.
     * Default: 5000.
     *
     * @param value positive
     */
    public Builder concurrentLimit(int value) {
      require(value > 0, "concurrentLimit must be positive, not " + value);
      concurrentLimit = value;
      return this;
    }

    /** Whether {@code peer.listAllPeers()} works, for anybody. Default: no. */
    public Builder allowDiscovery(boolean value) {
      allowDiscovery = value;
      return this;
    }

    /**
     * Whether the server stands behind a reverse proxy whose {@code Forwarded} and {@code
     * X-Forwarded-…} headers are to be believed. Default: no.
     */
    public Builder proxied(boolean value) {
      proxied = value;
      return this;
    }

    /** Which pages may read the HTTP answers. Default: all. */
    public Builder cors(CorsPolicy value) {
      cors = Objects.requireNonNull(value, "cors");
      return this;
    }

    /**
     * Makes the server speak TLS, as it must for pages that came over HTTPS. Default: it does not.
     */
    public Builder tls(TlsIdentity value) {
      tls = Objects.requireNonNull(value, "tls");
      return this;
    }

    /**
     * Makes the ids for pages that call {@code new Peer()} without one. Default: random UUIDs.
     *
     * @param value called from several threads, and again if the id it returned is taken
     */
    public Builder generateClientId(Supplier<String> value) {
      generateClientId = Objects.requireNonNull(value, "generateClientId");
      return this;
    }

    /**
     * How long a client whose socket was lost may take to come back with its token, before the
     * peers it was talking with get a LEAVE and close their connections with it. Default: 5
     * seconds, which is enough for a page that reconnects at once, and has a killed browser noticed
     * soon. Longer is kinder to connections while the server's own network fails; see also {@link
     * #neverAnnounceLeave()}.
     *
     * @param value not negative; zero tells them at once
     */
    public Builder leaveGrace(Duration value) {
      require(!value.isNegative(), "leaveGrace must not be negative, and is " + value);
      leaveGrace = value;
      return this;
    }

    /** Sends no LEAVE of the server's own, as PeerServer does. */
    public Builder neverAnnounceLeave() {
      leaveGrace = null;
      return this;
    }

    /** What strangers may use up. Default: {@link SignalingLimits#defaults()}. */
    public Builder limits(SignalingLimits value) {
      limits = Objects.requireNonNull(value, "limits");
      return this;
    }

    /** Hears what happens. Default: nobody. */
    public Builder listener(SignalingListener value) {
      listener = Objects.requireNonNull(value, "listener");
      return this;
    }

    /**
     * Adds a key that only certain pages may use, as SkyWay's API keys were: others get 403, or an
     * {@code invalid-key}. May be called for several keys; for one key the last call counts. To
     * have no key that everybody may use, register the one given to {@link #key} too. Default:
     * none.
     *
     * @param value the key, not empty and without slashes
     * @param origins where the pages come from: {@code https://example.org}, or {@code example.org}
     *     for any scheme and port
     */
    public Builder registerKey(String value, String... origins) {
      registeredKeys.put(value, RegisteredKey.of(value, List.of(origins)));
      return this;
    }

    /**
     * Gives the pages of registered keys credentials for a TURN server with their id. Default: they
     * get none.
     */
    public Builder turnCredentials(TurnCredentials value) {
      turnCredentials = Objects.requireNonNull(value, "turnCredentials");
      return this;
    }

    /**
     * How often the clients of registered keys are sent a PING. SkyWay's client answers with PONG,
     * and takes the server for lost after 45 seconds without one. Default: 15 seconds.
     *
     * @param value positive
     */
    public Builder pingInterval(Duration value) {
      pingInterval = positive("pingInterval", value);
      return this;
    }

    /**
     * Answers what is not signalling, such as a page at {@code /} and its scripts. It is asked
     * before the server shows its name at {@link #path}. Default: nothing does.
     *
     * @param value started and stopped with the server, so good for one server only
     */
    public Builder staticHandler(Handler value) {
      staticHandler = Objects.requireNonNull(value, "staticHandler");
      return this;
    }

    /** The options as they stand. The builder can be used on. */
    public SignalingServerOptions build() {
      return new SignalingServerOptions(clone());
    }

    @Override
    protected Builder clone() {
      try {
        Builder copy = (Builder) super.clone();
        copy.registeredKeys = new LinkedHashMap<>(registeredKeys);
        return copy;
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }

    private static Duration positive(String name, Duration value) {
      require(!value.isNegative() && !value.isZero(), name + " must be positive, and is " + value);
      return value;
    }

    private static void require(boolean condition, String complaint) {
      if (!condition) {
        throw new IllegalArgumentException(complaint);
      }
    }
  }
}
