package io.github.teapeer.client.signaling;

import io.github.teapeer.client.platform.Alarm;
import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.client.signaling.ServerConnection.State;
import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.dom.AbortController;
import io.github.teapeer.jso.fetch.Response;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.websocket.WebSocket;
import org.teavm.jso.JSObject;

/**
 * Keeps a line to the server: the socket, or the newest of a chain of streams.
 *
 * <pre>
 *   IDLE ──start──▶ CONNECTING ──a line opens──▶ GREETING ──OPEN──▶ OPEN
 *    ▲                  └────────────────────────────┴───────────────┤
 *    └──────────────────────────────── stop, or no line is left ─────┘
 * </pre>
 *
 * <p>While OPEN, one line takes over from another: a stream from the one before it, which it renews
 * or replaces; a socket from a stream, when sockets work again; and a stream from a socket that did
 * not last. The server sends each message on one line, the newest that it knows. What still comes
 * on an older one is delivered first: messages on the new line are held back until the older ones
 * have ended, {@link #HOLD_TIME} at most, and the older ones are read for {@link #DRAIN_TIME}.
 */
final class Lines implements Line.Listener {
  /** How long a socket may take before the stream is tried beside it, in milliseconds. */
  static final int FALLBACK_DELAY = 1000;

  /** How long a server that may have greeted before is waited for, in milliseconds. */
  static final int GREETING_TIMEOUT = 1000;

  /** How often it is looked whether the stream has been answered, in milliseconds. */
  static final int PENDING_CHECK = 250;

  /** How long a stream may take to begin, and a socket to take over from it, in milliseconds. */
  static final int OPENING_TIMEOUT = 10_000;

  /** How long it may take until the server accepts the client, in milliseconds. */
  static final int ACCEPTANCE_TIMEOUT = 20_000;

  /** How long a stream is used before it is renewed, in milliseconds. */
  static final int RENEWAL_INTERVAL = 25_000;

  /** How long messages on a new line wait for the end of older ones, in milliseconds. */
  static final int HOLD_TIME = 1000;

  /** How long older lines are read, in milliseconds. */
  static final int DRAIN_TIME = 5000;

  /**
   * The first of the doubling delays before a stream that ended is reopened, in milliseconds. They
   * begin anew after a stream that went on for {@link #LASTING_TIME}.
   */
  static final int REOPEN_DELAY = 500;

  /** How long a stream has to go on to count as one that lasts, in milliseconds. */
  static final int LASTING_TIME = 5000;

  /** A stream whose reopening would have to wait this long is given up, in milliseconds. */
  static final int REOPEN_LIMIT = 10_000;

  /** The first of the doubling delays before a socket is tried again, in milliseconds. */
  static final int RETRY_DELAY = 2000;

  /** The longest of these delays, in milliseconds. */
  static final int RETRY_LIMIT = 32_000;

  private static final int FORBIDDEN = 403;

  /** Is told what comes of the lines. */
  interface Listener {
    /** The server accepted the client. */
    void linesOpened();

    /** Messages that could not be sent can be sent now, on another line. */
    void lineChanged();

    /** A message came that is neither OPEN nor PING. */
    void received(SignalingMessage message);

    /**
     * No line is left; the state is IDLE again.
     *
     * @param during the state that had been reached
     * @param refusal why the platform refused to open a socket, or null
     */
    void linesLost(State during, JSObject refusal);
  }

  private final Platform platform;
  private final ServerAddress address;
  private final String token;
  private final String referrerPolicy;
  private final Transport transport;
  private final Limits limits;
  private final Listener listener;
  private final CompactList<Line> older = new CompactList<>();
  private final Alarm acceptance;
  private final Alarm greeting;
  private final Alarm socketAlarm;
  private final Alarm streamAlarm;
  private final Alarm olderAlarm;
  private State state = State.IDLE;
  private String id;
  private boolean resumed;
  private JSObject refusal;

