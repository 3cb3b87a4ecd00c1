package io.github.teapeer.client.peer;

import io.github.teapeer.client.negotiation.IceConfiguration;
import io.github.teapeer.client.negotiation.IceSource;
import io.github.teapeer.client.platform.CompactList;
import io.github.teapeer.jso.core.PromiseReaction;
import io.github.teapeer.jso.value.Values;
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

  IceSettings(PeerOptions options) {
    fixed = options.config();
    config = fixed;
    source = options.iceSource();
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

  /** Whether the configuration is asked for whenever one is needed. */
  boolean isAsked() {
    return source != null;
  }

  /** An RTCConfiguration of our own. */
  JSObject current() {
    return IceConfiguration.normalise(config, user, credential);
  }
}
