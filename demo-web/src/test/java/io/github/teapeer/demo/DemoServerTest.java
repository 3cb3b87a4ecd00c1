package io.github.teapeer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoServerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int READ_TIMEOUT_MS = 10_000;

  private static DemoServer demo;

  @BeforeAll
  static void start() throws IOException {
    demo = DemoServer.start("localhost", 0);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/index.html, text/html; charset=utf-8",
    "/style.css, text/css; charset=utf-8",
    "/icon.svg, image/svg+xml",
    "/js/main.js, text/javascript; charset=utf-8",
    "/js/view/dom.js, text/javascript; charset=utf-8",
    "/peer.js, text/javascript; charset=utf-8",
    "/peer.min.js, text/javascript; charset=utf-8",
    "/peer.mjs, text/javascript; charset=utf-8",
    "/peer.min.js.map, application/json",
  })
  void filesAreServedWithTheirTypesAndNotCached(String path, String type) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isNotBlank();
    assertThat(header(answer, "Content-Type")).isEqualToIgnoringWhitespace(type);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void noPageIsHiddenByTheSignallingServer() throws Exception {
    Path pages = Path.of(DemoServerTest.class.getResource("pages/").toURI());
    try (Stream<Path> files = Files.walk(pages).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        String address = "/" + pages.relativize(file).toString().replace(File.separatorChar, '/');
        assertThat(get(address).body()).as(address).isEqualTo(Files.readString(file));
      }
    }
  }

  @Test
  void theClientIsServedAsItWasBuilt() throws Exception {
    URL built = new URL(ClientFiles.directory(), "peer.min.js");
    try (InputStream in = built.openStream()) {
      assertThat(get("/peer.min.js").body())
          .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/js/main.js", "/peer.min.js", "/style.css"})
  void thePolicyAllowsNothingButThisServer(String path) throws Exception {
    Map<String, String> policy = policy(get(path));
    String socket = "localhost:" + demo.port();
    assertThat(policy)
        .containsEntry("default-src", "'none'")
        .containsEntry("script-src", "'self'")
        .containsEntry("style-src", "'self'")
        .containsEntry("img-src", "'self'")
        .containsEntry("connect-src", "'self' ws://" + socket + " wss://" + socket)
        .containsEntry("base-uri", "'none'")
        .containsEntry("form-action", "'none'")
        .containsEntry("frame-ancestors", "'none'")
        .containsEntry("require-trusted-types-for", "'script'")
        .hasSize(10);
  }

  @Test
  void theHostOfARequestDoesNotLoosenThePolicy() throws Exception {
    String answer = raw("GET / HTTP/1.1\r\nHost: x; script-src *\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("script-src *");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../simplelogger.properties",
        "/js/../../DemoServer.class",
        "/%2e%2e/DemoServer.class",
        "/..%2fDemoServer.class",
        "/%2e%2e%2fDemoServer.class",
        "/..;/DemoServer.class",
        "/js/..%5c..%5cDemoServer.class",
        "/js/%252e%252e/%252e%252e/DemoServer.class",
        "/./../../../../../../../../../../etc/passwd",
        "//etc/passwd",
        "/io/github/teapeer/demo/DemoServer.class",
        "/META-INF/resources/webjars-locator.properties",
        "/index.html%00",
      })
  void nothingButTheFilesIsServed(String path) throws Exception {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).containsPattern("\\AHTTP/1\\.1 (400|404) ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/js/", "/js/view/"})
  void foldersAreNotListed(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isIn(403, 404);
    assertThat(answer.body()).doesNotContain(".js");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE"})
  void filesCanOnlyBeRead(String method) throws Exception {
    String answer =
        raw(
            method
                + " /index.html HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                + "Connection: close\r\n\r\n");
    assertThat(answer).containsPattern("\\AHTTP/1\\.1 (404|405) ");
  }

  @Test
  void idsComeFromTheSignallingServerBesideThePages() throws Exception {
    assertThat(get("/peerjs/id").body()).matches("[a-z2-9]{4}-[a-z2-9]{4}");
  }

  @Test
  void theUrlIsThatOfTheFirstPage() {
    assertThat(demo.url()).isEqualTo(URI.create("http://localhost:" + demo.port() + "/"));
  }

  @Test
  void aTakenPortIsNamed() {
    assertThatThrownBy(() -> DemoServer.start("localhost", demo.port()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("localhost")
        .hasMessageContaining(String.valueOf(demo.port()));
  }

  @Test
  void aClosedDemoFreesItsPortAndMayBeClosedTwice() throws Exception {
    DemoServer first = DemoServer.start("localhost", 0);
    int port = first.port();
    first.close();
    first.close();
    try (DemoServer second = DemoServer.start("localhost", port)) {
      assertThat(second.port()).isEqualTo(port);
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(demo.url().resolve(path)).build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static Map<String, String> policy(HttpResponse<?> answer) {
    return Arrays.stream(header(answer, "Content-Security-Policy").split("; "))
        .map(directive -> directive.split(" ", 2))
        .collect(Collectors.toMap(directive -> directive[0], directive -> directive[1]));
  }

  /** Asks in a way that no well-behaved client would, and returns the whole answer. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("localhost"), demo.port())) {
      socket.setSoTimeout(READ_TIMEOUT_MS);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
