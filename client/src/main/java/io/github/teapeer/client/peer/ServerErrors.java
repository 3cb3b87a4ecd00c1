package io.github.teapeer.client.peer;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** What goes wrong with the server, in words. */
final class ServerErrors {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private ServerErrors() {}

  /** The server is not there any more. */
  static PeerError lost() {
    return new PeerError(PeerErrorType.NETWORK, "Lost connection to server.", null);
  }

  /** The platform refuses to open a socket. */
  static PeerError refused(JSObject refusal) {
    // A page that came by TLS may only use a server with TLS.
    boolean mixed = "SecurityError".equals(Values.getString(refusal, "name"));
    return new PeerError(
        mixed ? PeerErrorType.SSL_UNAVAILABLE : PeerErrorType.SOCKET_ERROR,
        "The connection to the server was refused by the browser.",
        refusal);
  }

  /** The server, or the platform, does not take the key. */
  static String invalidKey(String key) {
    return "API KEY \"" + key + "\" is invalid";
  }

  /** A request was not answered as it should be. */
  static PeerError requestFailed(String what, String key, int status, JSObject cause) {
    if (status == FORBIDDEN) {
      return new PeerError(PeerErrorType.INVALID_KEY, invalidKey(key), cause);
    }
    return new PeerError(
        PeerErrorType.SERVER_ERROR,
        status == UNAUTHORIZED
            ? "The server does not list peers (`allow_discovery`)."
            : "Could not get " + what + " from the server.",
        cause);
  }
}
