package io.github.teapeer.client.browser;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** A placeholder for {@code DataConnection}. */
@JSClass(name = "DataConnection")
public final class DataConnectionFacade {
  private final JSObject peer;
  private String label;

  /**
   * Makes a connection.
   *
   * @param peer the id of the other side
   * @param provider the peer it belongs to
   */
  @JSExport
  public DataConnectionFacade(JSObject peer, JSObject provider) {
    this.peer = peer;
  }

  /**
   * The id of the other side.
   *
   * @return the id
   */
  @JSExport
  @JSProperty
  public JSObject getPeer() {
    return peer;
  }

  /**
   * The label.
   *
   * @return the label
   */
  @JSExport
  @JSProperty
  public String getLabel() {
    return label;
  }

  /**
   * Renames the connection.
   *
   * @param label the new label
   */
  @JSExport
  @JSProperty
  public void setLabel(String label) {
    this.label = label;
  }

  /**
   * The size at which a message is cut.
   *
   * @return bytes
   */
  @JSExport
  public static int chunkSize() {
    return 16300;
  }
}
