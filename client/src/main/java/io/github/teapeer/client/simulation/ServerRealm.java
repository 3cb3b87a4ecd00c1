package io.github.teapeer.client.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a simulated signalling server knows: its clients, and the messages that it holds for those
 * that are not there. The rules are those that PeerServer 1.0 was seen to follow.
 */
final class ServerRealm {
  /** How often a PeerServer looks for messages that it held too long, in microseconds. */
  private static final long EXPIRY_INTERVAL = 1000 * EventLoop.MILLISECOND;

  private static final Set<String> RELAYED =
      Set.of("OFFER", "ANSWER", "CANDIDATE", "LEAVE", "EXPIRE");

  /** How long PeerServer waits for the stream of a client that posts already, in microseconds. */
  private static final long POST_PATIENCE = 25 * EventLoop.MILLISECOND;

  private static final class Client {
    private final String id;
    private final String token;

    /** Where messages for it go; null for a moment. */
    private ServerLine line;

    /** A socket beside the stream that is used until the client was heard over the socket. */
    private ServerSocket candidate;

    private EventLoop.Task death;

    Client(String id, String token) {
      this.id = id;
      this.token = token;
    }
  }

  /** Messages for a client that is not there; all expire with the oldest. */
  private record Held(long since, List<Map<String, Object>> messages) {}

  private final SimulatedSignalingServer server;
  private final Map<String, Client> clients = new LinkedHashMap<>();
  private final Map<String, Held> held = new LinkedHashMap<>();
  private boolean sweeping;

  ServerRealm(SimulatedSignalingServer server) {
    this.server = server;
  }

  List<String> clientIds() {
    return List.copyOf(clients.keySet());
  }

  /** A line was opened: its client is greeted, or refused. */
  void connect(ServerLine line, String key, String id, String token) {
    Client known = clients.get(id);
    if (id.isEmpty() || token.isEmpty() || key.isEmpty()) {
      refuse(line, "ERROR", "No id, token, or key supplied to websocket server");
    } else if (!key.equals(server.options().key())) {
      refuse(line, "ERROR", "Invalid key provided");
    } else if (known != null && !known.token.equals(token)) {
      boolean legacyStream = line instanceof ServerStream && isLegacy();
      refuse(line, legacyStream ? "HTTP-ERROR" : "ID-TAKEN", "ID is taken");
    } else if (known == null && clients.size() >= server.options().concurrentLimit()) {
      refuse(line, "ERROR", "Server has reached its concurrent user limit");
    } else {
      Client client = known == null ? new Client(id, token) : known;
      clients.put(id, client);
      line.accept(new ClientListener(client, line));
      if (known == null || greetsAgain()) {
        line.send("{\"type\":\"OPEN\"}");
      }
      attach(client, line);
      expectHeartbeat(client);
      deliverHeld(id);
    }
  }

  private boolean isLegacy() {
    return server.streaming() == HttpStreaming.LEGACY;
  }

  private boolean greetsAgain() {
    return server.options().opensOnReconnect() || server.streaming() == HttpStreaming.TEAPEER;
  }

  /** Gives a client a line besides, or instead of, those that it has. */
  private void attach(Client client, ServerLine added) {
    ServerLine old = client.line;
    boolean mixed = old != null && old instanceof ServerStream != added instanceof ServerStream;
    if (!mixed) {
      client.line = added;
      if (old instanceof ServerStream && !isLegacy()) {
        old.close();
      }
    } else if (isLegacy()) {
      // The socket is used, whichever came first.
      client.line = added instanceof ServerSocket ? added : old;
      if (old instanceof ServerStream) {
        old.close();
      }
    } else {
      client.line = added instanceof ServerStream ? added : old;
      client.candidate = (ServerSocket) (added instanceof ServerSocket ? added : old);
      ServerSocket candidate = client.candidate;
      candidate.probe(() -> heard(client, candidate));
    }
  }

  /** A socket that waits beside a stream is used when the client has been heard over it. */
  private void heard(Client client, ServerLine line) {
    if (line == client.candidate) {
      client.candidate = null;
      ServerLine old = client.line;
      client.line = line;
      old.close();
    }
  }

  /** A message was posted. */
  void post(SimulatedRequest request, String id, String token, String type) {
    Client client = clients.get(id);
    if (client == null) {
      server
          .loop()
          .schedule(
              POST_PATIENCE,
              () -> server.work(() -> answerPost(request, clients.get(id), token, type)));
    } else {
      answerPost(request, client, token, type);
    }
  }

  private void answerPost(SimulatedRequest request, Client client, String token, String type) {
    if (client == null || !client.token.equals(token)) {
      request.respond(401, "Unauthorized");
    } else if (type.equals("close") && !isLegacy()) {
      request.respond(200, "");
      forget(client);
      client.line.close();
      if (client.candidate != null) {
        client.candidate.close();
      }
    } else if (RELAYED.contains(type.toUpperCase(Locale.ROOT))) {
      request.respond(200, "");
      receive(client, request.body());
    } else {
      request.respond(404, "Not Found");
    }
  }

