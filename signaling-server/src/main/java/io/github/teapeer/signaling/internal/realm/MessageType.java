package io.github.teapeer.signaling.internal.realm;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages a client may send. Everything else is ignored. */
enum MessageType {
  HEARTBEAT,
  PONG,
  OFFER,
  ANSWER,
  CANDIDATE,
  LEAVE,
  EXPIRE;

  private static final Map<String, MessageType> BY_NAME =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

  /** The type of that name, which is case-sensitive. */
  static Optional<MessageType> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * Whether it waits for a receiver who is not there. A farewell and a refusal are of no use later.
   */
  boolean isHeld() {
    return this == OFFER || this == ANSWER || this == CANDIDATE;
  }

  /** Whether it tells the server that the client is alive, and nobody anything else. */
  boolean isSignOfLife() {
    return this == HEARTBEAT || this == PONG;
  }

  /** Whether sending it means that the two have, or are about to have, a connection. */
  boolean opensConversation() {
    return this == OFFER || this == ANSWER;
  }
}
