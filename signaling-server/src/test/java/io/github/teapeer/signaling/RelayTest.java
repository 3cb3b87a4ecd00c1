package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
  private SignalingServer server;

  @BeforeEach
  void start() throws IOException {
    server = SignalingServer.start(SignalingServerOptions.builder().port(0).build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anIdIsGivenToWhoeverAsks() throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.url() + "peerjs/id?ts=1")).build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).matches("[0-9a-f-]{36}");
  }

  @Test
  void aMessageReachesItsReceiverWithItsSendersName() {
    try (TestSocket anna = TestSocket.join(server, "anna", "a");
        TestSocket bert = TestSocket.join(server, "bert", "b")) {
      anna.send("{\"type\":\"OFFER\",\"payload\":{\"sdp\":{\"type\":\"offer\"}},\"dst\":\"bert\"}");
      bert.expect(
          "{\"type\":\"OFFER\",\"src\":\"anna\",\"dst\":\"bert\",\"payload\":{\"sdp\":{\"type\":\"offer\"}}}");
    }
  }
}