  /** The line that is in use; null before there is one, and while it is being replaced. */
  private Line line;

  /** The socket, in use or not; null where there is none. */
  private SocketLine socket;

  /** The newest stream, in use or not; null where there is none. */
  private StreamLine stream;

  private boolean streamTried;

  /** Whether the stream was refused because of the key; a proxy may say so where a socket works. */
  private boolean forbidden;

  /** Whether the server greets every line, so that none is attached in silence. */
  private boolean greetsAgain;

  /** Whether the stream ended since a socket was last opened: the server may prefer the socket. */
  private boolean letGo;

  private boolean broken;
  private boolean settling;
  private int streams;
  private int reopenDelay;
  private int retryDelay;
  private CompactList<SignalingMessage> held;

  Lines(
      Platform platform,
      ServerAddress address,
      String token,
      String referrerPolicy,
      Transport transport,
      Limits limits,
      Listener listener) {
    this.platform = platform;
    this.address = address;
    this.token = token;
    this.referrerPolicy = referrerPolicy;
    this.transport = transport;
    this.limits = limits;
    this.listener = listener;
    acceptance = new Alarm(platform);
    greeting = new Alarm(platform);
    socketAlarm = new Alarm(platform);
    streamAlarm = new Alarm(platform);
    olderAlarm = new Alarm(platform);
  }

  State state() {
    return state;
  }

  /** The client's id. */
  String id() {
    return id;
  }

  Limits limits() {
    return limits;
  }

  /** Whether messages can be sent now, by {@link #socket} or else by posting them. */
  boolean canSend() {
    return state == State.OPEN && !broken;
  }

  /** The socket, if it is in use, or null. */
  SocketLine socket() {
    return line == socket ? socket : null;
  }

  /** The platform's socket, in use or not, or null. */
  WebSocket webSocket() {
    return socket == null ? null : socket.webSocket();
  }

  /**
   * Sends a request of the client's to the server.
   *
   * @param rest what it asks for: see {@link ServerAddress#streamUrl}
   * @param json what it carries, or null
   * @param request aborts it
   */
  Promise<Response> post(String rest, String json, AbortController request) {
    return platform.post(
        address.streamUrl(platform, id, token, rest), json, referrerPolicy, request.getSignal());
  }

  /** Connects; to be called while IDLE. */
  void start(String newId, boolean resume) {
    id = newId;
    resumed = resume;
    refusal = null;
    streamTried = false;
    forbidden = false;
    greetsAgain = false;
    reopenDelay = REOPEN_DELAY;
    retryDelay = RETRY_DELAY;
    state = State.CONNECTING;
    acceptance.set(this::lose, ACCEPTANCE_TIMEOUT);
    if (transport == Transport.HTTP) {
      openStream();
    } else {
      openSocket();
    }
  }

  /**
   * Ends all lines without a word to the listener.
   *
   * @return the stream, if that is in use: it goes on in silence, and is to be closed
   */
  StreamLine leave() {
    StreamLine last = stream;
    if (canSend() && line == last) {
      last.fallSilent();
      line = null;
      stream = null;
    } else {
      last = null;
    }
    stop();
    return last;
  }

  private void stop() {
    state = State.IDLE;
    acceptance.clear();
    greeting.clear();
    socketAlarm.clear();
    streamAlarm.clear();
    olderAlarm.clear();
    retire(socket);
    retire(stream);
    retire(line);
    closeOlder();
    line = null;
    socket = null;
    stream = null;
    held = null;
    settling = false;
  }

  /** The server does not know the client any more: replaces the stream, unless a socket is used. */
  void renew() {
    if (socket() == null) {
      broken = true;
      if (line == stream) {
        openStream();
      }
    }
  }

  /** Nothing comes from the socket any more, though it is open. */
  void socketIsDead() {
    lose();
  }

  /** A post got no answer: the server is lost, unless a socket is used. */
  void postFailed() {
    if (socket() == null) {
      lose();
    }
  }

