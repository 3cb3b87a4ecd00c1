package io.github.teapeer.jso.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.jso.media.MediaStreamConstraints;
import io.github.teapeer.jso.media.MediaTrackConstraints;
import io.github.teapeer.jso.webrtc.RTCIceCandidatePairStats;
import io.github.teapeer.jso.webrtc.RTCIceServer;
import io.github.teapeer.jso.webrtc.RTCOfferOptions;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

class DictionaryTest {
  /** A dictionary of every kind of member. */
  public interface Pot extends JSObject {
    @JSProperty
    String getLabel();

    @JSProperty
    void setLabel(String label);

    @JSProperty
    boolean isHot();

    @JSProperty
    int getCups();

    @JSProperty
    double getLitres();

    @JSProperty
    JSObject getLeaf();

    @JSProperty("default")
    void setFallback(String text);

    @JSProperty
    String getURL();
  }

  private final Pot pot = Dictionary.create(Pot.class);

  @Test
  void absentMembersReadAsNullFalseOrZero() {
    assertThat(pot.getLabel()).isNull();
    assertThat(pot.isHot()).isFalse();
    assertThat(pot.getCups()).isZero();
    assertThat(pot.getLitres()).isZero();
    assertThat(pot.getLeaf()).isNull();
  }

  @Test
  void membersAreReadHoweverTheyWereSet() {
    Values.set(pot, "hot", true);
    Values.set(pot, "cups", 4);
    Values.set(pot, "litres", 2);
    Values.set(pot, "leaf", Values.of("green"));
    Values.set(pot, "URL", "tea:");
    pot.setLabel("a");
    assertThat(pot.isHot()).isTrue();
    assertThat(pot.getCups()).isEqualTo(4);
    assertThat(pot.getLitres()).isEqualTo(2);
    assertThat(Values.asString(pot.getLeaf())).isEqualTo("green");
    assertThat(pot.getURL()).isEqualTo("tea:");
    assertThat(Values.getString(pot, "label")).isEqualTo("a");
  }

  @Test
  void aMemberHasTheNameThatItsAnnotationSays() {
    pot.setFallback("water");
    assertThat(Values.getString(pot, "default")).isEqualTo("water");
  }

  @Test
  void aDictionaryIsEqualToItselfOnly() {
    pot.setLabel("a");
    Pot other = Dictionary.create(Pot.class);
    other.setLabel("a");
    assertThat(new HashSet<>(List.of(pot))).contains(pot).doesNotContain(other);
    assertThat(pot).hasToString("{label=a}");
  }

  @Test
  void aCopyIsAPlainObject() {
    pot.setLabel("a");
    JSObject copy = Values.copy(pot);
    pot.setLabel("b");
    assertThat(JavaValue.unwrap(copy)).hasToString("{label=a}");
  }

  @Test
  void arraysBecomeLists() {
    RTCIceServer server = RTCIceServer.create();
    server.setUrls(new String[] {"stun:a", "stun:b"});
    assertThat(((PropertyBag) server).property("urls")).isEqualTo(List.of("stun:a", "stun:b"));
  }

  @Test
  void overloadsWriteTheSameMember() {
    MediaStreamConstraints constraints = MediaStreamConstraints.create();
    constraints.setVideo(true);
    MediaTrackConstraints video = MediaTrackConstraints.create();
    constraints.setVideo(video);
    assertThat(((PropertyBag) constraints).property("video")).isSameAs(video);
  }

  @Test
  void aGetterWithABodySaysItselfWhatIsAbsent() {
    RTCIceCandidatePairStats stats = Dictionary.create(RTCIceCandidatePairStats.class);
    assertThat(stats.getCurrentRoundTripTime()).isNaN();
    assertThat(stats.isNominated()).isFalse();
    Values.set(stats, "currentRoundTripTime", Values.of(0.25));
    assertThat(stats.getCurrentRoundTripTime()).isEqualTo(0.25);
  }

  @Test
  void aSetterWritesWhatScriptsWouldRead() {
    RTCOfferOptions options = RTCOfferOptions.create();
    options.setIceRestart(true);
    assertThat(Values.getBoolean(options, "iceRestart")).isTrue();
  }
}
