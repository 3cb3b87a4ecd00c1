package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.value.PropertyBag;

/**
 * An error as the W3C interfaces throw it, or reject a promise with it.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
 */
public final class DomException extends RuntimeException implements PropertyBag {
  private static final long serialVersionUID = 1L;

  private final String name;

  /**
   * Makes an error.
   *
   * @param name the error's name, such as {@code InvalidStateError}
   * @param message what went wrong, in words
   */
  public DomException(String name, String message) {
    super(message);
    this.name = name;
  }

  static DomException invalidState(String message) {
    return new DomException("InvalidStateError", message);
  }

  static DomException typeError(String message) {
    return new DomException("TypeError", message);
  }

  static DomException abort() {
    return new DomException("AbortError", "The operation was aborted");
  }

  static DomException operationError(String message) {
    return new DomException("OperationError", message);
  }

  /**
   * The kind of error.
   *
   * @return the name that Web IDL gives it
   */
  public String name() {
    return name;
  }

  @Override
  public Object property(String key) {
    return switch (key) {
      case "name" -> name;
      case "message" -> getMessage();
      default -> null;
    };
  }

  @Override
  public void setProperty(String key, Object value) {
    throw new UnsupportedOperationException("A DOMException cannot be changed");
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // JavaScript writes the name, not the class
  public String toString() {
    return name + ": " + getMessage();
  }
}
