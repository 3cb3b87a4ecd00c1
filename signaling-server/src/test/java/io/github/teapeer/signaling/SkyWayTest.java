package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are registered for origins, and what SkyWay promised their pages. */
class SkyWayTest {
  private static final String PAGE = "https://page.example";
  private static final String OTHER = "https://other.example";
  private static final String INVALID_KEY =
      "{\"type\":\"INVALID-KEY\",\"payload\":{\"msg\":\"The key is not registered for this origin\"}}";

  private SignalingServer server;

  private void start(SignalingServerOptions.Builder options) throws Exception {
    server = SignalingServer.start(options.port(0).registerKey("KEY", PAGE).build());
  }

  private void start() throws Exception {
    start(SignalingServerOptions.builder());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return TestSocket.HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private TestSocket socket(String key, String id, String origin) {
    URI address =
        URI.create(
            server.url().replaceFirst("^http", "ws") + "peerjs?key=" + key + "&token=T&id=" + id);
    return TestSocket.open(TestSocket.HTTP, address, origin);
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
    return new ObjectMapper().readTree(response.body());
  }

  private static String allowedOrigin(HttpResponse<String> response) {
    return response.headers().firstValue("Access-Control-Allow-Origin").orElse("");
  }

  @Test
  void aPageGetsItsOwnIdBackWithACredential() throws Exception {
    start(SignalingServerOptions.builder().turnCredentials(TurnCredentials.fixed("secret")));

    HttpResponse<String> answer = ask("GET", "/KEY/id?ts=1&id=my%20id", "Origin", PAGE);

    assertThat(answer.body()).isEqualTo("{\"id\":\"my id\",\"credential\":\"secret\"}");
    assertThat(json(answer).get("id").asText()).isEqualTo("my id");
    assertThat(allowedOrigin(answer)).isEqualTo(PAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/KEY/id?id=", "/KEY/id?id", "/KEY/id?id=undefined", "/KEY/id?id=null"})
  void aPageWithoutAnIdGetsANewOne(String path) throws Exception {
    start();

    JsonNode answer = json(ask("GET", path, "Origin", PAGE));

    assertThat(answer.get("id").asText()).hasSize(36);
    assertThat(answer.get("credential").asText()).isEmpty();
  }

  @Test
  void clientsThatKnowNothingOfSkyWayGetAnIdAsText() throws Exception {
    start();

    assertThat(ask("GET", "/KEY/id?ts=1", "Origin", PAGE).body()).hasSize(36).doesNotContain("{");
    assertThat(ask("GET", "/peerjs/id?id=anna").body()).hasSize(36).doesNotContain("{");
  }

  @Test
  void anImpossibleIdIsRefused() throws Exception {
    start();

    assertThat(ask("GET", "/KEY/id?id=" + "x".repeat(257), "Origin", PAGE).statusCode())
        .isEqualTo(400);
    assertThat(ask("GET", "/KEY/id?id=%00", "Origin", PAGE).statusCode()).isEqualTo(400);
  }

  @Test
  void credentialsMayEnd() throws Exception {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1_433_895_918L - 3_600), ZoneOffset.UTC);
    start(
        SignalingServerOptions.builder()
            .turnCredentials(
                TurnCredentials.timeLimited(
                    "south",
                    Duration.ofHours(1),
                    clock,
                    List.of("turn:turn.example:3478", "turns:turn.example:443"))));

    JsonNode answer = json(ask("GET", "/KEY/id?id=anna", "Origin", PAGE));

    // printf %s 1433895918:anna | openssl dgst -sha1 -hmac south -binary | base64
    assertThat(answer.get("credential").asText()).isEqualTo("rvtW4lxfTM9QHy5JhC+AAGx7hSs=");
    assertThat(answer.get("username").asText()).isEqualTo("1433895918:anna");
    assertThat(answer.get("ttl").asLong()).isEqualTo(3_600);
    assertThat(answer.get("urls").toString())
        .isEqualTo("[\"turn:turn.example:3478\",\"turns:turn.example:443\"]");
  }

  @Test
  void aCredentialProviderThatFailsIsTheServersError() throws Exception {
    IllegalStateException mistake = new IllegalStateException("thrown on purpose by a test");
    mistake.setStackTrace(new StackTraceElement[0]); // it ends up in the log
    start(
        SignalingServerOptions.builder()
            .turnCredentials(
                (key, id) -> {
                  throw mistake;
                }));

    assertThat(ask("GET", "/KEY/id?id=anna", "Origin", PAGE).statusCode()).isEqualTo(500);
  }

  @Test
  void thoseWhoAreThereAreListedAndCounted() throws Exception {
    start();
    assertThat(ask("GET", "/active/list/KEY", "Origin", PAGE).body()).isEqualTo("[]");
    try (TestSocket anna = socket("KEY", "anna", PAGE).expect(TestSocket.OPEN);
        TestSocket stranger = TestSocket.join(server, "stranger")) {
      assertThat(json(ask("GET", "/active/list/KEY", "Origin", PAGE)).toString())
          .isEqualTo("[\"anna\"]");
      HttpResponse<String> count = ask("GET", "/active/count/KEY", "Origin", PAGE);
      assertThat(count.body())
          .isEqualTo("{\"name\":\"active_session\",\"count\":1,\"api_key\":\"KEY\"}");
      assertThat(json(count).get("count").asInt()).isEqualTo(1);
      assertThat(allowedOrigin(count)).isEqualTo(PAGE);
      assertThat(json(ask("GET", "/KEY/peers", "Origin", PAGE)).toString()).isEqualTo("[\"anna\"]");
      stranger.offer("anna");
      anna.assertExhausted(); // ids of one key mean nothing to the others
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /KEY/id",
    "GET, /KEY/id?id=anna",
    "GET, /KEY/peers",
    "GET, /active/list/KEY",
    "GET, /active/count/KEY",
    "GET, /active/list/no-such-key",
    "POST, /KEY/anna/T/id?i=0",
    "POST, /KEY/anna/T/offer"
  })
  void otherPagesAreRefusedAndMayReadThat(String method, String path) throws Exception {
    start(SignalingServerOptions.builder().cors(CorsPolicy.origins(PAGE)));

    HttpResponse<String> refusal = ask(method, path, "Origin", OTHER);

    assertThat(refusal.statusCode()).isEqualTo(403);
    if (path.contains("KEY")) {
      assertThat(allowedOrigin(refusal)).isEqualTo(OTHER);
      assertThat(
              allowedOrigin(
                  ask("OPTIONS", path, "Origin", OTHER, "Access-Control-Request-Method", method)))
          .isEqualTo(OTHER);
    }
    assertThat(ask(method, path).statusCode()).as("without an origin").isEqualTo(403);
    assertThat(ask(method, path, "Origin", "null").statusCode()).isEqualTo(403);
  }

  @Test
  void socketsOfOtherPagesAreToldThatTheKeyIsInvalid() throws Exception {
    start();
    try (TestSocket other = socket("KEY", "anna", OTHER);
        TestSocket unknown = TestSocket.open(server, "?key=KEY&id=anna&token=T")) {
      other.expect(INVALID_KEY);
      assertThat(other.closeCode()).isEqualTo(1005);
      unknown.expect(INVALID_KEY);
      assertThat(unknown.closeCode()).isEqualTo(1005);
    }
    assertThat(ask("GET", "/active/list/KEY", "Origin", PAGE).body()).isEqualTo("[]");
  }

  @Test
  void theKeyThatNeedsNoRegistrationStaysWhatItWas() throws Exception {
    start();
    try (TestSocket anna = TestSocket.join(server, "anna")) {
      assertThat(ask("GET", "/peerjs/id", "Origin", OTHER).statusCode()).isEqualTo(200);
      assertThat(ask("GET", "/peerjs/peers", "Origin", OTHER).statusCode()).isEqualTo(401);
      assertThat(ask("GET", "/active/list/peerjs", "Origin", OTHER).statusCode()).isEqualTo(401);
      anna.assertExhausted();
    }
  }

  @Test
  void theServersOwnKeyMayBeRegisteredToo() throws Exception {
    start(SignalingServerOptions.builder().registerKey("peerjs", PAGE));
    try (TestSocket other = TestSocket.open(server, "?key=peerjs&id=anna&token=T");
        TestSocket anna = socket("peerjs", "anna", PAGE)) {
      other.expect(INVALID_KEY);
      anna.expect(TestSocket.OPEN);
      assertThat(json(ask("GET", "/active/list/peerjs", "Origin", PAGE)).toString())
          .isEqualTo("[\"anna\"]");
    }
  }

  @Test
  void listAndCountAreAtSkyWaysAddressesWhereverTheOthersAre() throws Exception {
    start(SignalingServerOptions.builder().path("/myapp"));

    for (String path : new String[] {"/active/list/KEY", "/myapp/active/list/KEY"}) {
      assertThat(ask("GET", path, "Origin", PAGE).body()).isEqualTo("[]");
      assertThat(ask("GET", path, "Origin", OTHER).statusCode()).isEqualTo(403);
    }
    assertThat(ask("GET", "/active/list/other", "Origin", PAGE).statusCode()).isEqualTo(404);
  }

  @Test
  void clientsArePingedAndStayForTheirPongs() throws Exception {
    start(
        SignalingServerOptions.builder()
            .pingInterval(Duration.ofMillis(300))
            .aliveTimeout(Duration.ofSeconds(2)));
    try (TestSocket anna = socket("KEY", "anna", PAGE).expect(TestSocket.OPEN);
        TestSocket mute = socket("KEY", "mute", PAGE).expect(TestSocket.OPEN)) {
      while (json(ask("GET", "/active/list/KEY", "Origin", PAGE)).size() == 2) {
        anna.expect("{\"type\":\"PING\"}").send("{\"type\":\"PONG\"}");
      }
      assertThat(ask("GET", "/active/list/KEY", "Origin", PAGE).body()).isEqualTo("[\"anna\"]");
      assertThat(mute.closeCode()).isEqualTo(1005);
    }
  }

  @Test
  void aPageOfTheServerItselfNeedNotNameItsOrigin() throws Exception {
    server =
        SignalingServer.start(
            SignalingServerOptions.builder().port(0).registerKey("KEY", "localhost").build());

    assertThat(ask("GET", "/active/list/KEY", "Sec-Fetch-Site", "same-origin").body())
        .isEqualTo("[]");
    assertThat(ask("GET", "/active/list/KEY", "Sec-Fetch-Site", "same-site").statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "https://page.example, https://page.example, true",
    "https://page.example, HTTPS://Page.Example, true",
    "https://page.example, http://page.example, false",
    "https://page.example, https://page.example:8443, false",
    "https://page.example, https://page.example.evil, false",
    "page.example, http://page.example:8080, true",
    "page.example, https://page.example, true",
    "page.example, https://www.page.example, false",
    "page.example, https://evil.example/page.example, false",
    "page.example, https://page.example@evil.example, false",
    "localhost, http://localhost:3000, true",
    "127.0.0.1, http://127.0.0.1:3000, true",
    "[::1], http://[::1]:3000, true",
    "page.example, null, false",
    "null, null, true",
    "*, null, true",
    "*, https://any.example, true"
  })
  void aKeyIsForItsOrigins(String registered, String origin, boolean allowed) throws Exception {
    start();
    RegisteredKey key = RegisteredKey.of("KEY", List.of(registered));

    assertThat(key.allows(Optional.of(origin))).isEqualTo(allowed);
    assertThat(key.allows(Optional.empty())).isEqualTo(registered.equals("*"));
  }
}
