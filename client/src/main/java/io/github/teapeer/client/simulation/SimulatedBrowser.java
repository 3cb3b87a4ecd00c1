package io.github.teapeer.client.simulation;

/** Whose habits a page has, where browsers differ. */
public enum SimulatedBrowser {
  /**
   * Chromium: a path that is lost for good leaves {@code iceConnectionState} at {@code
   * disconnected}, and only {@code connectionState} goes to {@code failed}.
   */
  CHROMIUM,
  /**
   * Firefox: a lost path makes both states {@code failed}, the last candidate is an empty one, and
   * binary messages arrive as Blobs unless {@code binaryType} says otherwise.
   */
  FIREFOX
}
