package io.github.teapeer.signaling;

import java.time.Duration;

/**
 * What strangers may use up on a signalling server. The defaults suit a public server with a
 * gigabyte of heap; sizes are counted in characters of JSON text, which are bytes for all but names
 * and metadata in other alphabets.
 *
 * <p>Immutable. Start from {@link #defaults()} and change what you need: {@code
 * SignalingLimits.defaults().withMaxMessageSize(64 * 1024)}. Every method that takes a limit throws
 * {@link IllegalArgumentException} if it is not positive.
 *
 * @param maxMessageSize the longest message accepted, in bytes; a longer one closes its socket with
 *     1009, or is answered with 413. An offer has some 2,000 to 10,000; the rest is for the
 *     application's metadata
 * @param maxIdLength the longest id and the longest token accepted, in characters
 * @param maxHeld how many messages wait for absent peers in all
 * @param maxHeldSize how many characters those may have
 * @param maxHeldPerReceiver how many messages wait for one absent peer
 * @param maxHeldSizePerReceiver how many characters those may have
 * @param maxHeldPerSender how many messages of one client wait, for whomever
 * @param outgoingMark how many characters may wait to be written to a client before those who send
 *     to it are no longer read from
 * @param maxOutgoing how many characters may wait to be written to a client before it is
 *     disconnected
 * @param maxBuffered how many bytes may be half read or wait to be written for all clients
 *     together, before none may have more than 64 KiB
 * @param stallTimeout how long those who send to a client are kept waiting before it is
 *     disconnected
 * @param maxCorrespondents how many peers are told when a client is lost
 * @param maxPosts how many messages one client may be posting at a time, where it has no socket. A
 *     socket is one message at a time
 * @param maxMessageRate how many messages a second a client is read from in the long run; twice as
 *     many may come at once. One of more than 4 KiB counts once for every 4 KiB. A client that
 *     sends more is read from more slowly
 * @param requestTimeout how long a request may take to come: its head, from the moment when it is
 *     expected, and the body of a post. Then its connection is closed
 */
public record SignalingLimits(
    int maxMessageSize,
    int maxIdLength,
    int maxHeld,
    long maxHeldSize,
    int maxHeldPerReceiver,
    long maxHeldSizePerReceiver,
    int maxHeldPerSender,
    long outgoingMark,
    long maxOutgoing,
    long maxBuffered,
    Duration stallTimeout,
    int maxCorrespondents,
    int maxPosts,
    int maxMessageRate,
    Duration requestTimeout) {

  private static final SignalingLimits DEFAULTS =
      new SignalingLimits(
          256 * 1024,
          256,
          50_000,
          64L * 1024 * 1024,
          2_000,
          4L * 1024 * 1024,
          500,
          512L * 1024,
          16L * 1024 * 1024,
          256L * 1024 * 1024,
          Duration.ofSeconds(5),
          256,
          64,
          5_000,
          Duration.ofSeconds(10));

  /** Checks that all limits are positive. */
  public SignalingLimits {
    positive("maxMessageSize", maxMessageSize);
    positive("maxIdLength", maxIdLength);
    positive("maxHeld", maxHeld);
    positive("maxHeldSize", maxHeldSize);
    positive("maxHeldPerReceiver", maxHeldPerReceiver);
    positive("maxHeldSizePerReceiver", maxHeldSizePerReceiver);
    positive("maxHeldPerSender", maxHeldPerSender);
    positive("outgoingMark", outgoingMark);
    positive("maxOutgoing", maxOutgoing);
    positive("maxBuffered", maxBuffered);
    positive("stallTimeout", stallTimeout.toMillis());
    positive("maxCorrespondents", maxCorrespondents);
    positive("maxPosts", maxPosts);
    positive("maxMessageRate", maxMessageRate);
    positive("requestTimeout", requestTimeout.toMillis());
    notLess("maxOutgoing", maxOutgoing, "outgoingMark", outgoingMark);
  }

  private static void notLess(String name, long value, String otherName, long other) {
    if (value < other) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must not be less than " + otherName + " (" + other + ")");
    }
  }

  private static void positive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, not " + value);
    }
  }

  /** The limits of a server that was told nothing else. */
  public static SignalingLimits defaults() {
    return DEFAULTS;
  }

  /** These limits with another {@code maxMessageSize}. */
  public SignalingLimits withMaxMessageSize(int value) {
    return new SignalingLimits(
        value,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code maxIdLength}. */
  public SignalingLimits withMaxIdLength(int value) {
    return new SignalingLimits(
        maxMessageSize,
        value,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code maxHeld}. */
  public SignalingLimits withMaxHeld(int value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        value,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code maxHeldSize}. */
  public SignalingLimits withMaxHeldSize(long value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        value,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code maxHeldPerReceiver}. */
  public SignalingLimits withMaxHeldPerReceiver(int value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        value,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code maxHeldSizePerReceiver}. */
  public SignalingLimits withMaxHeldSizePerReceiver(long value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        value,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code maxHeldPerSender}. */
  public SignalingLimits withMaxHeldPerSender(int value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        value,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code outgoingMark}. */
  public SignalingLimits withOutgoingMark(long value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        value,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code maxOutgoing}. */
  public SignalingLimits withMaxOutgoing(long value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        value,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code maxBuffered}. */
  public SignalingLimits withMaxBuffered(long value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        value,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code stallTimeout}. */
  public SignalingLimits withStallTimeout(Duration value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        value,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code maxCorrespondents}. */
  public SignalingLimits withMaxCorrespondents(int value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        value,
        maxPosts,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code maxPosts}. */
  public SignalingLimits withMaxPosts(int value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        value,
        maxMessageRate,
        requestTimeout);
  }

  /** These limits with another {@code maxMessageRate}. */
  public SignalingLimits withMaxMessageRate(int value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        value,
        requestTimeout);
  }

  /** These limits with another {@code requestTimeout}. */
  public SignalingLimits withRequestTimeout(Duration value) {
    return new SignalingLimits(
        maxMessageSize,
        maxIdLength,
        maxHeld,
        maxHeldSize,
        maxHeldPerReceiver,
        maxHeldSizePerReceiver,
        maxHeldPerSender,
        outgoingMark,
        maxOutgoing,
        maxBuffered,
        stallTimeout,
        maxCorrespondents,
        maxPosts,
        maxMessageRate,
        value);
  }
}
