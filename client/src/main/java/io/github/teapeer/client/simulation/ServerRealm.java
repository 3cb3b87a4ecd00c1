package io.github.teapeer.client.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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

  private static final class Client {
    private final String id;
    private final String token;
    private ServerSocket socket;
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

  /** A socket was opened: its client is greeted, or refused. */
  void connect(ServerSocket socket) {
    Map<String, String> query = socket.url().query();
    String id = query.getOrDefault("id", "");
    String token = query.getOrDefault("token", "");
    String key = query.getOrDefault("key", "");
    Client known = clients.get(id);
    if (id.isEmpty() || token.isEmpty() || key.isEmpty()) {
      refuse(socket, "ERROR", "No id, token, or key supplied to websocket server");
    } else if (!key.equals(server.options().key())) {
      refuse(socket, "ERROR", "Invalid key provided");
    } else if (known != null && !known.token.equals(token)) {
      refuse(socket, "ID-TAKEN", "ID is taken");
    } else if (known == null && clients.size() >= server.options().concurrentLimit()) {
      refuse(socket, "ERROR", "Server has reached its concurrent user limit");
    } else {
      Client client = known == null ? new Client(id, token) : known;
      clients.put(id, client);
      client.socket = socket;
      socket.accept(new ClientListener(client, socket));
      if (known == null || server.options().opensOnReconnect()) {
        socket.send("{\"type\":\"OPEN\"}");
      }
      expectHeartbeat(client);
      deliverHeld(id);
    }
  }

  /** Sends text to a client; answers whether there is one. */
  boolean send(String id, String text) {
    Client client = clients.get(id);
    if (client == null) {
      return false;
    }
    client.socket.send(text);
    return true;
  }

  /** Drops a client's socket; answers whether there is such a client. */
  boolean drop(String id) {
    Client client = clients.get(id);
    if (client == null) {
      return false;
    }
    client.socket.reset();
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
      client.socket.close();
    }
  }

  private void forget(Client client) {
    if (client != null) {
      clients.remove(client.id, client);
      client.death.cancel();
    }
  }

  private void refuse(ServerSocket socket, String type, String message) {
    socket.accept(
        new ServerSocket.Listener() {
          @Override
          public void received(String text) {
            // A client that was refused is not listened to.
          }

          @Override
          public void closed() {
            server.forget(socket);
          }
        });
    socket.send("{\"type\":\"" + type + "\",\"payload\":{\"msg\":\"" + message + "\"}}");
    socket.close();
  }

  private final class ClientListener implements ServerSocket.Listener {
    private final Client client;
    private final ServerSocket socket;

    ClientListener(Client client, ServerSocket socket) {
      this.client = client;
      this.socket = socket;
    }

    @Override
    @SuppressWarnings("unchecked") // JSON objects have string keys
    public void received(String text) {
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

    @Override
    public void closed() {
      server.forget(socket);
      if (client.socket == socket) {
        forget(client);
      }
    }
  }
}
