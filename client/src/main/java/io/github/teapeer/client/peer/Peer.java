package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.IceSource;
import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.signaling.ServerAddress;
import io.github.teapeer.client.signaling.ServerApi;
import io.github.teapeer.client.signaling.ServerConnection;
import io.github.teapeer.client.signaling.SignalingMessage;
import io.github.teapeer.client.signaling.Transport;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import io.github.teapeer.jso.websocket.WebSocket;
import org.teavm.jso.JSObject;

/**
 * A peer: it has an id at a signalling server, by which others reach it, and connections to others.
 *
 * <pre>
 *   CONNECTING ──server accepts──▶ OPEN ──disconnect, or server lost──▶ DISCONNECTED
 *       ▲  └────────────── server lost ──────────────────────────────────▲    │
 *       └────────────────────────── reconnect ────────────────────────────────┘
 *   With a {@link ReconnectPolicy}, a lost server leads to RECONNECTING, from where the peer
 *   gets to CONNECTING by itself, or when the policy gives up to DISCONNECTED.
 *   destroy leads from every state to DESTROYED. So does a fatal error, unless the peer
 *   has been open before; then it leads to DISCONNECTED.
 * </pre>
 *
 * <p>{@link #connect} and {@link #call} may be used in CONNECTING and RECONNECTING: what they have
 * to say to the other side waits for the server. Connections outlive DISCONNECTED.
 */
public final class Peer {
  /** What a peer is doing. */
  public enum State {
    /** The server has not accepted the peer yet. */
    CONNECTING,
    /** Others can reach the peer. */
    OPEN,
    /** The server was lost, and is tried again soon; connections to others go on. */
    RECONNECTING,
    /** The server is not connected; connections to others go on. */
    DISCONNECTED,
    /** The peer has ended for good. */
    DESTROYED
  }

  private final Platform platform;
  private final PeerOptions options;
  private final Limits limits;
  private final PeerListener listener;
  private final ServerApi api;
  private final ServerConnection server;
  private final IceSettings ice;
  private final ConnectionRegistry connections = new ConnectionRegistry();
  private final UnclaimedMessages unclaimed;
  private final ServerReturn comeback;
  private State state = State.CONNECTING;
  private String id;
  private String lastId;
  private boolean openedBefore;

  /** Whether the listener knows that the server is not connected. */
  private boolean told;

  /**
   * Makes a peer and connects it to its server.
   *
   * @param platform where it runs
   * @param id the id that it asks for, or null for one that the server chooses
   * @param options where the server is, and more
   * @param listener is told what happens; not before the constructor has returned
   */
  public Peer(Platform platform, String id, PeerOptions options, PeerListener listener) {
    this(platform, id, options, null, listener);
  }

  /**
   * Makes a peer whose connections need a configuration that is not known yet, and connects it to
   * its server.
   *
   * @param platform where it runs
   * @param id the id that it asks for, or null for one that the server chooses
   * @param options where the server is, and more
   * @param iceSource asked for a configuration before every peer connection is made, or null for
   *     that of the options
   * @param listener is told what happens; not before the constructor has returned
   */
  public Peer(
      Platform platform,
      String id,
      PeerOptions options,
      IceSource iceSource,
      PeerListener listener) {
    this.platform = platform;
    this.options = options;
    this.listener = listener;
    limits = options.getLimits();
    ServerAddress address =
        new ServerAddress(
            (options.isSecure() ? "s://" : "://")
                + options.getHost()
                + ":"
                + Values.asText(options.getPort())
                + options.getPath(),
            options.getKey());
    api = new ServerApi(platform, address, options.getReferrerPolicy(), options.isSkyway());
    ice = new IceSettings(options.getConfig(), iceSource);
    comeback = new ServerReturn(this, platform, options.getReconnect());
    server =
        new ServerConnection(
            platform,
            address,
            options.getToken() == null ? platform.randomToken() : options.getToken(),
            options.getPingInterval(),
            Transport.of(options.getTransport()),
            options.getReferrerPolicy(),
            limits,
            new Server());
    unclaimed = new UnclaimedMessages(platform, limits);
    PeerError obstacle = obstacle(id);
    if (obstacle == null) {
      lastId = id;
      connectToServer();
    } else {
      platform.setTimeout(() -> abort(obstacle), 0);
    }
  }

