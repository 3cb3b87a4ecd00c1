package io.github.teapeer.client.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedJsonTest {
  private final SimulatedPlatform page = new Simulation(1).newPage("page");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,-2.5,true,false,null,\"text\"],\"b\":{\"c\":{}}}",
        "[]",
        "\"\\\"\\\\\\n\"",
        "{\"__proto__\":{\"x\":1},\"constructor\":\"y\"}",
        "9007199254740991",
        "\"日本語 😀\""
      })
  void whatIsReadIsWrittenAgain(String json) {
    assertThat(page.toJson(page.parseJson(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "[1,]", "{a:1}", "'a'", "1 2", "NaN", "undefined", "\"\n\"", "01"})
  void malformedTextIsNull(String text) {
    assertThat(page.parseJson(text)).isNull();
  }

  @Test
  void textThatIsTooDeepIsMalformed() {
    assertThat(page.parseJson("[".repeat(100_000) + "]".repeat(100_000))).isNull();
  }

  @Test
  void numbersAreDoubles() {
    assertThat(JavaValue.unwrap(page.parseJson("5"))).isEqualTo(5.0);
    assertThat(page.toJson(JavaValue.of(5))).isEqualTo("5");
    assertThat(page.toJson(JavaValue.of(1e300))).isEqualTo("1.0E300");
  }

  @Test
  void whatJsonCannotSayIsNullOrEmpty() {
    List<Object> values =
        Arrays.asList(Double.NaN, Double.POSITIVE_INFINITY, null, new byte[] {1}, page.newStream());
    assertThat(page.toJson(JavaValue.of(values))).isEqualTo("[null,null,null,{},{}]");
    assertThat(page.toJson(null)).isEqualTo("null");
  }

  @Test
  void descriptionsAndCandidatesAreWrittenAsTheirInits() {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("sdp", new SimulatedSessionDescription("offer", "v=0"));
    payload.put("candidate", new SimulatedIceCandidate("candidate:1", "0", 0, "u1"));
    assertThat(page.toJson(JavaValue.of(payload)))
        .isEqualTo(
            "{\"sdp\":{\"type\":\"offer\",\"sdp\":\"v=0\"},"
                + "\"candidate\":{\"candidate\":\"candidate:1\",\"sdpMid\":\"0\","
                + "\"sdpMLineIndex\":0,\"usernameFragment\":\"u1\"}}");
  }

  @Test
  void aValueThatHoldsItselfThrows() {
    List<Object> circular = new ArrayList<>();
    circular.add(circular);
    assertThatThrownBy(() -> page.toJson(JavaValue.of(circular)))
        .isInstanceOf(DomException.class)
        .hasMessageContaining("circular");
  }
}