  /** Sends text to a client; answers whether there is one. */
  boolean send(String id, String text) {
    Client client = clients.get(id);
    if (client == null) {
      return false;
    }
    client.line.send(text);
    return true;
  }

  /** Drops a client's line; answers whether there is such a client. */
  boolean drop(String id) {
    Client client = clients.get(id);
    if (client == null) {
      return false;
    }
    client.line.reset();
    return true;
  }

  /** Sends a message to its destination, or holds it. */
  void relay(Map<String, Object> message) {
    String type = String.valueOf(message.get("type"));
    if (!RELAYED.contains(type)) {
      return;
    }
    Map<String, Object> relayed = new LinkedHashMap<>();
    for (String key : List.of("type", "src", "dst", "payload")) {
      if (message.get(key) != null) {
        relayed.put(key, message.get(key));
      }
    }
    String destination = message.get("dst") instanceof String text ? text : "";
    boolean lasting = !type.equals("LEAVE") && !type.equals("EXPIRE");
    if (clients.containsKey(destination)) {
      send(destination, SimulatedJson.write(relayed));
    } else if (lasting && !destination.isEmpty()) {
      hold(destination, relayed);
    } else if (type.equals("LEAVE") && destination.isEmpty()) {
      forget(clients.get((String) message.get("src")));
    }
  }

  private void hold(String destination, Map<String, Object> message) {
    held.computeIfAbsent(destination, added -> new Held(server.loop().now(), new ArrayList<>()))
        .messages()
        .add(message);
    sweepLater();
  }

  private void deliverHeld(String id) {
    Held messages = held.remove(id);
    if (messages != null) {
      messages.messages().forEach(this::relay);
    }
  }

  private void sweepLater() {
    if (!sweeping && !held.isEmpty()) {
      sweeping = true;
      long sinceLast = server.loop().now() % EXPIRY_INTERVAL;
      server
          .loop()
          .schedule(
              EXPIRY_INTERVAL - sinceLast,
              () ->
                  server.work(
                      () -> {
                        sweeping = false;
                        sweep();
                        sweepLater();
                      }));
    }
  }

  private void sweep() {
    long bound = server.loop().now() - server.options().expireTimeout() * EventLoop.MILLISECOND;
    Set<String> expired = new LinkedHashSet<>();
    held.forEach(
        (destination, messages) -> {
          if (messages.since() <= bound) {
            expired.add(destination);
          }
        });
    for (String destination : expired) {
      Set<Object> told = new LinkedHashSet<>();
      for (Map<String, Object> message : held.remove(destination).messages()) {
        if (told.add(message.get("src"))) {
          Map<String, Object> expire = new LinkedHashMap<>();
          expire.put("type", "EXPIRE");
          expire.put("src", destination);
          expire.put("dst", message.get("src"));
          relay(expire);
        }
      }
    }
  }

  private void expectHeartbeat(Client client) {
    if (client.death != null) {
      client.death.cancel();
    }
    client.death =
        server
            .loop()
            .schedule(
                server.options().aliveTimeout() * EventLoop.MILLISECOND,
                () -> server.work(() -> giveUp(client)));
  }

  private void giveUp(Client client) {
    if (clients.get(client.id) == client) {
      held.remove(client.id);
      forget(client);
      client.line.close();
    }
  }

  private void forget(Client client) {
    if (client != null) {
      clients.remove(client.id, client);
      client.death.cancel();
    }
  }

  private void refuse(ServerLine line, String type, String message) {
    line.accept(
        new ServerLine.Listener() {
          @Override
          public void received(String text) {
            // A client that was refused is not listened to.
          }

          @Override
          public void closed(boolean byServer) {
            server.forget(line);
          }
        });
    line.send("{\"type\":\"" + type + "\",\"payload\":{\"msg\":\"" + message + "\"}}");
    line.close();
  }

  /** Takes a message of a client; PeerServer ignores what is malformed. */
  @SuppressWarnings("unchecked") // JSON objects have string keys
  private void receive(Client client, String text) {
    Object message;
    try {
      message = SimulatedJson.parse(text);
    } catch (SimulatedJson.MalformedJsonException ignoredAsByPeerServer) {
      return;
    }
    if (message instanceof Map<?, ?> map) {
      Map<String, Object> stamped = (Map<String, Object>) map;
      stamped.put("src", client.id);
      if ("HEARTBEAT".equals(stamped.get("type"))) {
        expectHeartbeat(client);
      }
      server.receive(client.id, stamped);
    }
  }

  private final class ClientListener implements ServerLine.Listener {
    private final Client client;
    private final ServerLine line;

    ClientListener(Client client, ServerLine line) {
      this.client = client;
      this.line = line;
    }

    @Override
    public void received(String text) {
      heard(client, line);
      receive(client, text);
    }

    @Override
    public void closed(boolean byServer) {
      server.forget(line);
      if (client.candidate == line) {
        client.candidate = null;
      } else if (client.line == line) {
        if (client.candidate == null || byServer) {
          forget(client);
        } else {
          client.line = client.candidate;
          client.candidate = null;
        }
      }
    }
  }
}
