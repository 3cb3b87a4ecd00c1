package io.github.teapeer.client.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A PeerServer in a simulated world. It behaves as version 1.0 does, and can be stopped and
 * started, made to hang, to refuse connections and to fail requests. It also lets a test see,
 * delay, drop and forge messages.
 */
public final class SimulatedSignalingServer implements SimulatedHost {
  private enum Condition {
    RUNNING,
    HUNG,
    STOPPED
  }

  private final Simulation simulation;
  private final String name;
  private final ServerOptions options;
  private final SplittableRandom random;
  private final Deque<Runnable> backlog = new ArrayDeque<>();
  private final List<SignalRecord> received = new ArrayList<>();
  private final List<ServerLine> lines = new ArrayList<>();
  private ServerRealm realm;
  private Condition condition = Condition.RUNNING;
  private SignalRule rule = message -> 0;
  private HttpStreaming streaming;
  private boolean refusing;
  private int failureStatus;

  SimulatedSignalingServer(
      Simulation simulation, String name, ServerOptions options, SplittableRandom random) {
    this.simulation = simulation;
    this.name = name;
    this.options = options;
    streaming = options.streaming();
    this.random = random;
    realm = new ServerRealm(this);
  }

  /**
   * The server's name.
   *
   * @return host and port
   */
  @Override
  public String name() {
    return name;
  }

  /**
   * The ids that the server knows.
   *
   * @return the ids, in the order in which they came
   */
  public List<String> clientIds() {
    return realm.clientIds();
  }

  /**
   * What clients sent.
   *
   * @return all messages since the world began, heartbeats included
   */
  public List<SignalRecord> received() {
    return List.copyOf(received);
  }

  /**
   * Decides what happens to the messages that are relayed from now on.
   *
   * @param newRule the rule, or null to relay everything at once
   */
  public void setRule(SignalRule newRule) {
    rule = newRule == null ? message -> 0 : newRule;
  }

  /** Ends the server's process: sockets are lost, and everything that it knew. */
  public void stop() {
    simulation.trace(name, "stops");
    condition = Condition.STOPPED;
    backlog.clear();
    realm = new ServerRealm(this);
    List<ServerLine> lost = List.copyOf(lines);
    lines.clear();
    lost.forEach(ServerLine::reset);
  }

  /** Starts the server again, or lets it go on where it hung. */
  public void start() {
    simulation.trace(name, "starts");
    condition = Condition.RUNNING;
    while (condition == Condition.RUNNING && !backlog.isEmpty()) {
      backlog.poll().run();
    }
  }

  /** Makes the server hang: sockets stay open, connections are taken, and nothing is answered. */
  public void hang() {
    simulation.trace(name, "hangs");
    condition = Condition.HUNG;
  }

  /**
   * Makes the server refuse connections and requests; sockets that are open stay open.
   *
   * @param refuse whether it does
   */
  public void setRefusing(boolean refuse) {
    refusing = refuse;
  }

  /**
   * Changes which HTTP streaming the server offers; to be done before clients come.
   *
   * @param offered what it offers instead of what its options say
   */
  public void setHttpStreaming(HttpStreaming offered) {
    streaming = offered;
  }

  /**
   * Makes the server answer every request with an error.
   *
   * @param status the HTTP status, or 0 to answer as it should
   */
  public void setFailureStatus(int status) {
    failureStatus = status;
  }

  /**
   * Sends a client anything, as a hostile server would.
   *
   * @param id the client
   * @param text what it gets, as it is; on a stream as a line
   * @throws IllegalArgumentException if there is no such client
   */
  public void sendRaw(String id, String text) {
    if (!realm.send(id, text)) {
      throw new IllegalArgumentException("There is no client " + id);
    }
  }

  /**
   * Relays a message as if a client had sent it, whether there is such a client or not.
   *
   * @param type the message's type
   * @param source the client that seems to have sent it
   * @param destination whom it is for
   * @param payload what it carries, as JSON
   * @throws IllegalArgumentException if the payload is no JSON
   */
  public void forge(String type, String source, String destination, String payload) {
    try {
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("type", type);
      message.put("src", source);
      message.put("dst", destination);
      message.put("payload", SimulatedJson.parse(payload));
      realm.relay(message);
    } catch (SimulatedJson.MalformedJsonException malformed) {
      throw new IllegalArgumentException("Malformed payload", malformed);
    }
  }

