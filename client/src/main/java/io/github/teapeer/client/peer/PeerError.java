package io.github.teapeer.client.peer;

import org.teavm.jso.JSObject;

/** An error that a peer or a connection reports. */
public final class PeerError {
  private final PeerErrorType type;
  private final String message;
  private final JSObject cause;
  private JSObject shown;

  PeerError(PeerErrorType type, String message, JSObject cause) {
    this.type = type;
    this.message = message;
    this.cause = cause;
  }

  /**
   * What went wrong.
   *
   * @return the type
   */
  public PeerErrorType type() {
    return type;
  }

  /**
   * What went wrong, in words.
   *
   * @return a sentence
   */
  public String message() {
    return message;
  }

  /**
   * The platform's own error.
   *
   * @return the error, or null
   */
  public JSObject cause() {
    return cause;
  }

  /**
   * What the application shows in place of the error.
   *
   * @return what {@link #setShown} was told, or null
   */
  public JSObject shown() {
    return shown;
  }

  /**
   * Keeps what the application shows in place of the error, which may be reported more than once.
   *
   * @param newShown an error of the platform
   */
  public void setShown(JSObject newShown) {
    shown = newShown;
  }
}
