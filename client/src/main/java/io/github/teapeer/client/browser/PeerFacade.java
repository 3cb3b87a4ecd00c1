package io.github.teapeer.client.browser;

import io.github.teapeer.client.negotiation.IceSource;
import io.github.teapeer.client.peer.CallOptions;
import io.github.teapeer.client.peer.ConnectOptions;
import io.github.teapeer.client.peer.DataConnection;
import io.github.teapeer.client.peer.DialLimits;
import io.github.teapeer.client.peer.MediaConnection;
import io.github.teapeer.client.peer.Peer;
import io.github.teapeer.client.peer.PeerError;
import io.github.teapeer.client.peer.PeerListener;
import io.github.teapeer.client.peer.PeerOptions;
import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.client.signaling.SignalingMessage;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.websocket.WebSocket;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** {@code Peer} as pages know it. The glue adds the event emitter. */
@JSClass(name = "Peer")
public final class PeerFacade implements PeerListener {
  private final JSObject connections = Scripts.newHash();
  private final PeerOptions options;
  private final Peer peer;
  private final PageHideListener pageHide;

  /**
   * {@code new Peer([id], [options])}.
   *
   * @param id the id, or the options where there is none
   * @param options the options
   */
  @JSExport
  public PeerFacade(JSObject id, JSObject options) {
    boolean withoutId = Scripts.isOptions(id);
    PeerOptions filled = PageEnvironment.get().peerOptions(withoutId ? id : options);
    String wanted = withoutId ? null : Scripts.idOf(id);
    // What calls comes first: the rest is then read in JavaScript where it goes to.
    IceSource iceSource = PageEnvironment.get().iceSource(filled);
    peer = new Peer(PeerScript.platform(), wanted, filled, iceSource, this);
    this.options = filled;
    pageHide =
        event -> {
          if (!event.isPersisted()) {
            peer.destroy();
          }
        };
    PageEnvironment.get().addPageHideListener(pageHide);
  }

  /**
   * The id.
   *
   * @return the id; undefined before it is known, null after a disconnect
   */
  @JSExport
  @JSProperty
  public JSObject getId() {
    return peer.id() == null && peer.state() == Peer.State.CONNECTING
        ? Scripts.undefined()
        : Values.of(peer.id());
  }

  /**
   * Whether the server has accepted the peer.
   *
   * @return whether others can reach it
   */
  @JSExport
  @JSProperty
  public boolean isOpen() {
    return peer.state() == Peer.State.OPEN;
  }

  /**
   * Whether the connection to the server has ended.
   *
   * @return false while it is being made, too; true while the peer waits to make it again
   */
  @JSExport
  @JSProperty
  public boolean isDisconnected() {
    return peer.state() != Peer.State.CONNECTING && !isOpen();
  }

  /**
   * Whether the peer has ended for good.
   *
   * @return whether it has
   */
  @JSExport
  @JSProperty
  public boolean isDestroyed() {
    return peer.state() == Peer.State.DESTROYED;
  }

  /**
   * The connections.
   *
   * @return a hash of peer ids to arrays
   */
  @JSExport
  @JSProperty
  public JSObject getConnections() {
    return connections;
  }

  /**
   * The options, with the defaults filled in.
   *
   * @return the options
   */
  @JSExport
  @JSProperty
  public JSObject getOptions() {
    return options;
  }

  /**
   * Opens a data connection.
   *
   * @param id the peer to connect to
   * @param options the options, or undefined
   * @return the connection; undefined where the peer is disconnected
   */
  @JSExport
  public JSObject connect(String id, JSObject options) {
    JSObject given = Values.copy(options);
    if (!peer.mayConnect()) {
      return Scripts.undefined();
    }
    String serialization = Values.getString(given, "serialization");
    JSObject custom =
        PageEnvironment.get()
            .connectionOf(
                Scripts.self(this), id, serialization == null ? "default" : serialization, given);
    if (Values.isObject(custom)) {
      Scripts.addTo(connections, id, custom);
      return custom;
    }
    return add(peer.connect(id, connectOptions(given)), given);
  }

  /** Starts a connection of a serializer class, with an offer or with the answer to one. */
  void begin(String id, JSObject options, DataConnectionFacade facade) {
    JSObject offer = Values.get(options, "_payload");
    if (offer != null) {
      peer.accept(id, Values.getString(options, "connectionId"), offer, facade);
    } else if (peer.connect(id, connectOptions(options), facade) == null) {
      Scripts.throwTypeError("The peer is disconnected");
    }
  }

  private static ConnectOptions connectOptions(JSObject given) {
    return PageEnvironment.get().connectOptions(given, DialLimits.DATA_TIMEOUT);
  }

  private JSObject add(DataConnection connection, JSObject given) {
    JSObject facade = ConnectionFacade.self(new DataConnectionFacade(this, connection, given));
    Scripts.addTo(connections, connection.peer(), facade);
    return facade;
  }

