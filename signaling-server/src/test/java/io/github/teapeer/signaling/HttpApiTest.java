package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers over plain HTTP, as npm's peer 1.0.2 gives them. */
class HttpApiTest {
  private static final String UUID =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  private static final String INFO =
      "{\"name\":\"PeerJS Server\",\"description\":\"A server side element to broker connections between PeerJS"
          + " clients.\",\"website\":\"https://peerjs.com/\"}";

  private SignalingServer server;

  private void start(SignalingServerOptions.Builder options) throws IOException {
    server = SignalingServer.start(options.port(0).build());
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

  private static String header(HttpResponse<String> response, String name) {
    return String.join(" | ", response.headers().allValues(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/peerjs/id",
        "/peerjs/id?ts=17955&version=1.5.5",
        "/peerjs/id/",
        "/PeerJS/ID",
        "/any-key/id"
      })
  void anIdIsGivenToWhoeverAsks(String path) throws Exception {
    start(SignalingServerOptions.builder());

    HttpResponse<String> response = ask("GET", path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).matches(UUID);
    assertThat(header(response, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(response, "Content-Length")).isEqualTo("36");
    assertThat(header(response, "Vary")).isEqualTo("Origin");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(response, "Server")).isEmpty();
    assertThat(ask("GET", path).body()).isNotEqualTo(response.body());
  }

  @Test
  void idsMayBeMadeByTheApplication() throws Exception {
    start(SignalingServerOptions.builder().generateClientId(() -> "färben"));

    assertThat(ask("GET", "/peerjs/id").body()).isEqualTo("färben");
  }

  @Test
  void anIdGeneratorThatFailsIsTheServersError() throws Exception {
    IllegalStateException mistake = new IllegalStateException("thrown on purpose by a test");
    mistake.setStackTrace(new StackTraceElement[0]); // it ends up in the log
    start(
        SignalingServerOptions.builder()
            .generateClientId(
                () -> {
                  throw mistake;
                }));

    HttpResponse<String> response = ask("GET", "/peerjs/id");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("No id");
  }

  @Test
  void nobodyIsListedUnlessTheServerAllowsIt() throws Exception {
    start(SignalingServerOptions.builder());

    HttpResponse<String> response = ask("GET", "/peerjs/peers");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("Unauthorized");
    assertThat(header(response, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(header(response, "Vary")).isEqualTo("Origin");
  }

  @Test
  void everybodyIsListedIfTheServerAllowsIt() throws Exception {
    start(SignalingServerOptions.builder().allowDiscovery(true));
    HttpResponse<String> empty = ask("GET", "/peerjs/peers");
    assertThat(empty.statusCode()).isEqualTo(200);
    assertThat(empty.body()).isEqualTo("[]");
    assertThat(header(empty, "Content-Type")).isEqualTo("application/json; charset=utf-8");

    try (TestSocket odd = TestSocket.join(server, "%22%5C%C3%A4")) {
      assertThat(ask("GET", "/peerjs/peers").body()).isEqualTo("[\"\\\"\\\\ä\"]");
      odd.close(1000);
    }
    assertThat(ask("GET", "/peerjs/peers").body()).isEqualTo("[]");
  }

  @Test
  void theServerSaysItsName() throws Exception {
    start(SignalingServerOptions.builder());

    HttpResponse<String> response = ask("GET", "/");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(INFO);
    assertThat(header(response, "Content-Type")).isEqualTo("application/json; charset=utf-8");
    HttpResponse<String> head = ask("HEAD", "/");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Type")).isEqualTo("application/json; charset=utf-8");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /peerjs",
    "GET, /peerjs/",
    "GET, /nothing/here",
    "GET, /peerjs/id/more",
    "GET, //id",
    "POST, /peerjs/id",
    "DELETE, /peerjs/peers",
    "PUT, /",
    "GET, /peerjs/anna/token/id?i=0",
    "POST, /peerjs/anna/token/open",
    "POST, /peerjs/anna/token/offer/more",
    "GET, /active/list/peerjs"
  })
  void thereIsNothingElse(String method, String path) throws Exception {
    start(SignalingServerOptions.builder().allowDiscovery(true));

    HttpResponse<String> response = ask(method, path);

    assertThat(response.statusCode()).isIn(404, path.startsWith("//") ? 400 : 404);
    assertThat(response.body()).doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/myapp", "myapp", "/myapp/", "myapp/", " /myapp "})
  void thePathMayBeWrittenWithOrWithoutSlashes(String path) throws Exception {
    start(SignalingServerOptions.builder().path(path));

    assertThat(ask("GET", "/myapp/peerjs/id").body()).matches(UUID);
    assertThat(ask("GET", "/MyApp/peerjs/id").body()).matches(UUID);
    assertThat(ask("GET", "/myapp").body()).isEqualTo(INFO);
    assertThat(ask("GET", "/myapp/").body()).isEqualTo(INFO);
    for (String elsewhere : new String[] {"/", "/peerjs/id", "/myappx", "/myapp2/peerjs/id"}) {
      assertThat(ask("GET", elsewhere).statusCode()).as(elsewhere).isEqualTo(404);
    }
    assertThat(server.url()).isEqualTo("http://localhost:" + server.port() + "/myapp/");
    TestSocket.join(server, "anna").close();
  }

  @Test
  void everyPageMayReadTheAnswers() throws Exception {
    start(SignalingServerOptions.builder());

    for (String path : new String[] {"/peerjs/id", "/peerjs/peers", "/"}) {
      HttpResponse<String> response = ask("GET", path, "Origin", "https://page.example");
      assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("https://page.example");
      assertThat(header(response, "Vary")).isEqualTo("Origin");
    }
    assertThat(header(ask("GET", "/"), "Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void onlyPagesOfTheGivenOriginsMayReadTheAnswers() throws Exception {
    start(
        SignalingServerOptions.builder()
            .cors(CorsPolicy.origins("https://a.example", "https://b.example:8443")));

    for (String origin : new String[] {"https://a.example", "https://b.example:8443"}) {
      assertThat(header(ask("GET", "/peerjs/id", "Origin", origin), "Access-Control-Allow-Origin"))
          .isEqualTo(origin);
    }
    for (String origin :
        new String[] {"http://a.example", "https://a.example.evil", "https://b.example", "null"}) {
      HttpResponse<String> response = ask("GET", "/peerjs/id", "Origin", origin);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(header(response, "Access-Control-Allow-Origin")).isEmpty();
      assertThat(header(response, "Vary")).isEqualTo("Origin");
    }
  }

  @Test
  void aStarAmongTheOriginsStandsForAll() throws Exception {
    start(SignalingServerOptions.builder().cors(CorsPolicy.origins("https://a.example", "*")));

    assertThat(
            header(ask("GET", "/", "Origin", "https://b.example"), "Access-Control-Allow-Origin"))
        .isEqualTo("https://b.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/peerjs/id", "/peerjs/peers", "/whatever"})
  void aBrowserMayAskWhatItMayAsk(String path) throws Exception {
    start(SignalingServerOptions.builder());

    HttpResponse<String> response =
        ask(
            "OPTIONS",
            path,
            "Origin",
            "https://page.example",
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "x-one, x-two");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("https://page.example");
    assertThat(header(response, "Access-Control-Allow-Methods"))
        .isEqualTo("GET,HEAD,PUT,PATCH,POST,DELETE");
    assertThat(header(response, "Access-Control-Allow-Headers")).isEqualTo("x-one, x-two");
    assertThat(header(response, "Access-Control-Max-Age")).isEqualTo("7200");
    assertThat(header(response, "Vary")).isEqualTo("Origin, Access-Control-Request-Headers");
  }

  @Test
  void theSocketsAddressIsExact() throws Exception {
    start(SignalingServerOptions.builder().path("/myapp"));

    for (String path :
        new String[] {"/myapp/peerjs/", "/peerjs", "/myapp/PeerJS", "/myapp/other"}) {
      assertThat(handshake(path)).as(path).isEqualTo("HTTP/1.1 404");
    }
    assertThat(handshake("/myapp/peerjs")).isEqualTo("HTTP/1.1 101");
  }

  private String handshake(String path) throws IOException {
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout((int) TestSocket.PATIENCE.toMillis());
      String head =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }
}
