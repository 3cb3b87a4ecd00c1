package io.github.teapeer.client.browser;

import io.github.teapeer.client.peer.Connection;
import io.github.teapeer.client.peer.MediaConnection;
import io.github.teapeer.client.peer.MediaConnectionListener;
import io.github.teapeer.client.peer.PeerError;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** {@code MediaConnection} as pages know it. The glue adds the event emitter. */
@JSClass(name = "MediaConnection")
public final class MediaConnectionFacade implements MediaConnectionListener {
  private final PageEnvironment page = PeerScript.environment();
  private final PeerFacade provider;
  private final MediaConnection connection;

  /** Pages get calls from a Peer; throws a TypeError. */
  @JSExport
  public MediaConnectionFacade() {
    provider = null;
    connection = null;
    Scripts.throwTypeError("Use peer.call()");
  }

  MediaConnectionFacade(PeerFacade provider, MediaConnection connection, JSObject options) {
    this.provider = provider;
    this.connection = connection;
    ConnectionProperties.define(
        Scripts.self(this), Scripts.self(provider), connection, MediaConnection.TYPE, options);
    connection.setListener(this);
  }

  /**
   * Whether the call has been answered.
   *
   * @return whether it has, and has not ended
   */
  @JSExport
  @JSProperty
  public boolean isOpen() {
    return connection.state() == Connection.State.OPEN;
  }

  /**
   * The stream that is sent.
   *
   * @return the stream, or null
   */
  @JSExport
  @JSProperty
  public MediaStream getLocalStream() {
    return connection.localStream();
  }

  /**
   * The stream that is received.
   *
   * @return the stream, or null
   */
  @JSExport
  @JSProperty
  public MediaStream getRemoteStream() {
    return connection.remoteStream();
  }

  /**
   * The native auxiliary channel.
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
   * Answers the call.
   *
   * @param stream what is sent, or undefined to only receive
   * @param options {@code {sdpTransform}}, or undefined
   */
  @JSExport
  public void answer(MediaStream stream, JSObject options) {
    connection.answer(
        Values.isObject(stream) ? stream : null, PeerFacade.asTransform(Values.copy(options)));
  }

  /** Hangs up. */
  @JSExport
  public void close() {
    connection.close();
  }

  @Override
  public void onStream(MediaStream stream) {
    fire("stream", stream);
  }

  @Override
  public void onWillCloseOnRemote() {
    fire("willCloseOnRemote", Scripts.undefined());
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