  /**
   * Calls.
   *
   * @param id the peer to call
   * @param stream what is sent; null or undefined where the options say what to receive
   * @param options the options, or undefined
   * @return the call; undefined where the peer is disconnected or there is nothing to call with
   */
  @JSExport
  public JSObject call(String id, MediaStream stream, JSObject options) {
    JSObject given = Values.copy(options);
    CallOptions checked = PageEnvironment.get().callOptions(given, 0);
    MediaStream sent = Values.orNull(stream);
    if (sent == null && Values.length(checked.getReceive()) == 0) {
      PageEnvironment.get()
          .log(1, "To call a peer, you must provide a stream, or say what to receive");
      return Scripts.undefined();
    }
    MediaConnection call = peer.call(id, sent, checked);
    return call == null ? Scripts.undefined() : add(call, given);
  }

  private JSObject add(MediaConnection call, JSObject given) {
    JSObject facade = ConnectionFacade.self(new MediaConnectionFacade(this, call, given));
    Scripts.addTo(connections, call.peer(), facade);
    return facade;
  }

  /** Leaves the server. */
  @JSExport
  public void disconnect() {
    peer.disconnect();
  }

  /** Connects to the server again. Throws where the peer is connected or destroyed. */
  @JSExport
  public void reconnect() {
    peer.reconnect();
  }

  /** Ends the peer and all its connections. */
  @JSExport
  public void destroy() {
    peer.destroy();
  }

  /**
   * A connection by its id.
   *
   * @param id the peer at the other end
   * @param connectionId the connection's id
   * @return the connection, or null
   */
  @JSExport
  public JSObject getConnection(String id, String connectionId) {
    return Scripts.findIn(connections, id, connectionId);
  }

  /**
   * Asks the server for the ids of all peers. An error is emitted, too, as PeerJS does.
   *
   * @param callback gets an array of ids, or undefined
   * @return a promise of the array
   */
  @JSExport
  public JSObject listAllPeers(JSObject callback) {
    Deferred list = Deferred.create();
    peer.listAllPeers(
        ids -> {
          list.resolve(ids);
          Scripts.call(callback, ids);
        },
        error -> list.reject(show(error)));
    return list.getPromise();
  }

  /**
   * Asks the server for the number of peers.
   *
   * @return a promise of the number
   */
  @JSExport
  public JSObject countActivePeers() {
    Deferred count = Deferred.create();
    peer.countActivePeers(number -> count.resolve(number), error -> count.reject(errorFor(error)));
    return count.getPromise();
  }

  /**
   * What a connection that negotiates for itself says when it has ended.
   *
   * @param connection the connection
   */
  @JSExport
  @JSMethod("_removeConnection")
  public void removeConnection(JSObject connection) {
    removed(Values.getString(connection, "peer"), connection);
  }

  /**
   * Hands out the messages that came before the OFFER of a connection.
   *
   * @param connectionId the connection's id
   * @return an array of {@code {type, src, payload}}
   */
  @JSExport
  @JSMethod("_getMessages")
  public JSObject getMessages(String connectionId) {
    CompactList<SignalingMessage> messages = peer.takeMessages(connectionId);
    JSObject array = Values.newArray();
    for (int i = 0; i < messages.size(); i++) {
      Values.push(array, messages.get(i).json());
    }
    return array;
  }

  void signal(String type, String destination, JSObject payload) {
    peer.signal(type, destination, payload);
  }

  JSObject configuration() {
    return peer.configuration();
  }

  JSObject webSocket() {
    WebSocket socket = peer.webSocket();
    return socket == null ? Scripts.undefined() : socket;
  }

  @Override
  public boolean onMessage(SignalingMessage message) {
    return PageEnvironment.get().take(Scripts.self(this), message.json());
  }

  @Override
  public void onOpen(String id) {
    fire("open", Values.of(id));
  }

  @Override
  public void onConnection(DataConnection connection) {
    fire("connection", add(connection, Values.copy(connection.remoteOffer())));
  }

  @Override
  public void onCall(MediaConnection call) {
    fire("call", add(call, Values.copy(call.remoteOffer())));
  }

  @Override
  public void onDisconnected(String id) {
    fire("disconnected", Values.of(id));
  }

  @Override
  public void onReconnecting(int attempt, int delay) {
    fire("reconnecting", Scripts.attempt(attempt, delay));
  }

  @Override
  public void onClose() {
    PageEnvironment.get().removePageHideListener(pageHide);
    Scripts.closeAll(connections);
    fire("close", Scripts.undefined());
  }

  @Override
  public void onError(PeerError error) {
    show(error);
  }

  private JSObject show(PeerError error) {
    JSObject shown = errorFor(error);
    fire("error", shown);
    return shown;
  }

  /** The error as the page sees it: the same one for an event and the promise that it rejects. */
  static JSObject errorFor(PeerError error) {
    if (error.shown() == null) {
      PageEnvironment.get().log(1, error.message(), error.cause());
      error.setShown(
          PageEnvironment.get().newError(error.type().wireName(), error.message(), error.cause()));
    }
    return error.shown();
  }

  void removed(String id, JSObject connection) {
    Scripts.removeFrom(connections, id, connection);
  }

  private void fire(String event, JSObject value) {
    PageEnvironment.get().fire(Scripts.self(this), event, value);
  }
}
