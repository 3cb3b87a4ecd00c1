package io.github.teapeer.client.signaling;

/**
 * The messages that a PeerServer and its clients exchange, as JSON objects:
 *
 * <pre>
 *   client → server   {type, payload, dst}
 *   server → client   {type, src, dst, payload}
 * </pre>
 */
public final class MessageType {
  /** server → client: the id is the client's, messages may be sent. */
  public static final String OPEN = "OPEN";

  /** server → client: the connection is refused; {@code payload.msg} says why. */
  public static final String ERROR = "ERROR";

  /** server → client: another client has the id. */
  public static final String ID_TAKEN = "ID-TAKEN";

  /** server → client: the server does not know the API key. */
  public static final String INVALID_KEY = "INVALID-KEY";

  /** server → client, on a stream: another client has the id (PeerServer 0.2). */
  public static final String HTTP_ERROR = "HTTP-ERROR";

  /** client → server: still here. */
  public static final String HEARTBEAT = "HEARTBEAT";

  /** server → client: still there? (SkyWay). */
  public static final String PING = "PING";

  /** client → server: the answer to a PING. */
  public static final String PONG = "PONG";

  /** relayed: a connection is offered. */
  public static final String OFFER = "OFFER";

  /** relayed: the answer to an offer. */
  public static final String ANSWER = "ANSWER";

  /** relayed: a way to reach the sender. */
  public static final String CANDIDATE = "CANDIDATE";

  /** relayed, or made by the server: {@code src} has gone. */
  public static final String LEAVE = "LEAVE";

  /** server → client: {@code src} could not be reached. */
  public static final String EXPIRE = "EXPIRE";

  private MessageType() {}
}
