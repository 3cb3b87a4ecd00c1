package io.github.teapeer.client.peer;

/** Is told once what came of something that takes time. */
public interface Completion {
  /** It is done. */
  void done();

  /**
   * It was not done.
   *
   * @param error why
   */
  void failed(PeerError error);
}
