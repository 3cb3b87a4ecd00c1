package io.github.teapeer.client.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.binarypack.PackException;
import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.client.platform.Bytes;
import io.github.teapeer.client.platform.LogLevel;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teavm.jso.JSObject;

class SimulatedPlatformTest {
  private final Simulation simulation = new Simulation(1);
  private final SimulatedPlatform page = simulation.newPage("page");

  @ParameterizedTest
  @ValueSource(strings = {"a", "Z9", "a b", "a-b_c", "a--b", "a__b"})
  void idsOfLettersAndDigitsAreValid(String id) {
    assertThat(page.isValidId(id)).isTrue();
    assertThat(page.isValidKey(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a ", "-a", "a_", "a.b", "ä", "a\n", "a/b"})
  void otherIdsAreNot(String id) {
    assertThat(page.isValidId(id)).isFalse();
    assertThat(page.isValidKey(id)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"a b,a%20b", "ä,%C3%A4", "&=?/,%26%3D%3F%2F", "(~!*)',(~!*)'", "+,%2B"})
  void componentsAreEncodedAsEcmaScriptDoes(String text, String encoded) {
    // CSV takes quotes for its own: the last case has one more.
    assertThat(page.encodeUriComponent(text)).isEqualTo(encoded);
  }

  @Test
  void theLogIsKept() {
    simulation.runFor(5);
    page.log(LogLevel.WARNING, "careful", null);
    assertThat(page.log()).containsExactly(new LogEntry(5, LogLevel.WARNING, "careful", null));
  }

  @Test
  void anErrorIsWhatWasThrown() {
    DomException thrown = DomException.invalidState("closed");
    assertThat(page.errorOf(thrown)).isSameAs(thrown);
    assertThat(Values.getString(thrown, "name")).isEqualTo("InvalidStateError");
    assertThat(Values.getString(page.errorOf(new IllegalStateException("x")), "message"))
        .isEqualTo("x");
  }

  @Test
  void valuesArePackedAndUnpacked() {
    Object value = Map.of("key", List.of("a", true, "b"));
    PackWriter out = new PackWriter();
    assertThat(page.codec().pack(out, JavaValue.of(value))).isNull();
    page.codec().pack(out, JavaValue.of("and another"));
    JSObject read = page.codec().unpack(Bytes.view(out.buffer(), 0, out.length()), false, false);
    assertThat(read).isEqualTo(JavaValue.of(List.of(value, "and another")));
    assertThatThrownBy(
            () -> page.codec().unpack(JavaValue.of(new byte[] {(byte) 0xda}), false, false))
        .isInstanceOf(PackException.class);
    assertThatThrownBy(() -> page.codec().pack(out, page.newStream()))
        .isInstanceOf(PackException.class);
  }

  @Test
  void aPageHasAnAddressOfItsOwnInEveryNetwork() {
    String first = page.address();
    assertThat(simulation.newPage("other").address()).isNotEqualTo(first);
    page.changeAddress();
    assertThat(page.address()).isNotEqualTo(first);
  }

  @Test
  void aSocketAndATimerAreCountedWhileTheyAreOpen() {
    int timer = page.setTimeout(() -> {}, 100_000);
    page.newWebSocket("wss://0.peerjs.com/peerjs?key=peerjs&id=a&token=t");
    assertThat(page.openResources()).isEqualTo(new OpenResources(0, 0, 1, 1, 0));
    simulation.runFor(1000);
    assertThat(page.openResources()).isEqualTo(new OpenResources(0, 0, 1, 1, 0));
    simulation.server().stop();
    page.clearTimeout(timer);
    simulation.run();
    page.assertNothingOpen();
  }
}
