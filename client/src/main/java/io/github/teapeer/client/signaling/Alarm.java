package io.github.teapeer.client.signaling;

import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.client.platform.TimerCallback;

/** One timer that is set, and set anew: never more than one is pending. */
final class Alarm {
  private final Platform platform;
  private int timer;

  Alarm(Platform platform) {
    this.platform = platform;
  }

  /** Calls something later, and nothing else that was to be called before. */
  void set(TimerCallback callback, int milliseconds) {
    clear();
    timer = platform.setTimeout(callback, milliseconds);
  }

  void clear() {
    platform.clearTimeout(timer);
  }
}