  private void openSocket() {
    letGo = false;
    if (state == State.OPEN) {
      limitSocket();
    } else if (transport == Transport.AUTO) {
      socketAlarm.set(this::openStream, FALLBACK_DELAY);
    }
    try {
      socket = new SocketLine(platform, address.socketUrl(platform, id, token), this);
    } catch (RuntimeException refused) {
      refusal = platform.errorOf(refused);
      socketAlarm.set(this::socketEnded, 0);
    }
  }

  /** The socket that is not in use has ended, or could not even be made. */
  private void socketEnded() {
    socket = null;
    socketAlarm.clear();
    if (state == State.OPEN) {
      socketAlarm.set(this::openSocket, retryDelay);
      retryDelay = Math.min(retryDelay * 2, RETRY_LIMIT);
    } else if (transport == Transport.AUTO && !streamTried) {
      openStream();
    } else if (stream == null) {
      lose();
    }
  }

  private void openStream() {
    streamTried = true;
    StreamLine opening =
        new StreamLine(platform, this, "id?i=" + Values.asText(streams++) + "&teapeer=1");
    stream = opening;
    streamAlarm.set(
        () -> {
          if (state == State.OPEN) {
            lose(); // The one before it may be open, but nobody is at its other end.
          } else {
            opening.end(0);
          }
        },
        OPENING_TIMEOUT);
  }

  @Override
  public void lineOpened(Line opened) {
    if (opened == stream) {
      streamAlarm.set(this::streamLasts, LASTING_TIME);
    }
    if (opened == stream && state == State.OPEN) {
      use(opened);
    } else {
      if (state == State.CONNECTING) {
        state = State.GREETING;
      }
      // A server that has another line of the client may attach this one and say nothing.
      if (resumed || streamTried) {
        greeting.set(this::useSilentLine, GREETING_TIMEOUT);
      }
    }
  }

  private void streamLasts() {
    reopenDelay = REOPEN_DELAY;
    streamAlarm.set(this::openStream, RENEWAL_INTERVAL - LASTING_TIME);
  }

  /** No greeting came on a line that is open: the server may have attached it in silence. */
  private void useSilentLine() {
    StreamLine newest = stream;
    Line silent = isSocketOpen() ? socket : newest;
    if (state == State.OPEN) {
      if (letGo && !greetsAgain && silent == socket) {
        use(silent);
      }
    } else if (transport != Transport.AUTO
        || (streamTried && (newest == null || newest.isOpen()))) {
      use(silent); // Null, as the line in use, where the socket is closing.
    } else {
      greeting.set(
          this::useSilentLine, PENDING_CHECK); // Sockets may be deaf; the stream will tell.
    }
  }

  private boolean isSocketOpen() {
    return socket != null && socket.isOpen();
  }

  @Override
  public void lineReceived(Line from, String text) {
    JSObject message =
        text == null || text.length() > limits.getSignalSize() ? null : platform.parseJson(text);
    String type = Values.isObject(message) ? Values.getString(message, "type") : null;
    if (type == null) {
      platform.log(LogLevel.WARNING, "Invalid server message", Values.of(text));
      return;
    }
    boolean greets = type.equals(MessageType.OPEN);
    if (greets && state == State.OPEN) {
      greetsAgain = true;
    }
    boolean newest = from == socket || from == stream;
    String source = Values.getString(message, "src");
    if (newest && (greets || source != null)) {
      use(from);
    }
    if (type.equals(MessageType.PING)) {
      if (from == socket) {
        socket.send("{\"type\":\"" + MessageType.PONG + "\"}");
      }
    } else if (!greets) {
      if (line != null && newest && from != line) {
        platform.log(LogLevel.WARNING, "The server refuses another line", message);
      } else {
        JSObject payload = Values.orNull(Values.get(message, "payload"));
        deliver(from, new SignalingMessage(type, source, payload));
      }
    }
  }

