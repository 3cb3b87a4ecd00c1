package io.github.teapeer.client.simulation;

import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.client.platform.TimerCallback;
import io.github.teapeer.client.platform.ValueCodec;
import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.dom.AbortController;
import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.encoding.TextDecoder;
import io.github.teapeer.jso.encoding.TextEncoder;
import io.github.teapeer.jso.fetch.Response;
import io.github.teapeer.jso.file.Blob;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.websocket.WebSocket;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.teavm.jso.JSObject;

/**
 * A page of a simulated world: a platform for a Peer. What it hands out follows the W3C's rules,
 * and calls back only while the {@link Simulation} runs.
 *
 * <p>A page can be treated badly: {@link #killTab} and {@link #losePower} end it, {@link
 * #changeAddress} moves it to another network. It counts what it holds open, so that a test can
 * tell whether the client cleaned up.
 */
public final class SimulatedPlatform implements Platform, SimulatedHost {
  private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int TOKEN_LETTERS = 13;
  private static final Pattern WELL_FORMED =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 _-]*[A-Za-z0-9])?");
  private static final int ADDRESSES_PER_SUBNET = 250;

  private final Simulation simulation;
  private final String name;
  private final int number;
  private final SplittableRandom random;
  private final ValueCodec codec = new SimulatedCodec();
  private final Map<Integer, EventLoop.Task> timers = new LinkedHashMap<>();
  private final List<SimulatedPeerConnection> peerConnections = new ArrayList<>();
  private final List<SimulatedWebSocket> sockets = new ArrayList<>();
  private final List<LogEntry> log = new ArrayList<>();
  private Consumer<Throwable> uncaughtHandler;
  private final List<SimulatedRequest> requests = new ArrayList<>();
  private SimulatedBrowser browser = SimulatedBrowser.CHROMIUM;
  private WebSocketAccess webSocketAccess = WebSocketAccess.FREE;
  private boolean webRtcSupported = true;
  private boolean secure;
  private int maxMessageSize = SimulatedPeerConnection.DEFAULT_MAX_MESSAGE_SIZE;
  private IceServers stunServers = IceServers.SERVING;
  private IceServers turnServers = IceServers.SERVING;
  private int networkChanges;
  private int lastTimer;
  private long blobBytesRead;
  private boolean gone;

  SimulatedPlatform(Simulation simulation, String name, int number, SplittableRandom random) {
    this.simulation = simulation;
    this.name = name;
    this.number = number;
    this.random = random;
  }

  /**
   * The page's name.
   *
   * @return what {@link Simulation#newPage} was told
   */
  @Override
  public String name() {
    return name;
  }

  /**
   * Chooses whose habits the page has; applies to what is made afterwards.
   *
   * @param newBrowser {@link SimulatedBrowser#CHROMIUM} by default
   */
  public void setBrowser(SimulatedBrowser newBrowser) {
    browser = newBrowser;
  }

  /**
   * Takes WebRTC away, as some browsers do.
   *
   * @param supported what {@link #supportsWebRtc} answers; true by default
   */
  public void setWebRtcSupported(boolean supported) {
    webRtcSupported = supported;
  }

  /**
   * Blocks WebSockets, as some proxies and firewalls do; applies to those that are opened
   * afterwards.
   *
   * @param access what happens to them; {@link WebSocketAccess#FREE} by default
   */
  public void setWebSocketAccess(WebSocketAccess access) {
    webSocketAccess = access;
  }

  /**
   * Says what the STUN servers do that peer connections of this page are configured to use.
   *
   * @param servers {@link IceServers#SERVING} by default
   */
  public void setStunServers(IceServers servers) {
    stunServers = servers;
  }

  /**
   * Says what the TURN servers do that peer connections of this page are configured to use.
   *
   * @param servers {@link IceServers#SERVING} by default
   */
  public void setTurnServers(IceServers servers) {
    turnServers = servers;
  }

  IceServers stunServers() {
    return stunServers;
  }

  IceServers turnServers() {
    return turnServers;
  }

  /**
   * Says that the page itself came by TLS: it may then open no socket without.
   *
   * @param fromHttps whether it did; false by default
   */
  public void setSecure(boolean fromHttps) {
    secure = fromHttps;
  }

  /**
   * Sets the largest message that peer connections of this page take from the other side.
   *
   * @param bytes 262,144 by default
   */
  public void setMaxMessageSize(int bytes) {
    maxMessageSize = bytes;
  }

  /**
   * Takes exceptions that escape from callbacks, and rejections that nobody handled; without a
   * handler they end the run.
   *
   * @param handler gets them, or null for none
   */
  public void setUncaughtHandler(Consumer<Throwable> handler) {
    uncaughtHandler = handler;
  }

  /**
   * Ends the page as closing its process does: nothing is called any more, peer connections fall
   * silent, and the operating system closes the sockets.
   */
  public void killTab() {
    trace("tab killed");
    gone = true;
    sockets.forEach(SimulatedWebSocket::processDied);
    List.copyOf(requests).forEach(SimulatedRequest::hangUp);
    simulation.network().changed();
  }

  /** Ends the page as a power cut does: nothing is called, and nothing is sent, any more. */
  public void losePower() {
    trace("power lost");
    gone = true;
    simulation.network().kill(this);
  }

  /**
   * Tells whether the page has ended.
   *
   * @return whether {@link #killTab} or {@link #losePower} was called
   */
  public boolean isGone() {
    return gone;
  }

  /**
   * Moves the page to another network. Sockets are lost, without the server knowing; peer
   * connections need an ICE restart.
   */
  public void changeAddress() {
    trace("network changed");
    networkChanges++;
    List.copyOf(sockets).forEach(SimulatedWebSocket::networkChanged);
    requests.forEach(SimulatedRequest::networkChanged);
    simulation.network().changed();
  }

  /**
   * The address at which peers reach the page.
   *
   * @return an IPv4 address
   */
  public String address() {
    int subnet = number / ADDRESSES_PER_SUBNET;
    return "10." + networkChanges + "." + subnet + "." + (number % ADDRESSES_PER_SUBNET + 1);
  }

  /**
   * What the page holds open.
   *
   * @return the present numbers
   */
  public OpenResources openResources() {
    int connections = 0;
    int channels = 0;
    for (SimulatedPeerConnection connection : peerConnections) {
      if (!connection.isClosed()) {
        connections++;
        channels += connection.openChannels();
      }
    }
    int open = (int) sockets.stream().filter(SimulatedWebSocket::isHeldOpen).count();
    return new OpenResources(connections, channels, open, timers.size(), requests.size());
  }

  /**
   * Checks that the client cleaned up.
   *
   * @throws SimulationFailure if the page holds anything open
   */
  public void assertNothingOpen() {
    if (!openResources().isEmpty()) {
      throw simulation.failure("Page " + name + " still holds " + openResources(), null);
    }
  }

  /**
   * What the client logged.
   *
   * @return all entries so far
   */
  public List<LogEntry> log() {
    return List.copyOf(log);
  }

  /**
   * The peer connections that were made on this page.
   *
   * @return all of them, also those that are closed, in that order
   */
  public List<SimulatedPeerConnection> peerConnections() {
    return List.copyOf(peerConnections);
  }

  /**
   * Makes a stream of new tracks, as a camera and a microphone would.
   *
   * @param kinds {@code audio} or {@code video}, one for each track; none for an empty stream
   * @return the stream
   */
  public SimulatedMediaStream newStream(String... kinds) {
    SimulatedMediaStream stream = new SimulatedMediaStream(this, newUuid());
    for (String kind : kinds) {
      stream.addTrack(newTrack(kind));
    }
    return stream;
  }

  /**
   * Makes a signal that is not aborted.
   *
   * @return the signal
   */
  public SimulatedAbortSignal newAbortSignal() {
    return new SimulatedAbortSignal(this);
  }

  /**
   * Makes a track.
   *
   * @param kind {@code audio} or {@code video}
   * @return the track
   */
  public SimulatedMediaStreamTrack newTrack(String kind) {
    return new SimulatedMediaStreamTrack(this, kind, newUuid());
  }

  /**
   * Makes a Blob.
   *
   * @param content its bytes
   * @param readableBytes how many of them can be read before reading fails, as of a file that is
   *     removed; all of them by being large enough
   * @return the Blob
   */
  public SimulatedBlob newBlob(byte[] content, int readableBytes) {
    return new SimulatedBlob(this, content, readableBytes);
  }

  @Override
  public Blob newBlob(JSObject parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int i = 0; i < Values.length(parts); i++) {
      JSObject part = Values.at(parts, i);
      content.writeBytes(
          part instanceof SimulatedBlob blob ? blob.content() : (byte[]) JavaValue.unwrap(part));
    }
    return newBlob(content.toByteArray(), content.size());
  }

  /**
   * How much has been read from Blobs.
   *
   * @return the bytes of all reads that were begun
   */
  public long blobBytesRead() {
    return blobBytesRead;
  }

  /** Reading takes a moment, and no two times the same. */
  void readBlob(int bytes, Runnable done) {
    blobBytesRead += bytes;
    schedule(EventLoop.MILLISECOND * (1 + random.nextInt(3)), done);
  }

  /**
   * Makes a promise for a test to settle.
   *
   * @param <T> what it is fulfilled with
   * @return a pending promise
   */
  public <T extends JSObject> SimulatedPromise<T> newPromise() {
    return new SimulatedPromise<>(this);
  }

  @Override
  public boolean supportsWebRtc() {
    return webRtcSupported;
  }

  @Override
  public RTCPeerConnection newPeerConnection(JSObject configuration) {
    RtcConfiguration.check(configuration);
    SimulatedPeerConnection connection = new SimulatedPeerConnection(this, configuration);
    peerConnections.add(connection);
    return connection;
  }

  @Override
  public WebSocket newWebSocket(String url) {
    SimulatedUrl target = SimulatedUrl.parse(url, "ws", "wss");
    if (secure && url.startsWith("ws:")) {
      throw new DomException(
          "SecurityError", "An insecure WebSocket may not be opened from a page loaded over HTTPS");
    }
    trace("opens " + url);
    if (webSocketAccess == WebSocketAccess.MISSING) {
      throw new DomException("ReferenceError", "WebSocket is not defined");
    }
    SimulatedWebSocket socket = new SimulatedWebSocket(this, target, webSocketAccess);
    sockets.add(socket);
    socket.connect();
    return socket;
  }

  @Override
  public Promise<Response> fetch(String url, String referrerPolicy) {
    return request("GET", url, null, null, true);
  }

  @Override
  public Promise<Response> post(
      String url, String json, String referrerPolicy, AbortSignal signal) {
    return request("POST", url, json, (SimulatedAbortSignal) signal, signal != null);
  }

  @Override
  public AbortController newAbortController() {
    return new SimulatedAbortController(this);
  }

  @Override
  public TextDecoder newTextDecoder() {
    return new SimulatedTextDecoder();
  }

  @Override
  public TextEncoder newTextEncoder() {
    return new SimulatedTextEncoder();
  }

  /** Sends a request; what the page holds on to counts as open until it is answered. */
  private Promise<Response> request(
      String method, String url, String body, SimulatedAbortSignal signal, boolean heldByPage) {
    SimulatedPromise<Response> promise = newPromise();
    trace(method + " " + url);
    SimulatedUrl target;
    try {
      target = SimulatedUrl.parse(url, "http", "https");
    } catch (DomException malformed) {
      promise.reject(DomException.typeError("Failed to parse URL from " + url));
      return promise;
    }
    SimulatedRequest request =
        new SimulatedRequest(
            this,
            method,
            target,
            body,
            response -> {
              if (response == null) {
                promise.reject(DomException.typeError("Failed to fetch"));
              } else {
                promise.fulfill(response);
              }
            });
    if (heldByPage) {
      requests.add(request);
    }
    if (signal != null) {
      signal.onAborted(
          reason -> {
            request.hangUp();
            promise.reject(reason);
          });
    }
    if (request.isOpen()) {
      request.send();
    }
    return promise;
  }

  /**
   * How many timers the client has set.
   *
   * @return all of them, also those that have elapsed or were cleared
   */
  public int timersSet() {
    return lastTimer;
  }

  @Override
  public int setTimeout(TimerCallback callback, int milliseconds) {
    int timer = ++lastTimer;
    long delay = Math.max(1, milliseconds) * EventLoop.MILLISECOND;
    Runnable elapsed =
        () -> {
          timers.remove(timer);
          call(callback::elapsed);
        };
    timers.put(timer, simulation.loop().schedule(delay, elapsed));
    return timer;
  }

  @Override
  public void clearTimeout(int timer) {
    EventLoop.Task task = timers.remove(timer);
    if (task != null) {
      task.cancel();
    }
  }

  @Override
  public String randomToken() {
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < TOKEN_LETTERS; i++) {
      token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    // Chance may repeat itself; the number of the token does not.
    return token.append('n').append(simulation.nextIdentity()).toString();
  }

  @Override
  public double random() {
    return random.nextDouble();
  }

  @Override
  public boolean isValidId(String id) {
    return WELL_FORMED.matcher(id).matches();
  }

  @Override
  public boolean isValidKey(String key) {
    return WELL_FORMED.matcher(key).matches();
  }

  @Override
  public String encodeUriComponent(String text) {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    // What ECMAScript leaves as it is, and HTML forms do not.
    return encoded
        .replace("%21", "!")
        .replace("%27", "'")
        .replace("%28", "(")
        .replace("%29", ")")
        .replace("%7E", "~");
  }

  @Override
  public JSObject parseJson(String text) {
    try {
      return JavaValue.of(SimulatedJson.parse(text));
    } catch (SimulatedJson.MalformedJsonException malformed) {
      // The platform's contract: what is malformed is answered with null.
      return null;
    }
  }

  @Override
  public String toJson(JSObject value) {
    return SimulatedJson.write(value);
  }

  @Override
  public ValueCodec codec() {
    return codec;
  }

  @Override
  public JSObject errorOf(Throwable thrown) {
    return thrown == null || thrown instanceof DomException
        ? (DomException) thrown
        : new DomException(thrown.getClass().getSimpleName(), thrown.getMessage());
  }

  @Override
  public void log(int level, String message, JSObject detail) {
    log.add(new LogEntry(simulation.now(), level, message, detail));
    trace("logs " + message);
  }

  @Override
  public String toString() {
    return "page " + name;
  }

  Simulation simulation() {
    return simulation;
  }

  SimulatedBrowser browser() {
    return browser;
  }

  int maxMessageSize() {
    return maxMessageSize;
  }

  RandomGenerator chance() {
    return random;
  }

  void trace(String what) {
    simulation.trace(name, what);
  }

  void forget(SimulatedRequest request) {
    requests.remove(request);
  }

  void forget(SimulatedWebSocket socket) {
    sockets.remove(socket);
  }

  /** Calls into the page's scripts, and runs their microtasks. */
  void call(Runnable script) {
    if (gone) {
      return;
    }
    if (!simulation.loop().isRunning()) {
      throw new IllegalStateException("A callback outside of a task");
    }
    guarded(script);
    simulation.loop().runMicrotasks();
  }

  @Override
  public void queueMicrotask(TimerCallback callback) {
    afterScript(
        () -> {
          if (!gone) {
            callback.elapsed();
          }
        });
  }

  /** Runs something of the page's as a microtask. */
  void afterScript(Runnable script) {
    simulation.loop().queueMicrotask(() -> guarded(script));
  }

  /** Runs something of the page's browser as a task; scripts are reached through {@link #call}. */
  void queueTask(Runnable action) {
    schedule(0, action);
  }

  /** Runs something of the page's browser later, after a delay in microseconds. */
  EventLoop.Task schedule(long delay, Runnable action) {
    return simulation
        .loop()
        .schedule(
            delay,
            () -> {
              if (!gone) {
                action.run();
              }
            });
  }

  /** Runs something when the scripts that run now, and their microtasks, have run. */
  void whenScriptsHaveRun(Runnable action) {
    queueTask(action);
  }

  void uncaught(Throwable thrown) {
    if (uncaughtHandler == null) {
      throw simulation.failure("Uncaught on page " + name + ": " + thrown, thrown);
    }
    uncaughtHandler.accept(thrown);
  }

  private void guarded(Runnable script) {
    if (gone) {
      return;
    }
    try {
      script.run();
    } catch (EventLoop.LivelockException | SimulationFailure fatal) {
      throw fatal;
    } catch (RuntimeException | Error thrown) {
      uncaught(thrown);
    }
  }

  private String newUuid() {
    String hex = Long.toHexString(random.nextLong() | Long.MIN_VALUE);
    return hex.substring(0, 8)
        + "-"
        + hex.substring(8, 12)
        + "-4"
        + hex.substring(13, 16)
        + "-8000-"
        + String.format("%012x", simulation.nextIdentity());
  }
}
