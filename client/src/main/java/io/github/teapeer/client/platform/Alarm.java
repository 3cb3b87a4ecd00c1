package io.github.teapeer.client.platform;

/** One timer that is set, and set anew: never more than one is pending. */
public final class Alarm {
  private final Platform platform;
  private int timer;

  /**
   * Makes an alarm that is not set.
   *
   * @param platform whose timers it is made of
   */
  public Alarm(Platform platform) {
    this.platform = platform;
  }

  /**
   * Calls something later, and nothing else that was to be called before.
   *
   * @param callback what is called
   * @param milliseconds when, at least 0
   */
  public void set(TimerCallback callback, int milliseconds) {
    clear();
    timer = platform.setTimeout(callback, milliseconds);
  }

  /** Nothing is called any more, unless the alarm is set again. */
  public void clear() {
    platform.clearTimeout(timer);
  }
}
