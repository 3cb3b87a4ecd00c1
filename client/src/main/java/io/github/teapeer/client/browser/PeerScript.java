package io.github.teapeer.client.browser;

import org.teavm.jso.JSExport;
import org.teavm.jso.JSExportClasses;
import org.teavm.jso.JSObject;

/** What {@code peer.js} is made of: TeaVM starts here, the glue takes what is exported here. */
@JSExportClasses({PeerFacade.class, DataConnectionFacade.class, MediaConnectionFacade.class})
public final class PeerScript {
  private PeerScript() {}

  /**
   * Does nothing: loading the script must be cheap.
   *
   * @param arguments unused
   */
  public static void main(String[] arguments) {}

  /**
   * Packs a value.
   *
   * @param value any value
   * @return the packed value
   */
  @JSExport
  public static JSObject pack(JSObject value) {
    return value;
  }

  /**
   * Unpacks a value.
   *
   * @param value a packed value
   * @return the value
   */
  @JSExport
  public static JSObject unpack(JSObject value) {
    return value;
  }

  /**
   * Makes a {@code util} object; asked for while the script loads, so its expensive members are
   * getters.
   *
   * @param documented true for the values that the documentation of PeerJS 0.3 tells, false for
   *     those of 1.5
   * @return the object
   */
  @JSExport
  public static JSObject util(boolean documented) {
    return Scripts.emptyObject();
  }

  /**
   * Takes the constructor of the errors that pages see.
   *
   * @param constructor {@code PeerError}
   */
  @JSExport
  public static void setErrorClass(ErrorConstructor constructor) {
    Scripts.setErrorConstructor(constructor);
  }
}
