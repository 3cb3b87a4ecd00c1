package io.github.teapeer.signaling.internal.realm;

import io.github.teapeer.signaling.SignalingLimits;
import io.github.teapeer.signaling.SignalingListener;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a realm needs to know of the server's options.
 *
 * @param key the key that clients must give
 * @param expireTimeout how long a message waits for its receiver
 * @param aliveTimeout how long a client may be silent
 * @param leaveGrace how long a lost client may take to come back before others are told; empty if
 *     they never are
 * @param concurrentLimit how many clients may be connected
 * @param generateClientId makes the ids that clients ask for
 * @param limits what a stranger may use up
 * @param listener hears what happens
 * @param pingInterval how often clients on sockets are sent a PING, as SkyWay did; empty for never
 */
public record RealmSettings(
    String key,
    Duration expireTimeout,
    Duration aliveTimeout,
    Optional<Duration> leaveGrace,
    int concurrentLimit,
    Supplier<String> generateClientId,
    SignalingLimits limits,
    SignalingListener listener,
    Optional<Duration> pingInterval) {

  /** The settings of a realm that sends no PING. */
  public RealmSettings(
      String key,
      Duration expireTimeout,
      Duration aliveTimeout,
      Optional<Duration> leaveGrace,
      int concurrentLimit,
      Supplier<String> generateClientId,
      SignalingLimits limits,
      SignalingListener listener) {
    this(
        key,
        expireTimeout,
        aliveTimeout,
        leaveGrace,
        concurrentLimit,
        generateClientId,
        limits,
        listener,
        Optional.empty());
  }
}
