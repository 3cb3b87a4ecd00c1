package io.github.teapeer.client.browser;

import io.github.teapeer.client.peer.Connection;
import io.github.teapeer.client.peer.ConnectionListener;
import io.github.teapeer.client.peer.PeerError;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What {@code DataConnection} and {@code MediaConnection} of pages have in common.
 *
 * @param <C> the connection that is shown
 */
public abstract class ConnectionFacade<C extends Connection> implements ConnectionListener {
  private PeerFacade provider;
  private C connection;

  ConnectionFacade() {}

  final void setProvider(PeerFacade provider) {
    this.provider = provider;
  }

  /**
   * Shows a connection to the page. The properties that stay what they are become the object's own:
   * pages may overwrite them, as they can in PeerJS.
   */
  final void show(C shown, String type, JSObject options) {
    connection = shown;
    JSObject own = self(this);
    Values.set(own, "peer", shown.peer());
    Values.set(own, "connectionId", shown.connectionId());
    Values.set(own, "id", shown.connectionId());
    Values.set(own, "type", type);
    Values.set(own, "options", options);
    Values.set(own, "provider", Scripts.self(provider));
    Values.set(own, "metadata", shown.metadata());
  }

  /**
   * Whether a data connection can be used; whether a call has been answered.
   *
   * @return whether it has, and has not ended
   */
  @JSExport
  @JSProperty
  public boolean isOpen() {
    return connection.state() == Connection.State.OPEN;
  }

  /**
   * The native channel.
   *
   * @return the channel, or null
   */
  @JSExport
  @JSProperty
  public RTCDataChannel getDataChannel() {
    return connection.dataChannel();
  }

  /**
   * The native connection.
   *
   * @return the connection, or null
   */
  @JSExport
  @JSProperty
  public RTCPeerConnection getPeerConnection() {
    return connection.peerConnection();
  }

  /**
   * Reports how the connection is doing.
   *
   * @return a promise of the report
   */
  @JSExport
  public JSObject report() {
    Deferred made = Deferred.create();
    connection.report(report -> made.resolve(report.values()));
    return made.getPromise();
  }

  @Override
  public void onClose() {
    provider.removed(connection.peer(), self(this));
    fire("close", Scripts.undefined());
  }

  @Override
  public void onError(PeerError error) {
    fire("error", PeerFacade.errorFor(error));
  }

  @Override
  public void onReconnecting() {
    fire("reconnecting", Scripts.undefined());
  }

  @Override
  public void onReconnected() {
    fire("reconnected", Scripts.undefined());
  }

  @Override
  public void onIceStateChanged(String state) {
    fire("iceStateChanged", Values.of(state));
  }

  final void fire(String event, JSObject value) {
    page().fire(self(this), event, value);
  }

  final void ready() {
    page().ready(self(this));
  }

  static PageEnvironment page() {
    return PageEnvironment.get();
  }

  final C connection() {
    return connection;
  }

  /** The object as the page sees it. */
  @JSBody(params = "facade", script = "return facade;")
  static native JSObject self(ConnectionFacade<?> facade);
}
