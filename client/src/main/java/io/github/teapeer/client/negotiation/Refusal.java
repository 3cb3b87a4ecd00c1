package io.github.teapeer.client.negotiation;

import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * The answer that refuses everything that an offer asks for. It takes no peer connection, so that
 * nothing is gathered and the other side learns no address.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8829#section-5.3.1">RFC 8829, section 5.3.1</a>
 */
public final class Refusal {
  private Refusal() {}

  /**
   * Answers an offer with its own sections, each with port 0 and in no group.
   *
   * @param offer the SDP of an offer
   * @return an RTCSessionDescriptionInit
   */
  public static JSObject of(String offer) {
    JSObject answer = Values.newObject();
    Values.set(answer, "type", "answer");
    Values.set(answer, "sdp", refuse(offer));
    return answer;
  }

  @JSBody(
      params = "offer",
      script =
          "return offer.replace(/^a=(group|candidate|end-of-candidates).*\\s+/gm, '')"
              + ".replace(/^(m=\\w+) \\d+/gm, '$1 0').replace(/:actpass/g, ':active');")
  private static JSObject refuse(String offer) {
    return JavaValue.of(
        offer
            .replaceAll("(?m)^a=(group|candidate|end-of-candidates).*\\s+", "")
            .replaceAll("(?m)^(m=\\w+) \\d+", "$1 0")
            .replaceAll(":actpass", ":active"));
  }
}
