package io.github.teapeer.client.peer;

import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.client.signaling.MessageType;
import io.github.teapeer.client.signaling.SignalingMessage;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** Brings the messages of the server, and of other peers, to what they concern. */
final class MessageRouter {
  private MessageRouter() {}

  /** Brings a message to what it concerns. */
  static void route(Peer peer, SignalingMessage message) {
    String source = message.source();
    // Nobody is called "", and what is for "" is for the server.
    if (source == null || source.isEmpty()) {
      serverSays(peer, message);
    } else if (message.type().equals(MessageType.LEAVE)) {
      peer.listener().onMessage(message);
      CompactList<Connection> left = peer.registry().with(source);
      for (int i = 0; i < left.size(); i++) {
        left.get(i).recovery().peerLeft();
      }
    } else if (message.type().equals(MessageType.EXPIRE)) {
      unreachable(peer, source, peer.listener().onMessage(message));
    } else if (message.payload() != null) {
      peerSays(peer, message);
    }
  }

  private static void serverSays(Peer peer, SignalingMessage message) {
    String type = message.type();
    JSObject payload = message.payload();
    if (type.equals(MessageType.ERROR)) {
      peer.abort(
          PeerErrorType.SERVER_ERROR,
          payload == null ? "The server reports an error." : Values.getString(payload, "msg"));
    } else if (type.equals(MessageType.ID_TAKEN) || type.equals(MessageType.HTTP_ERROR)) {
      peer.abort(PeerErrorType.UNAVAILABLE_ID, "ID \"" + peer.id() + "\" is taken");
    } else if (type.equals(MessageType.INVALID_KEY)) {
      peer.abort(PeerErrorType.INVALID_KEY, peer.invalidKey());
    } else {
      peer.platform().log(LogLevel.WARNING, "Unknown server message", Values.of(type));
    }
  }

  /** What could not be delivered was about connections that are being made. */
  private static void unreachable(Peer peer, String source, boolean applicationConcerned) {
    PeerError error =
        new PeerError(PeerErrorType.PEER_UNAVAILABLE, "Could not connect to peer " + source, null);
    CompactList<Connection> all = peer.registry().with(source);
    boolean failed = applicationConcerned;
    for (int i = 0; i < all.size(); i++) {
      Connection connection = all.get(i);
      if (connection.state() == Connection.State.CONNECTING) {
        connection.unreachable(error);
        failed = true;
      } else if (connection.recovery().isUnderWay()) {
        connection.recovery().peerLeft();
      }
    }
    if (failed) {
      peer.report(error);
    }
  }

  private static void peerSays(Peer peer, SignalingMessage message) {
    String source = message.source();
    JSObject payload = message.payload();
    String connectionId = Values.getString(payload, "connectionId");
    if (connectionId == null) {
      return;
    }
    Connection known = peer.registry().find(source, connectionId);
    boolean offer = message.type().equals(MessageType.OFFER);
    // An offer that renegotiates what has ended here begins nothing.
    boolean begins = offer && Extension.roundOf(payload) == 0;
    if (known != null) {
      known.handle(message);
      return;
    }
    // In this order it needs no jumps in JavaScript.
    boolean full = isFull(peer, source) && begins;
    if (full) {
      peer.platform().log(LogLevel.WARNING, "Too many connections of " + source);
    }
    if (full || !peer.listener().onMessage(message)) {
      if (!offer) {
        peer.unclaimed().add(message);
      } else if (begins && !full) {
        offered(peer, source, connectionId, payload);
      } else {
        // Or it renegotiates what has ended here, as the other side does not know.
        refuse(peer, source, connectionId, payload);
      }
    }
  }

  private static boolean isFull(Peer peer, String source) {
    CompactList<Connection> offered = peer.registry().offered();
    CompactList<Connection> pending =
        offered.filter(
            connection ->
                connection.state() == Connection.State.CONNECTING
                    && connection.peer().equals(source));
    return offered.size() >= peer.limits().getConnections()
        || pending.size() >= peer.limits().getPendingConnections();
  }

  /** Refuses what was offered, of whatever kind it is. */
  private static void refuse(Peer peer, String source, String connectionId, JSObject offer) {
    new DataConnection(peer, source, connectionId, offer, offer, null).refuse(null);
  }

  private static void offered(Peer peer, String source, String connectionId, JSObject offer) {
    String type = Values.getString(offer, "type");
    if (DataConnection.TYPE.equals(type)) {
      DataConnection connection =
          new DataConnection(peer, source, connectionId, offer, offer, null);
      peer.listener().onConnection(connection);
      if (connection.state() != Connection.State.CLOSED) {
        connection.start(null);
        peer.unclaimed().claim(connection);
      }
    } else if (MediaConnection.TYPE.equals(type)) {
      MediaConnection call = new MediaConnection(peer, source, connectionId, offer, offer);
      peer.unclaimed().claim(call);
      // The caller may have hung up by now.
      if (call.state() != Connection.State.CLOSED) {
        peer.listener().onCall(call);
      }
    } else {
      peer.platform().log(LogLevel.WARNING, "Malformed offer from " + source, offer);
    }
  }
}
