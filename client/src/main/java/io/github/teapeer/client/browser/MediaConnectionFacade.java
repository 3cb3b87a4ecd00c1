package io.github.teapeer.client.browser;

import io.github.teapeer.client.peer.MediaConnection;
import io.github.teapeer.client.peer.MediaConnectionListener;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** {@code MediaConnection} as pages know it. The glue adds the event emitter. */
@JSClass(name = "MediaConnection")
public final class MediaConnectionFacade extends ConnectionFacade
    implements MediaConnectionListener {
  private final MediaConnection connection;

  /** Pages get calls from a Peer; throws a TypeError. */
  @JSExport
  public MediaConnectionFacade() {
    connection = null;
    Scripts.throwTypeError("Use peer.call()");
  }

  MediaConnectionFacade(PeerFacade provider, MediaConnection connection, JSObject options) {
    this.connection = connection;
    show(provider, connection, MediaConnection.TYPE, options, Values.newObject());
    connection.setListener(this);
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
}
