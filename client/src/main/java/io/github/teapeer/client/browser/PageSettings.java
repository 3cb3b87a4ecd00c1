package io.github.teapeer.client.browser;

import io.github.teapeer.client.negotiation.IceSource;
import io.github.teapeer.client.negotiation.SdpTransform;
import io.github.teapeer.client.peer.CallOptions;
import io.github.teapeer.client.peer.ConnectOptions;
import io.github.teapeer.client.peer.DialLimits;
import io.github.teapeer.client.peer.PeerOptions;
import io.github.teapeer.client.peer.ReconnectPolicy;
import io.github.teapeer.client.signaling.ServerAddress;
import io.github.teapeer.client.signaling.Transport;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** Makes of the options that pages give those that the client takes. */
final class PageSettings {
  private PageSettings() {}

  /** The options of a peer. */
  static PeerOptions peerOptions(PageOptions given) {
    // What calls comes first: the rest is then read in JavaScript where it goes to.
    IceSource iceSource = PageEnvironment.get().iceSource(given);
    ReconnectPolicy policy = policyOf(PageEnvironment.get().reconnection(given));
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

  private static ReconnectPolicy policyOf(Reconnection given) {
    return given == null
        ? null
        : new ReconnectPolicy(given.getMinDelay(), given.getMaxDelay(), given.getMaxAttempts());
  }

  /** The options of a data connection. */
  static ConnectOptions connectOptions(JSObject given) {
    DialOptions dial = PageEnvironment.get().dialOptions(given, DialLimits.DATA_TIMEOUT);
    String serialization = Values.getString(given, "serialization");
    return new ConnectOptions(
        Values.getString(given, "label"),
        Values.get(given, "metadata"),
        serialization == null ? "binary" : serialization,
        Values.getBoolean(given, "reliable"),
        dial.getChannel(),
        Values.get(given, "constraints"),
        limitsOf(dial));
  }

  /** The options of a call. */
  static CallOptions callOptions(JSObject given, DialOptions dial) {
    return new CallOptions(
        Values.get(given, "metadata"),
        asTransform(given),
        Values.get(given, "constraints"),
        dial.getReceive(),
        limitsOf(dial));
  }

  private static DialLimits limitsOf(DialOptions dial) {
    return new DialLimits(dial.getTimeout(), dial.getSignal());
  }

  /** The page's function that changes descriptions, or null. */
  @JSBody(
      params = "options",
      script = "return typeof options.sdpTransform === 'function' ? options.sdpTransform : null;")
  static native SdpTransform asTransform(JSObject options);
}
