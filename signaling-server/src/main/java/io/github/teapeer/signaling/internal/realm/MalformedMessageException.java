package io.github.teapeer.signaling.internal.realm;

/** A client sent what is no JSON object. */
final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedMessageException(String message, Throwable cause) {
    super(message, cause);
  }

  MalformedMessageException(String message) {
    super(message);
  }
}