  /** What makes it useless to ask the server, or null. */
  private PeerError obstacle(String wanted) {
    return !platform.supportsWebRtc()
        ? new PeerError(
            PeerErrorType.BROWSER_INCOMPATIBLE, "The current browser does not support WebRTC", null)
        : wanted != null && !platform.isValidId(wanted)
            ? new PeerError(PeerErrorType.INVALID_ID, "ID \"" + wanted + "\" is invalid", null)
            : platform.isValidKey(options.getKey())
                ? null
                : new PeerError(PeerErrorType.INVALID_KEY, invalidKey(), null);
  }

  /**
   * The id by which others reach the peer.
   *
   * @return the id; null until it is known, and while the peer is disconnected
   */
  public String id() {
    return id;
  }

  /**
   * What the peer is doing.
   *
   * @return the state
   */
  public State state() {
    return state;
  }

  /**
   * The connections that have not ended.
   *
   * @return a list of the caller's own, in the order in which they were made
   */
  public CompactList<Connection> connections() {
    return connections.all();
  }

  /**
   * A connection by its id.
   *
   * @param peer the id of the peer at the other end
   * @param connectionId the connection's id
   * @return the connection, or null
   */
  public Connection connection(String peer, String connectionId) {
    return connections.find(peer, connectionId);
  }

  /**
   * Opens a data connection.
   *
   * @param peer the id of the peer to connect to
   * @param options how
   * @return the connection, not open yet; null where the peer is disconnected or destroyed, which
   *     is reported as {@link PeerErrorType#DISCONNECTED}
   */
  public DataConnection connect(String peer, ConnectOptions options) {
    return connect(peer, options, null);
  }

  /**
   * Opens a data connection whose values an application's own serializer moves.
   *
   * @param peer the id of the peer to connect to
   * @param options how; the serialization is what the transfer says
   * @param transfer the serializer, or null for one of ours
   * @return the connection, not open yet; null where the peer is disconnected or destroyed, which
   *     is reported as {@link PeerErrorType#DISCONNECTED}
   */
  public DataConnection connect(String peer, ConnectOptions options, CustomTransfer transfer) {
    if (!mayConnect()) {
      return null;
    }
    String connectionId = DataConnection.ID_PREFIX + platform.randomToken();
    DataConnection connection =
        new DataConnection(this, peer, connectionId, options, null, transfer);
    connection.start(options);
    return connection;
  }

  /**
   * Takes the offer of a data connection whose values an application's own serializer moves: from
   * within {@link PeerListener#onMessage}.
   *
   * @param peer the id of the peer that dialled
   * @param connectionId the connection's id
   * @param offer the payload of the OFFER
   * @param transfer the serializer
   * @return the connection, not open yet
   */
  public DataConnection accept(
      String peer, String connectionId, JSObject offer, CustomTransfer transfer) {
    DataConnection connection =
        new DataConnection(this, peer, connectionId, offer, offer, transfer);
    connection.start(null);
    unclaimed.claim(connection);
    return connection;
  }

  /**
   * Tells whether connections can be made; that they cannot is reported as {@link
   * PeerErrorType#DISCONNECTED}.
   *
   * @return false where the peer is disconnected or destroyed
   */
  public boolean mayConnect() {
    boolean may = state != State.DISCONNECTED && state != State.DESTROYED;
    if (!may) {
      listener.onError(
          new PeerError(
              PeerErrorType.DISCONNECTED,
              "Cannot connect to new Peer after disconnecting from server.",
              null));
    }
    return may;
  }

  /**
   * Sends a message for a connection that negotiates for itself, as soon as the server has accepted
   * the peer.
   *
   * @param type one of {@link MessageType}
   * @param destination the peer that it goes to
   * @param payload what it carries
   */
  public void signal(String type, String destination, JSObject payload) {
    server.send(type, destination, payload);
  }

