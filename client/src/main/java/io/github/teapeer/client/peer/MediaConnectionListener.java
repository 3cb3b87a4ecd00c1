package io.github.teapeer.client.peer;

import io.github.teapeer.jso.media.MediaStream;

/** Is told what happens to a {@link MediaConnection}. */
public interface MediaConnectionListener extends ConnectionListener {
  /**
   * The other side sends a stream; called once a stream.
   *
   * @param stream the stream
   */
  default void onStream(MediaStream stream) {}

  /** From now on, hanging up is seen at once at the other end. */
  default void onWillCloseOnRemote() {}
}
