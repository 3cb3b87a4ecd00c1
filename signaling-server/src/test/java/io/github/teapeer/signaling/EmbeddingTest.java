package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingTest {

  private HttpResponse<String> get(String url) throws Exception {
    return TestSocket.HTTP.send(
        HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  /** A page at one address. */
  private static final class Page extends Handler.Abstract {
    private final String path;

    Page(String path) {
      this.path = path;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      if (!Request.getPathInContext(request).equals(path)) {
        return false;
      }
      response.write(true, ByteBuffer.wrap("a page".getBytes(StandardCharsets.UTF_8)), callback);
      return true;
    }
  }

  @Test
  void pagesAndSignallingShareAPort() throws Exception {
    SignalingServerOptions options =
        SignalingServerOptions.builder().port(0).staticHandler(new Page("/")).build();
    try (SignalingServer server = SignalingServer.start(options);
        TestSocket anna = TestSocket.join(server, "anna")) {
      assertThat(get(server.url()).body()).isEqualTo("a page");
      assertThat(get(server.url()).headers().firstValue("Vary")).isEmpty();
      assertThat(get(server.url() + "peerjs/id").body()).hasSize(36);
      assertThat(get(server.url() + "missing.html").statusCode()).isEqualTo(404);
      anna.offer("anna").expectOffer("anna", "anna");
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 192.0.2.7", "false, 127.0.0.1"})
  void aReverseProxyIsBelievedOnlyIfThereIsOne(boolean proxied, String remoteAddress)
      throws Exception {
    Handler whoAmI =
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            Content.Sink.write(response, true, Request.getRemoteAddr(request), callback);
            return true;
          }
        };
    SignalingServerOptions options =
        SignalingServerOptions.builder()
            .host("127.0.0.1")
            .port(0)
            .proxied(proxied)
            .staticHandler(whoAmI)
            .build();
    try (SignalingServer server = SignalingServer.start(options)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.url()))
              .header("X-Forwarded-For", "192.0.2.7")
              .build();
      assertThat(TestSocket.HTTP.send(request, BodyHandlers.ofString()).body())
          .isEqualTo(remoteAddress);
    }
  }

  @Test
  void theServerStillSaysItsNameWhereThereIsNoPage() throws Exception {
    SignalingServerOptions options =
        SignalingServerOptions.builder()
            .port(0)
            .path("/signal")
            .staticHandler(new Page("/"))
            .build();
    try (SignalingServer server = SignalingServer.start(options)) {
      assertThat(get("http://localhost:" + server.port() + "/").body()).isEqualTo("a page");
      assertThat(get(server.url()).body()).startsWith("{\"name\":\"PeerJS Server\"");
    }
  }

  @Test
  void aServerThatExistsAlreadyCanTakeItInAndStopAndStartAgain() throws Exception {
    Server jetty = new Server();
    ServerConnector connector = new ServerConnector(jetty);
    jetty.addConnector(connector);
    jetty.setHandler(
        new Handler.Sequence(
            SignalingServer.handler(SignalingServerOptions.builder().path("/signal").build()),
            new Page("/page")));
    for (int round = 0; round < 2; round++) {
      jetty.start();
      try {
        String url = "http://localhost:" + connector.getLocalPort();
        URI socket =
            URI.create(
                "ws://localhost:"
                    + connector.getLocalPort()
                    + "/signal/peerjs?key=peerjs&id=anna&token=T");
        assertThat(get(url + "/page").body()).isEqualTo("a page");
        assertThat(get(url + "/signal/peerjs/id").body()).hasSize(36);
        try (TestSocket anna = TestSocket.open(TestSocket.HTTP, socket);
            RawSocket bert = RawSocket.join(connector.getLocalPort(), "/signal/", "bert")) {
          anna.expect(TestSocket.OPEN).offer("anna").expectOffer("anna", "anna");
          jetty.stop();
          assertThat(bert.readToEnd()).hasSizeLessThanOrEqualTo(2); // no more than a close frame
        }
      } finally {
        jetty.stop();
      }
    }
  }

  @Test
  void itWorksInsideAContext() throws Exception {
    Server jetty = new Server();
    ServerConnector connector = new ServerConnector(jetty);
    jetty.addConnector(connector);
    jetty.setHandler(
        new ContextHandler(
            SignalingServer.handler(SignalingServerOptions.builder().path("/signal").build()),
            "/app"));
    jetty.start();
    try {
      String host = "//localhost:" + connector.getLocalPort();
      assertThat(get("http:" + host + "/app/signal/peerjs/id").body()).hasSize(36);
      assertThat(get("http:" + host + "/signal/peerjs/id").statusCode()).isEqualTo(404);
      URI socket = URI.create("ws:" + host + "/app/signal/peerjs?key=peerjs&id=anna&token=T");
      try (TestSocket anna = TestSocket.open(TestSocket.HTTP, socket)) {
        anna.expect(TestSocket.OPEN).offer("anna").expectOffer("anna", "anna");
      }
    } finally {
      jetty.stop();
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (SignalingServer first =
        SignalingServer.start(SignalingServerOptions.builder().port(0).build())) {
      SignalingServerOptions same = SignalingServerOptions.builder().port(first.port()).build();
      assertThatThrownBy(() -> SignalingServer.start(same))
          .isInstanceOf(IOException.class)
          .hasMessage("Cannot listen at port " + first.port() + ": Address already in use");
    }
  }

  @Test
  void aHostThatIsNotThereIsNamed() {
    SignalingServerOptions options =
        SignalingServerOptions.builder().host("no-such-host.invalid").port(0).build();
    assertThatThrownBy(() -> SignalingServer.start(options))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot listen at no-such-host.invalid, port 0: there is no such host");
  }

  @Test
  void aServerMayListenAtOneAddressOnly() throws Exception {
    try (SignalingServer server =
        SignalingServer.start(SignalingServerOptions.builder().host("127.0.0.1").port(0).build())) {
      assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port() + "/");
      assertThat(get(server.url() + "peerjs/id").body()).hasSize(36);
    }
  }

  @Test
  void closingFreesThePortAndCanBeRepeated() throws Exception {
    SignalingServer server =
        SignalingServer.start(SignalingServerOptions.builder().port(0).build());
    int port = server.port();
    server.close();
    server.close();

    SignalingServer.start(SignalingServerOptions.builder().port(port).build()).close();
  }

  @Test
  void theListenerHearsWhatHappens() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    SignalingListener listener =
        new SignalingListener() {
          @Override
          public void connected(String id, boolean reconnected) {
            heard.add("connected " + id + " " + reconnected);
          }

          @Override
          public void disconnected(String id, Departure why) {
            heard.add("disconnected " + id + " " + why);
          }

          @Override
          public void message(RelayedMessage message) {
            heard.add(message.toString());
          }

          @Override
          public void error(String problem, Throwable cause) {
            heard.add(problem);
          }
        };
    SignalingServerOptions options =
        SignalingServerOptions.builder().port(0).listener(listener).build();
    try (SignalingServer server = SignalingServer.start(options)) {
      TestSocket.join(server, "anna");
      TestSocket anna = TestSocket.join(server, "anna");
      anna.send("{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":{\"n\":1}}")
          .send("?")
          .close(1000);

      for (String expected :
          new String[] {
            "connected anna false",
            "connected anna true",
            "RelayedMessage[type=OFFER, src=anna, dst=bert, payload={\"n\":1}]",
            "Ignored what anna sent: the message is not JSON",
            "disconnected anna CLOSED"
          }) {
        assertThat(heard.poll(TestSocket.PATIENCE.toSeconds(), TimeUnit.SECONDS))
            .isEqualTo(expected);
      }
    }
  }
}
