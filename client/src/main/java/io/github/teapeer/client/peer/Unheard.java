package io.github.teapeer.client.peer;

/** What is told as long as nobody listens to a connection, or asks what comes of a message. */
final class Unheard implements DataConnectionListener, MediaConnectionListener, Completion {
  @Override
  public void done() {}

  @Override
  public void failed(PeerError error) {}
}
