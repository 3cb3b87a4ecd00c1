package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.PropertyBag;
import io.github.teapeer.jso.value.Values;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.teavm.jso.JSObject;

/**
 * Looks at an RTCConfiguration as strictly as browsers do.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtciceserver">WebRTC, RTCIceServer</a>
 */
final class RtcConfiguration {
  /** RFC 7064 and RFC 7065: these URLs have no user. */
  private static final Pattern ICE_URL =
      Pattern.compile("(stuns?|turns?):[^@/?]+(\\?transport=(udp|tcp))?");

  private RtcConfiguration() {}

  /** Throws what a browser would throw. */
  static void check(JSObject configuration) {
    for (Object server : iceServers(configuration)) {
      if (!(server instanceof Map<?, ?> entries)) {
        throw DomException.typeError("An ICE server is not an object");
      }
      for (Object url : urls(entries)) {
        checkUrl(url, entries);
      }
    }
  }

  /** The URL of the first server of a kind, {@code stun} or {@code turn}; or null. */
  static String serverOf(JSObject configuration, String scheme) {
    for (Object server : iceServers(configuration)) {
      for (Object url : urls((Map<?, ?>) server)) {
        if (url.toString().startsWith(scheme)) {
          return url.toString();
        }
      }
    }
    return null;
  }

  /** Whether only relayed candidates may be used. */
  static boolean isRelayOnly(JSObject configuration) {
    return configuration instanceof PropertyBag bag
        && "relay".equals(bag.property("iceTransportPolicy"));
  }

  private static List<?> iceServers(JSObject configuration) {
    if (configuration == null) {
      return List.of();
    }
    if (!(configuration instanceof PropertyBag bag && Values.isObject(configuration))) {
      throw DomException.typeError("An RTCConfiguration is not an object");
    }
    Object servers = bag.property("iceServers");
    if (servers instanceof JSObject wrapped) {
      servers = JavaValue.unwrap(wrapped);
    }
    if (servers == null) {
      return List.of();
    }
    if (!(servers instanceof List<?> list)) {
      throw DomException.typeError("iceServers is not a sequence");
    }
    return list;
  }

  private static List<?> urls(Map<?, ?> server) {
    Object urls = server.get("urls");
    if (urls instanceof String) {
      return List.of(urls);
    }
    if (urls instanceof List<?> list) {
      return list;
    }
    throw DomException.typeError("Required member urls is undefined");
  }

  private static void checkUrl(Object url, Map<?, ?> server) {
    String text = String.valueOf(url);
    if (!ICE_URL.matcher(text).matches()) {
      throw new DomException("SyntaxError", "'" + text + "' is not a valid stun or turn URL");
    }
    boolean hasCredential = server.get("username") != null && server.get("credential") != null;
    if (text.startsWith("turn") && !hasCredential) {
      throw new DomException(
          "InvalidAccessError", "A TURN server needs both a username and a credential");
    }
  }
}
