package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalingServerOptionsTest {
  private static void assertRefused(
      Consumer<SignalingServerOptions.Builder> setting, String complaint) {
    SignalingServerOptions.Builder builder = SignalingServerOptions.builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setting.accept(builder))
        .withMessage(complaint);
  }

  @Test
  void theDefaultsAreThoseOfPeerServer() {
    SignalingServerOptions options = SignalingServerOptions.builder().build();

    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.host()).isEmpty();
    assertThat(options.path()).isEqualTo("/");
    assertThat(options.key()).isEqualTo("peerjs");
    assertThat(options.expireTimeout()).hasSeconds(5);
    assertThat(options.aliveTimeout()).hasSeconds(90);
    assertThat(options.concurrentLimit()).isEqualTo(5000);
    assertThat(options.allowDiscovery()).isFalse();
    assertThat(options.proxied()).isFalse();
    assertThat(options.cors().any()).isTrue();
    assertThat(options.tls()).isEmpty();
  }

  @Test
  void whatIsBuiltDoesNotChangeWithItsBuilder() {
    SignalingServerOptions.Builder builder = SignalingServerOptions.builder().port(1);
    SignalingServerOptions options = builder.build();

    builder.port(2);

    assertThat(options.port()).isEqualTo(1);
    assertThat(builder.build().port()).isEqualTo(2);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertRefused(b -> b.port(-1), "port must be between 0 and 65535, not -1");
    assertRefused(b -> b.port(65_536), "port must be between 0 and 65535, not 65536");
    assertRefused(b -> b.host(" "), "host must not be blank");
    assertRefused(b -> b.key(""), "key must not be empty");
    assertRefused(
        b -> b.expireTimeout(Duration.ZERO), "expireTimeout must be positive, and is PT0S");
    assertRefused(
        b -> b.aliveTimeout(Duration.ofSeconds(-1)), "aliveTimeout must be positive, and is PT-1S");
    assertRefused(
        b -> b.leaveGrace(Duration.ofSeconds(-1)), "leaveGrace must not be negative, and is PT-1S");
    assertRefused(b -> b.concurrentLimit(0), "concurrentLimit must be positive, not 0");
  }

  @Test
  void missingSettingsAreRefused() {
    SignalingServerOptions.Builder builder = SignalingServerOptions.builder();
    assertThatThrownBy(() -> builder.cors(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("cors");
    assertThatThrownBy(() -> builder.listener(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("listener");
  }

  @ParameterizedTest
  @CsvSource({"'', /", "/, /", "a, /a/", "/a, /a/", "a/b/, /a/b/", "/a-b_c.d~e, /a-b_c.d~e/"})
  void aPathGetsASlashAtBothEnds(String given, String path) {
    assertThat(SignalingServerOptions.builder().path(given).build().path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "/a?b",
        "/a#b",
        "/a//b",
        "//",
        "/a/../b",
        "/.",
        "/ä",
        "/%41",
        "http://x/y",
        "a\nb"
      })
  void aPathThatIsNoneIsRefused(String path) {
    SignalingServerOptions.Builder builder = SignalingServerOptions.builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.path(path))
        .withMessage(
            "not a path: \""
                + path
                + "\" (write it like /myapp, of letters, digits and -._~ between slashes)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "https://example.org/",
        "https://example.org/page",
        "",
        "https://",
        "https://a b"
      })
  void anOriginThatIsNoneIsRefused(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorsPolicy.origins(List.of("https://fine.example", origin)))
        .withMessage(
            "not an origin: \""
                + origin
                + "\" (write it like https://example.org, without a path)");
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignalingLimits.defaults().withMaxHeld(0))
        .withMessage("maxHeld must be positive, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignalingLimits.defaults().withMaxOutgoing(100).withOutgoingMark(101))
        .withMessage("maxOutgoing (100) must not be less than outgoingMark (524288)");
  }

  @Test
  void everyLimitCanBeChangedAlone() {
    SignalingLimits changed =
        SignalingLimits.defaults()
            .withMaxMessageSize(1)
            .withMaxIdLength(2)
            .withMaxHeld(3)
            .withMaxHeldSize(4)
            .withMaxHeldPerReceiver(5)
            .withMaxHeldSizePerReceiver(6)
            .withMaxHeldPerSender(7)
            .withOutgoingMark(8)
            .withMaxOutgoing(9)
            .withMaxBuffered(10)
            .withStallTimeout(Duration.ofMillis(11))
            .withMaxCorrespondents(12)
            .withMaxPosts(13)
            .withMaxMessageRate(14)
            .withRequestTimeout(Duration.ofMillis(15));

    assertThat(changed)
        .isEqualTo(
            new SignalingLimits(
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                Duration.ofMillis(11),
                12,
                13,
                14,
                Duration.ofMillis(15)));
  }

  @Test
  void registeredKeysAreAsTheyWereWhenTheOptionsWereBuilt() {
    SignalingServerOptions.Builder builder =
        SignalingServerOptions.builder()
            .registerKey("A", "a.example")
            .registerKey("A", "b.example");
    SignalingServerOptions options = builder.build();
    builder.registerKey("B", "c.example");

    assertThat(options.registeredKeys())
        .containsExactly(RegisteredKey.of("A", List.of("b.example")));
    assertThat(builder.build().registeredKeys()).hasSize(2);
  }

  @Test
  void keysThatMakeNoSenseAreRefused() {
    assertRefused(b -> b.registerKey("", "a.example"), "not a key: \"\"");
    assertRefused(b -> b.registerKey("a/b", "a.example"), "not a key: \"a/b\"");
    assertRefused(b -> b.registerKey("A"), "the key A needs an origin");
    assertRefused(b -> b.pingInterval(Duration.ZERO), "pingInterval must be positive, and is PT0S");
  }
}