  /**
   * Drops the connection to a client, without a closing handshake.
   *
   * @param id the client
   * @throws IllegalArgumentException if there is no such client
   */
  public void drop(String id) {
    if (!realm.drop(id)) {
      throw new IllegalArgumentException("There is no client " + id);
    }
  }

  @Override
  public String toString() {
    return "server " + name;
  }

  ServerOptions options() {
    return options;
  }

  HttpStreaming streaming() {
    return streaming;
  }

  EventLoop loop() {
    return simulation.loop();
  }

  /** Runs something if the server runs, or later if it hangs. */
  void work(Runnable action) {
    if (condition == Condition.RUNNING) {
      action.run();
    } else if (condition == Condition.HUNG) {
      backlog.add(action);
    }
  }

  void handleConnection(ServerSocket socket) {
    socket.arrive();
    if (condition == Condition.STOPPED || refusing) {
      socket.refuse();
      return;
    }
    work(
        () -> {
          if (socket.url().path().equals(options.path() + "peerjs")) {
            lines.add(socket);
            Map<String, String> query = socket.url().query();
            realm.connect(
                socket,
                query.getOrDefault("key", ""),
                query.getOrDefault("id", ""),
                query.getOrDefault("token", ""));
          } else {
            socket.refuse();
          }
        });
  }

  void forget(ServerLine line) {
    lines.remove(line);
  }

  void handleRequest(SimulatedRequest request) {
    if (condition == Condition.STOPPED || refusing) {
      request.refuse();
      return;
    }
    work(() -> answer(request));
  }

  private void answer(SimulatedRequest request) {
    String path = request.url().path();
    String below = path.startsWith(options.path()) ? path.substring(options.path().length()) : path;
    if (failureStatus != 0) {
      request.respond(failureStatus, "Failed on purpose");
    } else if (request.method().equals("POST")) {
      answerPost(request, below.split("/", -1));
    } else if (below.matches("[^/]+/id")) {
      request.respond(200, idFor(request.url().query().get("id")));
    } else if (options.credential() != null && below.matches("active/(list|count)/[^/]+")) {
      String key = below.substring(below.lastIndexOf('/') + 1);
      int count = clientIds().size();
      request.respond(
          200,
          below.startsWith("active/list")
              ? SimulatedJson.write(clientIds())
              : "{\"name\":\"active_session\",\"count\":"
                  + count
                  + ",\"api_key\":\""
                  + key
                  + "\"}");
    } else if (below.matches("[^/]+/peers")) {
      boolean allowed = options.allowDiscovery();
      request.respond(
          allowed ? 200 : 401, allowed ? SimulatedJson.write(clientIds()) : "Unauthorized");
    } else {
      request.respond(404, "Not Found");
    }
  }

  private String idFor(String wanted) {
    String id = wanted == null || wanted.isEmpty() ? newId() : wanted;
    return options.credential() == null || wanted == null
        ? newId()
        : "{\"id\":\"" + id + "\",\"credential\":\"" + options.credential() + "\"}";
  }

  private void answerPost(SimulatedRequest request, String[] segments) {
    if (streaming == HttpStreaming.NONE || segments.length != 4) {
      request.respond(404, "Not Found");
    } else if (segments[3].equals("id")) {
      ServerStream stream = new ServerStream(this, request);
      lines.add(stream);
      realm.connect(stream, segments[0], segments[1], segments[2]);
    } else {
      realm.post(request, segments[1], segments[2], segments[3]);
    }
  }

  private String newId() {
    return "id-" + Long.toString(random.nextLong() >>> 1, 36) + "-" + simulation.nextIdentity();
  }

  /** Notes a message of a client, and relays it as the rule says. */
  void receive(String source, Map<String, Object> message) {
    SignalRecord signal = SignalRecord.of(simulation.now(), source, message);
    received.add(signal);
    simulation.trace(name, signal.type() + " from " + source + " for " + signal.destination());
    int delay = rule.delay(signal);
    if (delay == 0) {
      realm.relay(message);
    } else if (delay > 0) {
      loop().schedule(delay * EventLoop.MILLISECOND, () -> work(() -> realm.relay(message)));
    }
  }
}
