package io.github.teapeer.client.signaling;

import io.github.teapeer.client.platform.Alarm;
import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.websocket.WebSocket;
import org.teavm.jso.JSObject;

/**
 * The connection to the signalling server, by WebSocket or by HTTP streaming.
 *
 * <pre>
 *   IDLE ──start──▶ CONNECTING ──a line opens──▶ GREETING ──OPEN──▶ OPEN
 *    ▲                  │                            │                │
 *    └──────────────────┴────── stop, or the server is lost ──────────┘
 * </pre>
 *
 * <p>{@link #send} may be called in every state: what cannot be sent yet waits, in order, for the
 * next OPEN. A server that still holds the socket of an earlier connection attaches the new one and
 * says nothing (PeerServer 1.0); on a resumed connection, silence for {@link #GREETING_TIMEOUT}
 * therefore counts as OPEN.
 *
 * <p>A server that hangs says nothing, and browsers do not notice. So who hears nothing for a while
 * sends a message to itself; a server that has passed on one is lost when it passes on no more.
 *
 * <p>Without a socket, messages are posted, one after the other. A message that the server may have
 * got is never sent twice.
 */
public final class ServerConnection {
  /** How long a resumed connection waits for OPEN, in milliseconds. */
  public static final int GREETING_TIMEOUT = Lines.GREETING_TIMEOUT;

  /** After how many heartbeats of silence the client sends itself a message. */
  static final int QUIET_BEATS = 2;

  /** After how many heartbeats of silence a server that passed such a message on is lost. */
  static final int SILENT_BEATS = 5;

  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int SERVER_FAILURE = 500;

  /** How long a server that is left may take to hear of it, in milliseconds. */
  private static final int FAREWELL_TIMEOUT = 2000;

  /** What the connection is doing. */
  public enum State {
    /** There is no line to the server. */
    IDLE,
    /** A line is being opened. */
    CONNECTING,
    /** A line is open, and the server has not said yet that the id is ours. */
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
     * @param during the state that it had reached
     * @param refusal why the platform refused to open a socket, or null
     */
    void serverLost(State during, JSObject refusal);
  }

  private static final class Message {
    private final String type;
    private final String text;

    Message(String type, String text) {
      this.type = type;
      this.text = text;
    }
  }

  private final Platform platform;
  private final int pingInterval;
  private final Listener listener;
  private final Lines lines;
  private final Poster poster;
  private final Alarm heartbeat;
  private CompactList<Message> waiting;
  private boolean repeating;
  private boolean echoes;
  private int silence;

  /** The stream of a connection that was stopped, while the server is told; null otherwise. */
  private StreamLine last;

  /** What it is told. */
  private CompactList<Message> lastMessages;

  /** The id under which to connect again when it has been told, or null. */
  private String nextId;

  /**
   * Makes a connection that is {@link State#IDLE}.
   *
   * @param platform opens sockets and sends requests
   * @param address where the server is
   * @param token what proves on a reconnect that the id is the peer's
   * @param pingInterval the time between heartbeats, in milliseconds
   * @param transport how messages come to the server
   * @param referrerPolicy the referrer policy of requests
   * @param limits how many messages wait for a connection, and how long those of the server may be
   * @param listener is told what happens
   */
  public ServerConnection(
      Platform platform,
      ServerAddress address,
      String token,
      int pingInterval,
      Transport transport,
      String referrerPolicy,
      Limits limits,
      Listener listener) {
    Events events = new Events();
    lines = new Lines(platform, address, token, referrerPolicy, transport, limits, events);
    poster = new Poster(platform, lines, events);
    heartbeat = new Alarm(platform);
    waiting = new CompactList<>();
    this.platform = platform;
    this.pingInterval = pingInterval;
    this.listener = listener;
  }

  /** The platform's socket to the server, in use or being opened; null where there is none. */
  public WebSocket webSocket() {
    return lines.webSocket();
  }

