package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.MessageEvent;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.websocket.CloseEvent;
import io.github.teapeer.jso.websocket.WebSocket;
import java.nio.charset.StandardCharsets;

/** A page's end of a WebSocket. */
final class SimulatedWebSocket extends SimulatedEventTarget implements WebSocket {
  private static final int ABNORMAL_CLOSURE = 1006;
  private static final int NO_STATUS = 1005;
  private static final int FRAME_BYTES = 20;

  /** How long a socket that is cut off lives, in microseconds. */
  private static final long CUT_AFTER = 100 * EventLoop.MILLISECOND;

  private final SimulatedUrl url;
  private final WebSocketAccess access;
  private final String label;
  private int readyState = CONNECTING;
  private int bufferedAmount;
  private ServerSocket remote;
  private Pipe up;

  SimulatedWebSocket(SimulatedPlatform page, SimulatedUrl url, WebSocketAccess access) {
    super(page);
    this.url = url;
    this.access = access;
    label = "socket" + page.simulation().nextIdentity();
  }

  void connect() {
    SimulatedSignalingServer server = page().simulation().serverAt(url.authority());
    if (server == null) {
      page().schedule(SimulatedRequest.LOOKUP_FAILURE, this::failed);
      return;
    }
    if (access == WebSocketAccess.DROPPED) {
      page().schedule(SimulatedRequest.CONNECT_TIMEOUT, this::failed);
      return;
    }
    if (access == WebSocketAccess.REFUSED) {
      page().schedule(page().simulation().network().link(page(), server).delay(), this::failed);
      return;
    }
    SimulatedNetwork network = page().simulation().network();
    Pipe.Route route = () -> network.isUp(page(), server);
    up = network.newPipe(page(), server, route);
    remote = new ServerSocket(server, this, network.newPipe(server, page(), route));
    up.send(Packet.of(FRAME_BYTES, () -> server.handleConnection(remote)));
    page()
        .schedule(
            SimulatedRequest.CONNECT_TIMEOUT,
            () -> {
              if (readyState == CONNECTING && !remote.hasArrived()) {
                failed();
              }
            });
  }

  SimulatedUrl url() {
    return url;
  }

  /** Whether the page neither closed nor lost it. */
  boolean isHeldOpen() {
    return readyState < CLOSING;
  }

  @Override
  public int getReadyState() {
    return readyState;
  }

  @Override
  public double getBufferedAmount() {
    return bufferedAmount;
  }

  @Override
  public void send(String data) {
    if (readyState == CONNECTING) {
      throw DomException.invalidState("The WebSocket is still connecting");
    }
    int bytes = data.getBytes(StandardCharsets.UTF_8).length;
    bufferedAmount += bytes;
    if (readyState == OPEN && isAudible()) {
      up.send(
          new Packet(
              FRAME_BYTES + bytes,
              Packet.Delivery.STREAM,
              () -> bufferedAmount -= bytes,
              () -> remote.receive(data)));
    }
  }

  @Override
  public void close() {
    close(NO_STATUS, "");
  }

  @Override
  public void close(int code, String reason) {
    if (code != NO_STATUS && code != 1000 && (code < 3000 || code > 4999)) {
      throw new DomException("InvalidAccessError", "The close code " + code + " is not allowed");
    }
    if (readyState == CONNECTING) {
      readyState = CLOSING;
      hangUp();
      page().queueTask(this::failed);
    } else if (readyState == OPEN) {
      readyState = CLOSING;
      up.send(Packet.of(FRAME_BYTES, () -> remote.receiveClose(code, reason)));
    }
  }

  /** The server took the connection. */
  void opened() {
    if (readyState == CONNECTING && !page().isGone()) {
      readyState = OPEN;
      if (access == WebSocketAccess.CUT) {
        page().schedule(CUT_AFTER, this::cut);
      }
      dispatch(new SimulatedEvent("open"));
    }
  }

  /** The connection could not be made. */
  void failed() {
    if (readyState != CLOSED && !page().isGone()) {
      finish();
      dispatch(new SimulatedEvent("error"));
      dispatch(new SimulatedEvent.Close(ABNORMAL_CLOSURE, "", false));
    }
  }

  /** The server asks for a pong; the browser gives it without a word to the page. */
  void pong(Runnable heard) {
    if (readyState == OPEN && !page().isGone() && isAudible()) {
      up.send(Packet.of(FRAME_BYTES, heard));
    }
  }

  /** Whether messages get through. */
  private boolean isAudible() {
    return access != WebSocketAccess.DEAF;
  }

  private void cut() {
    if (readyState == OPEN) {
      hangUp();
      lost();
    }
  }

  /** The connection ended without a closing handshake. */
  void lost() {
    if (readyState == CONNECTING) {
      failed();
    } else if (readyState != CLOSED && !page().isGone()) {
      finish();
      dispatch(new SimulatedEvent.Close(ABNORMAL_CLOSURE, "", false));
    }
  }

  /** The closing handshake is complete. */
  void closed(int code, String reason) {
    if (readyState != CLOSED && !page().isGone()) {
      finish();
      dispatch(new SimulatedEvent.Close(code, reason, true));
    }
  }

  void received(String data) {
    if (readyState == OPEN && !page().isGone() && isAudible()) {
      page().trace(label + " receives " + data);
      dispatch(new SimulatedEvent.Message(JavaValue.of(data)));
    }
  }

  /** The process of the page died: the operating system closes what it held. */
  void processDied() {
    if (readyState != CLOSED) {
      hangUp();
    }
  }

  /** The page's address is another one now: nothing gets through any more. */
  void networkChanged() {
    if (up != null) {
      up.close();
      remote.abandon();
    }
    page().queueTask(this::lost);
  }

  private void hangUp() {
    if (up != null) {
      up.abort(Packet.of(FRAME_BYTES, () -> remote.receiveReset()));
    }
  }

  private void finish() {
    readyState = CLOSED;
    page().forget(this);
    if (up != null) {
      up.discardUnsent();
    }
  }

  @Override
  public void setOnopen(EventHandler<Event> handler) {
    setHandler("open", handler);
  }

  @Override
  public void setOnmessage(EventHandler<MessageEvent> handler) {
    setHandler("message", handler);
  }

  @Override
  public void setOnerror(EventHandler<Event> handler) {
    setHandler("error", handler);
  }

  @Override
  public void setOnclose(EventHandler<CloseEvent> handler) {
    setHandler("close", handler);
  }

  @Override
  String label() {
    return label;
  }
}
