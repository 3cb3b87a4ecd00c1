package io.github.teapeer.client.peer;

import org.teavm.jso.JSObject;

/** How a data connection is made. Immutable. */
public final class ConnectOptions {
  private final String label;
  private final JSObject metadata;
  private final String serialization;
  private final boolean reliable;
  private final boolean ordered;
  private final JSObject constraints;

  /**
   * Makes options.
   *
   * @param label the label, or null for the connection's id
   * @param metadata what the other side is told about the connection, or null
   * @param serialization {@code binary}, {@code binary-utf8}, {@code json}, {@code raw} or {@code
   *     none}
   * @param reliable what {@link DataConnection#isReliable} answers at both ends
   * @param ordered whether messages arrive in the order in which they are sent
   * @param constraints an RTCOfferOptions, or null
   */
  public ConnectOptions(
      String label,
      JSObject metadata,
      String serialization,
      boolean reliable,
      boolean ordered,
      JSObject constraints) {
    this.label = label;
    this.metadata = metadata;
    this.serialization = serialization;
    this.reliable = reliable;
    this.ordered = ordered;
    this.constraints = constraints;
  }

  /**
   * The defaults, with a serialization of the caller's choice.
   *
   * @param serialization {@code binary}, {@code binary-utf8}, {@code json}, {@code raw} or {@code
   *     none}
   * @return the options
   */
  public static ConnectOptions of(String serialization) {
    return new ConnectOptions(null, null, serialization, false, true, null);
  }

  /**
   * The label.
   *
   * @return the label, or null for the connection's id
   */
  public String label() {
    return label;
  }

  /**
   * What the other side is told about the connection.
   *
   * @return the metadata, or null
   */
  public JSObject metadata() {
    return metadata;
  }

  /**
   * The serialization.
   *
   * @return its name
   */
  public String serialization() {
    return serialization;
  }

  /**
   * What {@link DataConnection#isReliable} answers at both ends.
   *
   * @return the flag
   */
  public boolean reliable() {
    return reliable;
  }

  /**
   * Whether messages arrive in the order in which they are sent.
   *
   * @return whether they do
   */
  public boolean ordered() {
    return ordered;
  }

  /**
   * Options of the offer.
   *
   * @return an RTCOfferOptions, or null
   */
  public JSObject constraints() {
    return constraints;
  }
}
