package io.github.teapeer.client.browser;

import io.github.teapeer.client.peer.MediaConnection;
import io.github.teapeer.client.peer.MediaConnectionListener;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** {@code MediaConnection} as pages know it. The glue adds the event emitter. */
@JSClass(name = "MediaConnection")
public final class MediaConnectionFacade extends ConnectionFacade<MediaConnection>
    implements MediaConnectionListener {
  /** Pages get calls from a Peer; throws a TypeError. */
  @JSExport
  public MediaConnectionFacade() {
    Scripts.throwTypeError("Use peer.call()");
  }

  MediaConnectionFacade(PeerFacade provider, MediaConnection connection, JSObject options) {
    setProvider(provider);
    show(connection, MediaConnection.TYPE, options);
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
    return connection().localStream();
  }

  /**
   * The stream that is received.
   *
   * @return the stream, or null
   */
  @JSExport
  @JSProperty
  public MediaStream getRemoteStream() {
    return connection().remoteStream();
  }

  /**
   * Answers the call.
   *
   * @param stream what is sent, or undefined to only receive
   * @param options {@code {sdpTransform}}, or undefined
   */
  @JSExport
  public void answer(MediaStream stream, JSObject options) {
    connection().answer(Values.orNull(stream), Scripts.transformOf(Values.copy(options)));
  }

  /** Hangs up. */
  @JSExport
  public void close() {
    connection().close();
  }

  /**
   * Declines the call.
   *
   * @param reason what the caller is told, or undefined
   */
  @JSExport
  public void reject(JSObject reason) {
    connection().reject(reason);
  }

  /**
   * Sends another track in the place of one.
   *
   * @param track the track that is sent
   * @param replacement the track to send, or null
   * @return a promise that is fulfilled when it is done
   */
  @JSExport
  public JSObject replaceTrack(MediaStreamTrack track, MediaStreamTrack replacement) {
    PageCompletion made = new PageCompletion();
    connection().replaceTrack(Values.orNull(track), Values.orNull(replacement), made);
    return made.promise();
  }

  /**
   * Sends a further track.
   *
   * @param track the track
   * @param stream the stream that it is part of, or undefined for that of the call
   * @return a promise that is fulfilled when it is done
   */
  @JSExport
  public JSObject addTrack(MediaStreamTrack track, MediaStream stream) {
    PageCompletion made = new PageCompletion();
    connection().addTrack(Values.orNull(track), Values.orNull(stream), made);
    return made.promise();
  }

  /**
   * Sends a track no more.
   *
   * @param track the track
   * @return a promise that is fulfilled when it is done
   */
  @JSExport
  public JSObject removeTrack(MediaStreamTrack track) {
    PageCompletion made = new PageCompletion();
    connection().removeTrack(Values.orNull(track), made);
    return made.promise();
  }

  @Override
  public void onAnswered() {
    ready();
  }

  @Override
  public void onRejected(JSObject reason) {
    fire("rejected", reason);
  }

  @Override
  public void onTrack(MediaStreamTrack track, Sequence<MediaStream> streams) {
    page().fire(self(this), "track", track, streams);
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
