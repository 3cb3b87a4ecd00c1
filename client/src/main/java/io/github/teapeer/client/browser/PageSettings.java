package io.github.teapeer.client.browser;

import io.github.teapeer.client.negotiation.IceSource;
import io.github.teapeer.client.peer.PeerOptions;
import io.github.teapeer.client.peer.ReconnectPolicy;
import io.github.teapeer.client.signaling.ServerAddress;
import io.github.teapeer.client.signaling.Transport;
import io.github.teapeer.jso.value.Values;

/** Makes of the options of a page's Peer those that the client takes. */
final class PageSettings {
  private PageSettings() {}

  /** The options of a peer. */
  static PeerOptions peerOptions(PageOptions given) {
    // What calls comes first: the rest is then read in JavaScript where it goes to.
    IceSource iceSource = PageEnvironment.get().iceSource(given);
    ReconnectPolicy policy = PageEnvironment.get().reconnection(given);
    return new PeerOptions(
        new ServerAddress(
            (given.isSecure() ? "s://" : "://")
                + given.getHost()
                + ":"
                + Values.asText(given.getPort())
                + given.getPath(),
            given.getKey()),
        given.getConfig(),
        given.getToken(),
        given.getPingInterval(),
        given.getReferrerPolicy(),
        Transport.of(given.getTransport()),
        iceSource,
        given.isSkyway(),
        policy,
        given.getRecoveryTimeout(),
        given.getLimits());
  }
}