  private void deliver(Line from, SignalingMessage message) {
    if (held != null && from == line) {
      held.add(message);
      if (held.size() > limits.getWaitingMessages()) {
        release();
      }
    } else if (state != State.IDLE) {
      listener.received(message);
    }
  }

  /** A line that the server has accepted takes over, unless it is in use already. */
  private void use(Line next) {
    if (next == line) {
      return;
    }
    release();
    if (next != socket && next != stream) {
      return; // Whoever got what was held back has stopped, or begun anew.
    }
    makeOlder(line);
    if (next == socket) {
      socketAlarm.clear();
      streamAlarm.clear();
      if (stream != line) {
        makeOlder(stream);
      }
      stream = null;
    }
    line = next;
    broken = false;
    forbidden = false;
    refusal = null;
    if (older.size() > 0) {
      held = new CompactList<>();
      settling = true;
      olderAlarm.set(this::holdNoLonger, HOLD_TIME);
    }
    if (state == State.OPEN) {
      listener.lineChanged();
      return;
    }
    state = State.OPEN;
    acceptance.clear();
    if (next == stream && transport == Transport.AUTO) {
      tryAnotherSocket();
    }
    listener.linesOpened();
  }

  /** The stream is in use: the socket, this one or a later one, may take over from it. */
  private void tryAnotherSocket() {
    if (socket == null) {
      socketEnded();
      return;
    }
    limitSocket();
  }

  private void limitSocket() {
    socketAlarm.set(
        () -> {
          retire(socket);
          socketEnded();
        },
        OPENING_TIMEOUT);
  }

  /** Lets a line end by itself. */
  private void makeOlder(Line former) {
    if (former != null) {
      older.add(former);
    }
  }

  private void holdNoLonger() {
    olderAlarm.set(this::settle, DRAIN_TIME - HOLD_TIME);
    release();
  }

  private void settle() {
    settling = false;
    closeOlder();
    if (socket() != null) {
      retryDelay = RETRY_DELAY;
    }
  }

  private void release() {
    CompactList<SignalingMessage> messages = held;
    held = null;
    if (messages != null) {
      for (int i = 0; i < messages.size(); i++) {
        SignalingMessage message = messages.get(i);
        if (state == State.OPEN) {
          listener.received(message);
        }
      }
    }
  }

  @Override
  public void lineEnded(Line ended, int status) {
    if (older.remove(ended)) {
      if (older.size() == 0) {
        release();
      }
      return;
    }
    boolean used = ended == line;
    if (used) {
      line = null;
      broken = true;
    }
    if (ended == stream) {
      streamEnded(used, status);
    } else if (ended == socket) {
      if (used && !settling) {
        lose();
        return;
      }
      socketEnded();
      if (used) {
        openStream(); // Something on the way takes sockets and does not let them work.
      }
    }
  }

  private void streamEnded(boolean used, int status) {
    stream = null;
    streamAlarm.clear();
    if (state != State.OPEN) {
      forbidden = status == FORBIDDEN;
      if (socket == null) {
        lose();
      }
    } else if (used && reopenDelay < REOPEN_LIMIT) {
      letGo = true;
      if (isSocketOpen()) {
        greeting.set(this::useSilentLine, GREETING_TIMEOUT);
      }
      streamAlarm.set(this::openStream, reopenDelay);
      reopenDelay *= 2;
    } else if (broken) {
      lose();
    } else {
      streamAlarm.set(this::openStream, OPENING_TIMEOUT); // The old one works still.
    }
  }

  private void lose() {
    if (forbidden) {
      SignalingMessage invalidKey = new SignalingMessage(MessageType.INVALID_KEY, null, null);
      listener.received(invalidKey);
      if (state == State.IDLE) {
        return; // That was the end of it.
      }
    }
    State during = state;
    stop();
    listener.linesLost(during, refusal);
  }

  private void closeOlder() {
    CompactList<Line> lines = older.drain();
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).close();
    }
  }

  private static void retire(Line retired) {
    if (retired != null) {
      retired.close();
    }
  }
}