  /**
   * Tells the configuration for the peer connection of a connection that negotiates for itself, as
   * far as it is known. Where it has to be asked for, that is done, for the next one: this one gets
   * the newest answer so far, or before there is any what the options say.
   *
   * @return an RTCConfiguration of the caller's own
   */
  public JSObject configuration() {
    ice.whenKnown(() -> {}, refused -> {});
    return ice.current();
  }

  /**
   * Takes the messages that came before the OFFER of a connection that negotiates for itself.
   *
   * @param connectionId the connection's id
   * @return the messages, in the order in which they came; the peer forgets them
   */
  public CompactList<SignalingMessage> takeMessages(String connectionId) {
    return unclaimed.take(null, connectionId);
  }

  /**
   * Calls.
   *
   * @param peer the id of the peer to call
   * @param stream what is sent, or null for a call that only receives what the options ask for
   * @param options how
   * @return the call, not answered yet; null where the peer is disconnected or destroyed, which is
   *     reported as {@link PeerErrorType#DISCONNECTED}
   */
  public MediaConnection call(String peer, MediaStream stream, CallOptions options) {
    if (!mayConnect()) {
      return null;
    }
    String connectionId = MediaConnection.ID_PREFIX + platform.randomToken();
    MediaConnection call = new MediaConnection(this, peer, connectionId, options, null);
    call.start(stream, options);
    return call;
  }

  /**
   * The socket to the server, which may be replaced by another at any time.
   *
   * @return the socket, in use or being opened; null where there is none, as over HTTP
   */
  public WebSocket webSocket() {
    return server.webSocket();
  }

  /** Leaves the server; connections to others go on. Nothing happens if it has left already. */
  public void disconnect() {
    if (state != State.DISCONNECTED && state != State.DESTROYED) {
      leave(State.DISCONNECTED);
    }
    comeback.setLost(false);
  }

  /** Leaves the server, for good or for a while. */
  void leave(State next) {
    state = next;
    comeback.stop();
    server.stop();
    String was = id;
    id = null;
    if (!told && (openedBefore || next == State.DISCONNECTED)) {
      told = true;
      listener.onDisconnected(was);
    }
  }

  /**
   * A connection needs the server to find another path: comes back to it, unless the application
   * has left it.
   */
  void returnToServer() {
    comeback.beginForRecovery();
  }

  /** The peer does not come back by itself: nothing that waits for the server will be sent. */
  private void giveUp(PeerError error) {
    report(error);
    disconnect();
    CompactList<Connection> all = connections.all();
    if (comeback.wasTried()) {
      for (int i = 0; i < all.size(); i++) {
        Connection connection = all.get(i);
        if (connection.state() == Connection.State.CONNECTING) {
          connection.fail(error);
        }
      }
    }
  }

  /**
   * Connects to the server again, with the same id and token; at once, where that was to be done
   * later.
   *
   * @throws IllegalStateException where the peer is connected or destroyed
   */
  public void reconnect() {
    if (state == State.DISCONNECTED || state == State.RECONNECTING) {
      told &= state == State.RECONNECTING;
      comeback.stop();
      state = State.CONNECTING;
      connectToServer();
    } else if (state == State.DESTROYED) {
      throw new IllegalStateException(
          "This peer cannot reconnect to the server. It has already been destroyed.");
    } else if (state == State.OPEN) {
      throw new IllegalStateException(
          "Peer " + id + " cannot reconnect because it is not disconnected from the server!");
    } else {
      platform.log(LogLevel.ERROR, "In a hurry? We're still trying to connect!");
    }
  }

