package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.IceConfiguration;
import io.github.teapeer.client.negotiation.IceSource;
import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.core.PromiseReaction;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import org.teavm.jso.JSObject;

/**
 * The configuration of a peer's peer connections: from the options, or asked for whenever one is
 * made; with the credential of the signalling server where that gives one.
 */
final class IceSettings {
  private final IceSource source;
  private final JSObject fixed;
  private final CompactList<Runnable> waiting = new CompactList<>();
  private JSObject config;
  private boolean held;
  private String user;
  private String credential;

  /** With the configuration of the options, which may be null, and where a newer one comes from. */
  IceSettings(JSObject fixed, IceSource source) {
    this.fixed = fixed;
    this.source = source;
    config = fixed;
  }

  /** Lets whoever asks wait, for a credential that the server has been asked for. */
  void hold() {
    held = true;
  }

  /** The server has answered; credential may be null. */
  void release(String newUser, String newCredential) {
    held = false;
    user = newUser;
    credential = newCredential;
    CompactList<Runnable> released = waiting.drain();
    for (int i = 0; i < released.size(); i++) {
      released.get(i).run();
    }
  }

  /**
   * Runs steps that make a peer connection, as soon as its configuration is known: at once, unless
   * it has to be asked for.
   *
   * @param steps find the configuration at {@link #current}
   * @param failed is told why there is none
   */
  void whenKnown(Runnable steps, PromiseReaction<JSObject> failed) {
    if (held) {
      waiting.add(() -> whenKnown(steps, failed));
    } else if (source == null) {
      steps.run();
    } else {
      source
          .ask()
          .then(
              answer -> {
                config = Values.isNull(answer) ? fixed : answer;
                steps.run();
              },
              failed);
    }
  }

  /** Gives a peer connection the newest configuration, where that is asked for. */
  void renew(RTCPeerConnection peerConnection, Platform platform) {
    if (source != null) {
      try {
        peerConnection.setConfiguration(current());
      } catch (RuntimeException refused) {
        // What cannot be changed stays as it is.
        platform.log(
            LogLevel.WARNING, "The new configuration was refused", platform.errorOf(refused));
      }
    }
  }

  /** An RTCConfiguration of our own. */
  JSObject current() {
    return IceConfiguration.normalise(config, user, credential);
  }
}
