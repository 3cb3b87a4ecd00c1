package io.github.teapeer.client.signaling;

import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.dom.MessageEvent;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.websocket.WebSocket;
import org.teavm.jso.JSObject;

/**
 * The connection to the signalling server.
 *
 * <pre>
 *   IDLE ──start──▶ CONNECTING ──socket opens──▶ GREETING ──OPEN──▶ OPEN
 *    ▲                   │                          │                │
 *    └───────────────────┴──────────── stop, or the socket closes ───┘
 * </pre>
 *
 * <p>{@link #send} may be called in every state: what cannot be sent yet waits, in order, for the
 * next OPEN. A server that still holds the socket of an earlier connection attaches the new one and
 * says nothing (PeerServer 1.0); on a resumed connection, silence for {@link #GREETING_TIMEOUT}
 * therefore counts as OPEN.
 */
public final class ServerConnection {
  /** How long a resumed connection waits for OPEN, in milliseconds. */
  public static final int GREETING_TIMEOUT = 1000;

  /** How many messages wait for a connection at most; the oldest are dropped beyond. */
  public static final int MAX_WAITING = 1024;

  /** What the connection is doing. */
  public enum State {
    /** There is no socket. */
    IDLE,
    /** The socket is being opened. */
    CONNECTING,
    /** The socket is open, and the server has not said yet that the id is ours. */
    GREETING,
    /** Messages are exchanged. */
    OPEN
  }

  /** Is told what happens to the connection. */
  public interface Listener {
    /** The server accepted the id: messages are exchanged. */
    void serverOpened();

    /**
     * A message came; not {@link MessageType#OPEN}, which is {@link #serverOpened}.
     *
     * @param message the message
     */
    void serverMessage(SignalingMessage message);

    /**
     * The connection was lost and is {@link State#IDLE} now; not called after {@link #stop}.
     *
     * @param during the state it was in
     */
    void serverLost(State during);
  }

  private final Platform platform;
  private final ServerAddress address;
  private final String token;
  private final int pingInterval;
  private final Listener listener;
  private final CompactList<String> waiting = new CompactList<>();
  private State state = State.IDLE;
  private WebSocket socket;
  private boolean resumed;
  private int timer;

  /**
   * Makes a connection that is {@link State#IDLE}.
   *
   * @param platform opens the socket
   * @param address where the server is
   * @param token what proves on a reconnect that the id is the peer's
   * @param pingInterval the time between heartbeats, in milliseconds
   * @param listener is told what happens
   */
  public ServerConnection(
      Platform platform, ServerAddress address, String token, int pingInterval, Listener listener) {
    this.platform = platform;
    this.address = address;
    this.token = token;
    this.pingInterval = pingInterval;
    this.listener = listener;
  }

  /**
   * Connects; nothing happens unless the connection is {@link State#IDLE}.
   *
   * @param id the peer's id
   * @param resume whether the id was this peer's before
   * @throws RuntimeException where the platform refuses to open a socket
   */
  public void start(String id, boolean resume) {
    if (state != State.IDLE) {
      return;
    }
    socket = platform.newWebSocket(address.socketUrl(platform, id, token));
    resumed = resume;
    state = State.CONNECTING;
    socket.setOnopen(event -> greet());
    socket.setOnmessage(this::receive);
    socket.setOnclose(event -> lost());
  }

  /**
   * Sends a message, as soon as the connection is {@link State#OPEN}.
   *
   * @param type one of {@link MessageType}
   * @param destination the peer that it goes to, or null for the server
   * @param payload what it carries, or null
   */
  public void send(String type, String destination, JSObject payload) {
    JSObject message = Values.newObject();
    Values.set(message, "type", type);
    if (destination != null) {
      Values.set(message, "payload", payload);
      Values.set(message, "dst", destination);
    }
    String text = platform.toJson(message);
    if (state == State.OPEN) {
      socket.send(text);
      return;
    }
    if (waiting.size() == MAX_WAITING) {
      waiting.removeAt(0);
    }
    waiting.add(text);
  }

  /** Closes the connection without a word to the listener; it may be started again. */
  public void stop() {
    if (state == State.IDLE) {
      return;
    }
    state = State.IDLE;
    platform.clearTimeout(timer);
    socket.setOnopen(null);
    socket.setOnmessage(null);
    socket.setOnclose(null);
    socket.close();
    socket = null;
  }

  private void greet() {
    state = State.GREETING;
    if (resumed) {
      timer = platform.setTimeout(this::opened, GREETING_TIMEOUT);
    }
  }

  private void opened() {
    state = State.OPEN;
    CompactList<String> messages = waiting.drain();
    for (int i = 0; i < messages.size(); i++) {
      socket.send(messages.get(i));
    }
    scheduleHeartbeat();
    listener.serverOpened();
  }

  private void scheduleHeartbeat() {
    platform.clearTimeout(timer);
    timer =
        platform.setTimeout(
            () -> {
              send(MessageType.HEARTBEAT, null, null);
              scheduleHeartbeat();
            },
            pingInterval);
  }

  private void receive(MessageEvent event) {
    String text = Values.asString(event.getData());
    JSObject message = text == null ? null : platform.parseJson(text);
    String type = Values.isObject(message) ? Values.getString(message, "type") : null;
    if (type == null) {
      platform.log(LogLevel.WARNING, "Invalid server message", event.getData());
    } else if (type.equals(MessageType.OPEN)) {
      if (state == State.GREETING) {
        opened();
      }
    } else if (type.equals(MessageType.PING)) {
      send(MessageType.PONG, null, null);
    } else {
      JSObject payload = Values.get(message, "payload");
      listener.serverMessage(
          new SignalingMessage(
              type, Values.getString(message, "src"), Values.isObject(payload) ? payload : null));
    }
  }

  private void lost() {
    State during = state;
    stop();
    listener.serverLost(during);
  }
}
