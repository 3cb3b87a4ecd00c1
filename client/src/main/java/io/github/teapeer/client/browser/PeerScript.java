package io.github.teapeer.client.browser;

import io.github.teapeer.binarypack.js.JsBinaryPack;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSExportClasses;
import org.teavm.jso.JSObject;

/** What {@code peer.js} is made of: TeaVM starts here, the glue takes what is exported here. */
@JSExportClasses({PeerFacade.class, DataConnectionFacade.class, MediaConnectionFacade.class})
public final class PeerScript {
  private static PagePlatform platform;
  private static JsBinaryPack codec;

  private PeerScript() {}

  /**
   * Does nothing: loading the script must be cheap.
   *
   * @param arguments unused
   */
  public static void main(String[] arguments) {}

  /** Gets ready; called once, before anything else. */
  @JSExport
  public static void start() {
    platform = new PagePlatform();
    codec = new JsBinaryPack();
  }

  /**
   * Packs a value: {@code util.pack}.
   *
   * @param value any value
   * @return an ArrayBuffer, or a promise of one where there are Blobs in the value
   */
  @JSExport
  public static JSObject pack(JSObject value) {
    return codec.pack(value);
  }

  /**
   * Unpacks a value: {@code util.unpack}.
   *
   * @param data an ArrayBuffer or a view
   * @return the value
   */
  @JSExport
  public static JSObject unpack(JSObject data) {
    return codec.unpack(data);
  }

  /**
   * Completes a connection of a serializer class of the page.
   *
   * @param connection a new {@code DataConnection} with the prototype of its class
   * @param peer the id of the peer at the other end
   * @param provider a {@code Peer} of this script
   * @param options those of {@code connect}, or what PeerJS 1.5 makes of an OFFER
   */
  @JSExport
  public static void begin(JSObject connection, String peer, JSObject provider, JSObject options) {
    asConnection(connection).begin(peer, asPeer(provider), options);
  }

  /**
   * Sends a message of a connection that negotiates for itself.
   *
   * @param provider a {@code Peer} of this script
   * @param type the message's type
   * @param destination the peer that it goes to
   * @param payload what it carries
   */
  @JSExport
  public static void signal(JSObject provider, String type, String destination, JSObject payload) {
    asPeer(provider).signal(type, destination, payload);
  }

  /**
   * Tells the configuration that a connection that negotiates for itself is to use.
   *
   * @param provider a {@code Peer} of this script
   * @return an RTCConfiguration of its own
   */
  @JSExport
  public static JSObject configuration(JSObject provider) {
    return asPeer(provider).configuration();
  }

  /**
   * Tells the socket to the server.
   *
   * @param provider a {@code Peer} of this script
   * @return the native WebSocket, or undefined where there is none
   */
  @JSExport
  public static JSObject webSocket(JSObject provider) {
    return asPeer(provider).webSocket();
  }

  /**
   * Asks the other side of a connection to hold back, or to go on.
   *
   * @param connection a {@code DataConnection} of this script
   * @param hold whether it is to hold back
   */
  @JSExport
  public static void hold(JSObject connection, boolean hold) {
    asConnection(connection).setHeld(hold);
  }

  static PagePlatform platform() {
    return platform;
  }

  @JSBody(params = "connection", script = "return connection;")
  private static native DataConnectionFacade asConnection(JSObject connection);

  @JSBody(params = "provider", script = "return provider;")
  private static native PeerFacade asPeer(JSObject provider);
}
