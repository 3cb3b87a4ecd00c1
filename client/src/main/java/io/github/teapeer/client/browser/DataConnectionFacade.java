package io.github.teapeer.client.browser;

import io.github.teapeer.client.peer.Connection;
import io.github.teapeer.client.peer.DataConnection;
import io.github.teapeer.client.peer.DataConnectionListener;
import io.github.teapeer.client.peer.PeerError;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** {@code DataConnection} as pages know it. The glue adds the event emitter. */
@JSClass(name = "DataConnection")
public final class DataConnectionFacade implements DataConnectionListener {
  private final PageEnvironment page = PeerScript.environment();
  private final PeerFacade provider;
  private final DataConnection connection;

  /** Pages get connections from a Peer; throws a TypeError. */
  @JSExport
  public DataConnectionFacade() {
    provider = null;
    connection = null;
    Scripts.throwTypeError("Use peer.connect()");
  }

  DataConnectionFacade(PeerFacade provider, DataConnection connection, JSObject options) {
    this.provider = provider;
    this.connection = connection;
    ConnectionProperties.define(
        Scripts.self(this), Scripts.self(provider), connection, DataConnection.TYPE, options);
    JSObject own = Values.newObject();
    Values.set(own, "label", connection.label());
    Values.set(own, "serialization", connection.serialization());
    Values.set(own, "reliable", connection.isReliable());
    Scripts.assign(Scripts.self(this), own);
    connection.setListener(this);
  }

  /**
   * Whether values can be sent.
   *
   * @return whether they can
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
   * The number of messages that wait for room in the channel.
   *
   * @return the number
   */
  @JSExport
  @JSProperty
  public int getBufferSize() {
    return connection.bufferSize();
  }

  /**
   * Sends a value.
   *
   * @param data the value
   */
  @JSExport
  public void send(JSObject data) {
    connection.send(data);
  }

  /**
   * Ends the connection.
   *
   * @param options {@code {flush: true}} to deliver what was sent before
   */
  @JSExport
  public void close(JSObject options) {
    if (Values.isObject(options) && Values.getBoolean(options, "flush")) {
      connection.flushAndClose();
    } else {
      connection.close();
    }
  }

  @Override
  public void onOpen() {
    fire("open", Scripts.undefined());
  }

  @Override
  public void onData(JSObject value) {
    fire("data", value);
  }

  @Override
  public void onClose() {
    provider.removed(connection.peer(), Scripts.self(this));
    fire("close", Scripts.undefined());
  }

  @Override
  public void onError(PeerError error) {
    fire("error", provider.errorFor(error));
  }

  @Override
  public void onIceStateChanged(String state) {
    fire("iceStateChanged", Values.of(state));
  }

  private void fire(String event, JSObject value) {
    page.fire(Scripts.self(this), event, value);
  }
}