  /**
   * Connects; nothing happens unless the connection is {@link State#IDLE}.
   *
   * @param id the peer's id
   * @param resume whether the id was this peer's before
   */
  public void start(String id, boolean resume) {
    if (last != null) {
      nextId = id;
    } else if (lines.state() == State.IDLE) {
      lines.start(id, resume);
    }
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
    Values.set(message, "payload", payload);
    Values.set(message, "dst", destination);
    if (waiting.size() >= lines.limits().getWaitingMessages() && waiting.size() > 1) {
      waiting.removeAt(poster.isBusy() && last == null ? 1 : 0);
    }
    waiting.add(new Message(type, platform.toJson(message)));
    sendWaiting();
  }

  /**
   * Closes the connection without a word to the listener; it may be started again. To a server, a
   * stream that is cut off is that of a client that was lost. So it is told goodbye, after the
   * messages that wait, before the stream ends and before the connection starts again.
   */
  public void stop() {
    nextId = null;
    if (last == null) {
      last = lines.leave();
      if (last == null) {
        release();
      } else {
        lastMessages = waiting;
        lastMessages.add(new Message("close", null));
        waiting = new CompactList<>();
        heartbeat.set(this::left, FAREWELL_TIMEOUT);
        sendLast();
      }
    }
  }

  private void sendLast() {
    if (lastMessages.size() == 0) {
      left();
    } else if (!poster.isBusy()) {
      post(lastMessages.get(0));
    }
  }

  /** The server knows that the client has left, or has had time enough. */
  private void left() {
    last.close();
    last = null;
    heartbeat.clear();
    poster.cancel();
    if (nextId != null) {
      lines.start(nextId, true); // It was open before.
    }
  }

  private void release() {
    if (poster.isBusy()) {
      waiting.removeAt(0);
    }
    heartbeat.clear();
    poster.cancel();
  }

  private void post(Message message) {
    poster.post(message.type, message.text);
  }

  private void sendWaiting() {
    while (lines.canSend() && waiting.size() > 0 && !poster.isBusy()) {
      Message message = waiting.get(0);
      SocketLine socket = lines.socket();
      if (socket == null) {
        post(message);
      } else {
        waiting.removeAt(0);
        socket.send(message.text);
      }
    }
  }

  private void beat() {
    SocketLine socket = lines.socket();
    if (socket != null) {
      if (silence++ >= SILENT_BEATS && echoes) {
        lines.socketIsDead();
        return;
      }
      socket.send("{\"type\":\"" + MessageType.HEARTBEAT + "\"}");
      if (silence > QUIET_BEATS || (silence == 1 && !echoes)) {
        send(MessageType.CANDIDATE, lines.id(), Values.newObject());
      }
    }
    heartbeat.set(this::beat, pingInterval);
  }

  /** What the lines and the poster tell. */
  private final class Events implements Lines.Listener, Poster.Listener {
    @Override
    public void linesOpened() {
      sendWaiting();
      silence = 0;
      echoes = false;
      repeating = false;
      heartbeat.set(ServerConnection.this::beat, pingInterval);
      listener.serverOpened();
    }

    @Override
    public void lineChanged() {
      silence = 0;
      beat(); // What comes over a socket proves to the server that it works.
      sendWaiting();
    }

    @Override
    public void received(SignalingMessage message) {
      silence = 0;
      if (lines.id().equals(message.source())) {
        echoes = true;
      } else {
        listener.serverMessage(message);
      }
    }

    @Override
    public void linesLost(State during, JSObject refusal) {
      release();
      listener.serverLost(during, refusal);
    }

    @Override
    public void posted(int status) {
      if (last != null) {
        lastMessages.removeAt(0);
        sendLast();
      } else if ((status == UNAUTHORIZED || status == NOT_FOUND) && !repeating) {
        // The server has forgotten the client: it will know it again, and take the message, after
        // the
        // next stream has begun.
        repeating = true;
        lines.renew();
      } else {
        repeating = false;
        waiting.removeAt(0);
        if (status < 200 || status > 299) {
          platform.log(LogLevel.WARNING, "The server did not take a message", Values.of(status));
        }
        if (status == 0 || status >= SERVER_FAILURE) {
          lines.postFailed();
        }
      }
      sendWaiting();
    }
  }
}
