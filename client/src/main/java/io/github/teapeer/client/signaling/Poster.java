package io.github.teapeer.client.signaling;

import io.github.teapeer.client.platform.Alarm;
import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.dom.AbortController;
import io.github.teapeer.jso.value.Values;

/** Posts messages, one at a time, so that they arrive in order. */
final class Poster {
  /** How long an answer is waited for, in milliseconds. */
  static final int TIMEOUT = 10_000;

  /** Is told what came of a post. */
  interface Listener {
    /**
     * Called once, unless the post was cancelled.
     *
     * @param status the HTTP status, or 0 where there is no answer
     */
    void posted(int status);
  }

  private final Platform platform;
  private final Lines lines;
  private final Listener listener;
  private final Alarm alarm;
  private AbortController request;

  Poster(Platform platform, Lines lines, Listener listener) {
    this.platform = platform;
    this.lines = lines;
    this.listener = listener;
    alarm = new Alarm(platform);
  }

  /** Whether a post is on its way. */
  boolean isBusy() {
    return request != null;
  }

  /** Posts a message; not while it {@link #isBusy}. */
  void post(String type, String message) {
    AbortController own = platform.newAbortController();
    request = own;
    alarm.set(
        () -> {
          own.abort();
          finished(own, 0);
        },
        TIMEOUT);
    lines
        .post(Values.lowerCase(type), message, own)
        .then(response -> finished(own, response.getStatus()), cause -> finished(own, 0));
  }

  /** Cancels the post that is on its way; the server may have it already. */
  void cancel() {
    alarm.clear();
    if (request != null) {
      request.abort();
    }
    request = null;
  }

  private void finished(AbortController own, int status) {
    if (own == request) {
      request = null;
      alarm.clear();
      listener.posted(status);
    }
  }
}
