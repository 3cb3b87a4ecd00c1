package io.github.teapeer.client.browser;

import io.github.teapeer.client.peer.CustomTransfer;
import io.github.teapeer.client.peer.DataConnection;
import io.github.teapeer.client.peer.DataConnectionListener;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * {@code DataConnection} as pages know it. The glue adds the event emitter.
 *
 * <p>A class of a page may extend it to be a serializer, as it does with PeerJS 1.5: it has {@code
 * _initializeDataChannel} called with the channel and {@code _send} with what is to be sent, and
 * emits {@code data} itself.
 */
@JSClass(name = "DataConnection")
public final class DataConnectionFacade extends ConnectionFacade<DataConnection>
    implements DataConnectionListener, CustomTransfer {
  private static final String BLOB = "blob";

  private JSObject options;
  private boolean custom;
  private boolean closing;

  /** Makes a connection that is nothing yet: the glue has it {@link #begin}. */
  @JSExport
  public DataConnectionFacade() {}

  DataConnectionFacade(PeerFacade provider, DataConnection connection, JSObject options) {
    setProvider(provider);
    this.options = options;
    show(connection, connection.serialization());
  }

  /** Becomes a connection of a serializer class of the page, whose prototype it has by now. */
  void begin(String peer, PeerFacade newProvider, JSObject newOptions) {
    setProvider(newProvider);
    options = newOptions;
    custom = true;
    newProvider.begin(peer, options, this);
  }

  private void show(DataConnection shown, String serialization) {
    JSObject own = self(this);
    Values.set(own, "label", shown.label());
    if (serialization != null) {
      Values.set(own, "serialization", serialization);
    }
    Values.set(own, "reliable", shown.isReliable());
    show(shown, DataConnection.TYPE, options);
    shown.setListener(this);
  }

  /**
   * The number of messages that wait for room in the channel.
   *
   * @return the number
   */
  @JSExport
  @JSProperty
  public int getBufferSize() {
    return connection().bufferSize();
  }

  /**
   * The number of bytes that have been sent and are not on their way yet.
   *
   * @return the bytes that wait in the channel and for it
   */
  @JSExport
  @JSProperty
  public double getBufferedAmount() {
    return connection().bufferedAmount();
  }

  /**
   * What binaries arrive as.
   *
   * @return {@code blob} or {@code arraybuffer}
   */
  @JSExport
  @JSProperty
  public String getBinaryType() {
    return connection().receivesBlobs() ? BLOB : "arraybuffer";
  }

  /**
   * Says what a binary that is a whole message arrives as.
   *
   * @param type {@code blob}; anything else is {@code arraybuffer}
   */
  @JSExport
  @JSProperty
  public void setBinaryType(String type) {
    connection().setReceivesBlobs(BLOB.equals(type));
  }

  /**
   * Sends a value.
   *
   * @param data the value
   * @param options {@code {signal}}; what {@code _send} of a serializer class gets as its second
   *     argument
   * @return a promise that is fulfilled when all of it is in the channel's buffer; of a serializer
   *     class, with what {@code _send} returns
   */
  @JSExport
  public JSObject send(JSObject data, JSObject options) {
    if (custom && isOpen()) {
      return Scripts.promiseOf(Scripts.send(self(this), data, options));
    }
    PageCompletion sent = new PageCompletion();
    connection().send(data, Scripts.signalOf(options), sent);
    return sent.promise();
  }

  void setHeld(boolean hold) {
    connection().setHeld(hold);
  }

  /**
   * What a serializer class overrides to get the channel. Called once, before the channel opens.
   *
   * @param channel the channel
   */
  @JSExport
  @JSMethod("_initializeDataChannel")
  public void initializeDataChannel(JSObject channel) {
    // There is nothing to do here: the connection has the channel already.
  }

  /**
   * Ends the connection.
   *
   * @param options {@code {flush: true}} to deliver what was sent before
   */
  @JSExport
  public void close(JSObject options) {
    if (Values.isObject(options) && Values.getBoolean(options, "flush")) {
      connection().flushAndClose();
    } else {
      closing = true;
      connection().close();
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
  public void onProgress(boolean outgoing, double transferred, double total) {
    fire("progress", Scripts.progress(outgoing, transferred, total));
  }

  @Override
  public void onDrain() {
    fire("drain", Scripts.undefined());
  }

  @Override
  public void attach(DataConnection attached) {
    // A class may say the name in a field, which it initialises later, or in a getter.
    String name = Values.getString(self(this), "serialization");
    show(attached, name == null ? Values.getString(options, "serialization") : null);
  }

  @Override
  public String serialization() {
    return Values.getString(self(this), "serialization");
  }

  @Override
  public void useChannel(RTCDataChannel channel) {
    page().call(self(this), "_initializeDataChannel", channel);
  }

  @Override
  public void send(JSObject value) {
    Scripts.send(self(this), value, null);
  }

  @Override
  public void requestClose() {
    page().call(self(this), "send", Scripts.closeRequest());
  }

  @Override
  public void closing() {
    // A class may override close(): it is to be called whoever closes the connection, and once.
    if (!closing) {
      closing = true;
      page().call(self(this), "close", Scripts.undefined());
    }
  }
}
