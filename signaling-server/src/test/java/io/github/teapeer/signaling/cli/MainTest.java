package io.github.teapeer.signaling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.signaling.Departure;
import io.github.teapeer.signaling.RegisteredKey;
import io.github.teapeer.signaling.SignalingLimits;
import io.github.teapeer.signaling.SignalingServerOptions;
import io.github.teapeer.signaling.TurnCredentials.TurnCredential;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Optional<SignalingServerOptions> ran = Optional.empty();

  private int execute(String... args) {
    ServerCommand command = new ServerCommand(options -> ran = Optional.of(options));
    return Main.execute(command, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private SignalingServerOptions parsed(String args) {
    assertThat(execute(args.split(" "))).as("%s", err).isZero();
    return ran.orElseThrow();
  }

  private static Path file(String name) throws Exception {
    return Path.of(MainTest.class.getResource("/tls/" + name).toURI());
  }

  @Test
  void aPortIsEnough() {
    SignalingServerOptions options = parsed("--port 9000");

    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.host()).isEmpty();
    assertThat(options.path()).isEqualTo("/");
    assertThat(options.key()).isEqualTo("peerjs");
    assertThat(options.expireTimeout()).hasSeconds(5);
    assertThat(options.aliveTimeout()).hasSeconds(90);
    assertThat(options.leaveGrace().orElseThrow()).hasSeconds(5);
    assertThat(options.concurrentLimit()).isEqualTo(5000);
    assertThat(options.limits().maxMessageSize()).isEqualTo(262_144);
    assertThat(options.limits()).isEqualTo(SignalingLimits.defaults());
    assertThat(options.allowDiscovery()).isFalse();
    assertThat(options.proxied()).isFalse();
    assertThat(options.cors().any()).isTrue();
    assertThat(options.tls()).isEmpty();
  }

  @Test
  void everythingCanBeSaidAsToThePeerjsCommand() {
    SignalingServerOptions options =
        parsed(
            "--port 9001 --host ::1 --path /myapp --key k --expire_timeout 1 --alive_timeout 2 --concurrent_limit 3"
                + " --allow_discovery --proxied --cors https://a.example https://b.example --leave_grace 4"
                + " --max_message_size 5 --max_message_rate 6 --request_timeout 7");

    assertThat(options.port()).isEqualTo(9001);
    assertThat(options.host()).contains("::1");
    assertThat(options.path()).isEqualTo("/myapp/");
    assertThat(options.key()).isEqualTo("k");
    assertThat(options.expireTimeout()).hasMillis(1);
    assertThat(options.aliveTimeout()).hasMillis(2);
    assertThat(options.concurrentLimit()).isEqualTo(3);
    assertThat(options.leaveGrace().orElseThrow()).hasMillis(4);
    assertThat(options.limits().maxMessageSize()).isEqualTo(5);
    assertThat(options.limits().maxMessageRate()).isEqualTo(6);
    assertThat(options.limits().requestTimeout()).hasMillis(7);
    assertThat(options.allowDiscovery()).isTrue();
    assertThat(options.proxied()).isTrue();
    assertThat(options.cors().origins())
        .containsExactlyInAnyOrder("https://a.example", "https://b.example");
  }

  @Test
  void hyphensAndShortNamesAndEqualsSignsWillDoToo() {
    SignalingServerOptions options =
        parsed(
            "-p 9001 -H localhost -k my-key -t 1 -c 3 --alive-timeout=2 --allow-discovery=false --proxied=true"
                + " --cors=https://a-b.example --cors https://c.example --leave-grace=off");

    assertThat(options.port()).isEqualTo(9001);
    assertThat(options.host()).contains("localhost");
    assertThat(options.key()).isEqualTo("my-key");
    assertThat(options.expireTimeout()).hasMillis(1);
    assertThat(options.aliveTimeout()).hasMillis(2);
    assertThat(options.concurrentLimit()).isEqualTo(3);
    assertThat(options.allowDiscovery()).isFalse();
    assertThat(options.proxied()).isTrue();
    assertThat(options.cors().origins())
        .containsExactlyInAnyOrder("https://a-b.example", "https://c.example");
    assertThat(options.leaveGrace()).isEmpty();
  }

  @Test
  void keysMayBeForCertainPages() {
    SignalingServerOptions options =
        parsed(
            "--port 0 --registered-key A=https://a.example,b.example --registered_key B=c.example"
                + " --turn_secret secret --turn_ttl 60 --turn_url turn:one.example turn:two.example");

    assertThat(options.registeredKeys())
        .containsExactly(
            RegisteredKey.of("A", List.of("https://a.example", "b.example")),
            RegisteredKey.of("B", List.of("c.example")));
    TurnCredential issued = options.turnCredentials().orElseThrow().issue("A", "anna");
    assertThat(issued.username().orElseThrow()).endsWith(":anna");
    assertThat(issued.ttl()).contains(Duration.ofMinutes(1));
    assertThat(issued.urls()).containsExactly("turn:one.example", "turn:two.example");
    assertThat(
            parsed("--port 0 --turn_credential fixed")
                .turnCredentials()
                .orElseThrow()
                .issue("A", "anna")
                .credential())
        .isEqualTo("fixed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--registered_key A|--registered_key must be a key, an equals sign and origins, not \"A\"",
        "--registered_key =a.example|not a key: \"\"",
        "--registered_key A=https://a.example/|not an origin: \"https://a.example/\" (write it like"
            + " https://example.org, or example.org for any scheme and port)",
        "--turn_secret s --turn_ttl 0|the TURN credentials' time must be positive, not PT0S",
        "--turn_secret s --turn_credential c|Give either --turn_secret or --turn_credential"
      })
  void keysThatMakeNoSenseAreRefused(String args, String complaint) {
    assertThat(execute(("--port 0 " + args).split(" "))).isEqualTo(2);
    assertThat(err).hasToString("Error: " + complaint + "\nTry --help.\n");
  }

  @Test
  void tlsTakesAKeyAndACertificate() throws Exception {
    String args =
        "-p 0 --sslkey " + file("ec-sec1-key.pem") + " --sslcert " + file("ec-sec1-cert.pem");
    assertThat(parsed(args).tls()).isPresent();
  }

  @Test
  void tlsTakesAKeyStore() throws Exception {
    assertThat(parsed("-p 0 --keystore " + file("rsa.p12") + " --keystore_password secret").tls())
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port nine|Invalid value for option '--port': 'nine' is not an int",
        "--port 70000|port must be between 0 and 65535, not 70000",
        "--port -1|port must be between 0 and 65535, not -1",
        "-p 0 --path /a?b|not a path: \"/a?b\" (write it like /myapp, of letters, digits and -._~ between slashes)",
        "-p 0 --expire_timeout 0|expireTimeout must be positive, and is PT0S",
        "-p 0 --alive_timeout soon|Invalid value for option '--alive_timeout': 'soon' is not a long",
        "-p 0 --concurrent_limit 0|concurrentLimit must be positive, not 0",
        "-p 0 --leave_grace later|--leave_grace must be a number of milliseconds or off, not \"later\"",
        "-p 0 --leave_grace -5|leaveGrace must not be negative, and is PT-0.005S",
        "-p 0 --max_message_size 0|maxMessageSize must be positive, not 0",
        "-p 0 --max_message_rate 0|maxMessageRate must be positive, not 0",
        "-p 0 --request_timeout 0|requestTimeout must be positive, not 0",
        "-p 0 --cors example.org|not an origin: \"example.org\" (write it like https://example.org, without a path)",
        "-p 0 --sslkey key.pem|--sslkey and --sslcert are of use only together",
        "-p 0 --sslcert cert.pem|--sslkey and --sslcert are of use only together",
        "-p 0 --sslkey k --sslcert c --keystore s|Give either --keystore or --sslkey and --sslcert",
        "-p 0 --colour red|Unknown options: '--colour', 'red'",
        "-p 0 extra|Unmatched argument at index 2: 'extra'"
      })
  void argumentsThatMakeNoSenseAreRefused(String args, String complaint) {
    assertThat(execute(args.split(" "))).isEqualTo(2);

    assertThat(err.toString())
        .isEqualToNormalizingNewlines("Error: " + complaint + "\nTry --help.\n");
    assertThat(ran).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    assertThat(execute("-p", "0", "--sslkey", "nowhere.pem", "--sslcert", "nowhere.pem"))
        .isEqualTo(1);

    assertThat(err.toString()).isEqualToNormalizingNewlines("Error: Cannot read nowhere.pem\n");
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(execute("--help")).isZero();

    assertThat(out.toString())
        .contains(
            "-p, --port",
            "-H, --host",
            "--path",
            "-k, --key",
            "-t, --expire_timeout",
            "--alive_timeout",
            "--leave_grace",
            "-c, --concurrent_limit",
            "--max_message_size",
            "--max_message_rate",
            "--request_timeout",
            "--allow_discovery",
            "--proxied",
            "--cors",
            "--sslkey",
            "--sslcert",
            "--keystore",
            "--keystore_password",
            "-q, --quiet",
            "-h, --help",
            "-V, --version");
    assertThat(ran).isEmpty();
  }

  @Test
  void whoComesAndGoesIsPrintedUnlessItShouldBeQuiet() {
    SignalingServerOptions options = parsed("-p 0");
    options.listener().connected("anna", false);
    options.listener().connected("anna", true);
    options.listener().disconnected("anna", Departure.LOST);
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            "Client connected: anna\nClient reconnected: anna\nClient disconnected: anna\n");

    parsed("-p 0 -q").listener().connected("bert", false);
    assertThat(out.toString()).doesNotContain("bert");
  }

  @Test
  @Timeout(120)
  void theCommandServesUntilItIsInterruptedAndTakesItsPortFromTheEnvironment() throws Exception {
    ProcessBuilder command = java("--path", "/myapp");
    command.environment().put("PORT", "0");
    Process process = command.start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      Matcher started =
          Pattern.compile("Started the signalling server on ::, port: (\\d+), path: /myapp/")
              .matcher(lines.readLine());
      assertThat(started.matches()).isTrue();

      URI id = URI.create("http://localhost:" + started.group(1) + "/myapp/peerjs/id");
      assertThat(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(id).build(), BodyHandlers.ofString())
                  .body())
          .hasSize(36);
      process.destroy(); // SIGTERM

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @Timeout(120)
  void theCommandFailsWithoutAPort() throws Exception {
    ProcessBuilder command = java();
    command.environment().remove("PORT");
    Process process = command.start();
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      assertThat(lines.lines())
          .containsExactly("Error: Missing required option: '--port=<port>'", "Try --help.");
      assertThat(process.waitFor()).isEqualTo(2);
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder java(String... args) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    command.command().addAll(List.of(args));
    return command;
  }
}
