package io.github.teapeer.client.peer;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamTrack;
import org.teavm.jso.JSObject;

/** Is told what happens to a {@link MediaConnection}. */
public interface MediaConnectionListener extends ConnectionListener {
  /** The call has been answered, here or by the other side. */
  default void onAnswered() {}

  /**
   * The side that was called does not want to answer; the call is closed next.
   *
   * @param reason what it says about it, or null
   */
  default void onRejected(JSObject reason) {}

  /**
   * The other side sends a track; called before {@link #onStream}.
   *
   * @param track the track
   * @param streams the streams that it is part of, possibly none
   */
  default void onTrack(MediaStreamTrack track, Sequence<MediaStream> streams) {}

  /**
   * The other side sends a stream; called once a stream.
   *
   * @param stream the stream
   */
  default void onStream(MediaStream stream) {}

  /** From now on, hanging up is seen at once at the other end. */
  default void onWillCloseOnRemote() {}
}
