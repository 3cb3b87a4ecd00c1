package io.github.teapeer.client.simulation;

/**
 * What a page holds open.
 *
 * @param peerConnections peer connections that were not closed
 * @param dataChannels channels that are not closed, of peer connections that are not either
 * @param webSockets sockets that were neither closed nor lost
 * @param timers timers that have neither elapsed nor been cleared
 * @param requests requests that have not been answered, and responses that go on
 */
public record OpenResources(
    int peerConnections, int dataChannels, int webSockets, int timers, int requests) {
  /**
   * Tells whether the page holds nothing.
   *
   * @return whether all numbers are 0
   */
  public boolean isEmpty() {
    return peerConnections + dataChannels + webSockets + timers + requests == 0;
  }
}