  /** Ends the peer and all its connections. Nothing happens if it has ended already. */
  public void destroy() {
    if (state == State.DESTROYED) {
      return;
    }
    CompactList<Connection> all = connections.all();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).tellEnd(Extension.CLOSED, null); // as long as the server is there to pass it on
    }
    disconnect();
    if (state == State.DESTROYED) {
      return; // The listener was faster.
    }
    state = State.DESTROYED;
    id = null;
    server.stop(); // The listener may have connected again.
    comeback.stop();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).finish();
    }
    unclaimed.clear();
    listener.onClose();
  }

  /**
   * Asks the server for the ids of all peers; the server must allow it.
   *
   * @param onList gets an array of ids
   * @param onError is told what went wrong; the peer goes on
   */
  public void listAllPeers(ServerApi.AnswerConsumer onList, ErrorConsumer onError) {
    api.listPeers(
        onList,
        (status, cause) -> onError.accept(requestFailed("the list of peers", status, cause)));
  }

  /**
   * Asks the server for the number of peers; SkyWay knows it, and our server does.
   *
   * @param onCount gets the number
   * @param onError is told what went wrong; the peer goes on
   */
  public void countActivePeers(ServerApi.AnswerConsumer onCount, ErrorConsumer onError) {
    api.countPeers(
        onCount,
        (status, cause) -> onError.accept(requestFailed("the number of peers", status, cause)));
  }

  /** Gets an error. */
  @FunctionalInterface
  public interface ErrorConsumer {
    /**
     * Called once.
     *
     * @param error what went wrong
     */
    void accept(PeerError error);
  }

  Platform platform() {
    return platform;
  }

  PeerListener listener() {
    return listener;
  }

  ConnectionRegistry registry() {
    return connections;
  }

  UnclaimedMessages unclaimed() {
    return unclaimed;
  }

  Limits limits() {
    return limits;
  }

  IceSettings ice() {
    return ice;
  }

  int recoveryTimeout() {
    return options.getRecoveryTimeout();
  }

  RTCPeerConnection newPeerConnection() {
    return platform.newPeerConnection(ice.current());
  }

  void remove(Connection connection) {
    connections.remove(connection);
  }

  boolean isOnlyConnection(Connection connection) {
    return connections.with(connection.peer()).size() == 1;
  }

  /** Reports an error, unless a listener that heard of it before has destroyed the peer. */
  void report(PeerError error) {
    if (state != State.DESTROYED) {
      listener.onError(error);
    }
  }

  private void connectToServer() {
    if (lastId == null || api.isSkyWay()) {
      if (api.isSkyWay()) {
        ice.hold();
      }
      api.requestId(lastId, this::idChosen, this::noId);
    } else {
      startWith(lastId);
    }
  }

  private void startWith(String chosen) {
    id = chosen;
    lastId = chosen;
    server.start(chosen, openedBefore);
  }

  private void idChosen(String chosen, String user, String credential) {
    if (state == State.CONNECTING && id == null) {
      startWith(chosen);
      ice.release(user == null ? options.getKey() + "$" + chosen : user, credential);
    }
  }

  private void noId(int status, JSObject cause) {
    abort(requestFailed("an ID", status, cause));
  }

  private PeerError requestFailed(String what, int status, JSObject cause) {
    return ServerErrors.requestFailed(what, options.getKey(), status, cause);
  }

  /** Something went wrong with the server: it is left, or the peer ends. */
  void abort(PeerErrorType type, String message) {
    abort(new PeerError(type, message, null));
  }

  private void abort(PeerError error) {
    if (state == State.DISCONNECTED || state == State.DESTROYED) {
      return;
    }
    if (openedBefore) {
      giveUp(error);
    } else {
      report(error);
      destroy();
    }
  }

  String invalidKey() {
    return ServerErrors.invalidKey(options.getKey());
  }

  /** What the server tells. */
  private final class Server implements ServerConnection.Listener {
    @Override
    public void serverOpened() {
      state = State.OPEN;
      openedBefore = true;
      told = false;
      comeback.done();
      listener.onOpen(id);
    }

    @Override
    public void serverLost(ServerConnection.State during, JSObject refusal) {
      if (refusal != null) {
        abort(ServerErrors.refused(refusal));
      } else if (during == ServerConnection.State.GREETING && !openedBefore) {
        abort(PeerErrorType.SOCKET_CLOSED, "Underlying socket is already closed.");
      } else if (comeback.goesOn()) {
        comeback.begin(listener);
      } else {
        giveUp(ServerErrors.lost());
        comeback.setLost(state == State.DISCONNECTED);
      }
    }

    @Override
    public void serverMessage(SignalingMessage message) {
      MessageRouter.route(Peer.this, message);
    }
  }
}
