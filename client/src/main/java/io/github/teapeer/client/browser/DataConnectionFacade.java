package io.github.teapeer.client.browser;

import io.github.teapeer.client.peer.DataConnection;
import io.github.teapeer.client.peer.DataConnectionListener;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** {@code DataConnection} as pages know it. The glue adds the event emitter. */
@JSClass(name = "DataConnection")
public final class DataConnectionFacade extends ConnectionFacade implements DataConnectionListener {
  private final DataConnection connection;

  /** Pages get connections from a Peer; throws a TypeError. */
  @JSExport
  public DataConnectionFacade() {
    connection = null;
    Scripts.throwTypeError("Use peer.connect()");
  }

  DataConnectionFacade(PeerFacade provider, DataConnection connection, JSObject options) {
    this.connection = connection;
    JSObject own = Values.newObject();
    Values.set(own, "label", connection.label());
    Values.set(own, "serialization", connection.serialization());
    Values.set(own, "reliable", connection.isReliable());
    show(provider, connection, DataConnection.TYPE, options, own);
    connection.setListener(this);
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
   * The number of bytes that have been sent and are not on their way yet.
   *
   * @return the bytes that wait in the channel and for it
   */
  @JSExport
  @JSProperty
  public double getBufferedAmount() {
    return connection.bufferedAmount();
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
    ready();
    fire("open", Scripts.undefined());
  }

  @Override
  public void onData(JSObject value) {
    fire("data", value);
  }
}
