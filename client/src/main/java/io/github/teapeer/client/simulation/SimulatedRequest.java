package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.fetch.Response;
import java.util.function.Consumer;

/** A GET request on its way to a server and back. */
final class SimulatedRequest {
  /** How long a connection that cannot be made is tried, in microseconds. */
  static final long CONNECT_TIMEOUT = 30_000 * EventLoop.MILLISECOND;

  /** How long it takes to find out that there is no such server, in microseconds. */
  static final long LOOKUP_FAILURE = 50 * EventLoop.MILLISECOND;

  private static final int REQUEST_BYTES = 500;

  private final SimulatedPlatform page;
  private final SimulatedUrl url;
  private final Consumer<Response> answered;
  private Pipe up;
  private Pipe down;
  private boolean arrived;
  private boolean done;

  /** Makes a request; its answer, or null for none, is given to a consumer in a task. */
  SimulatedRequest(SimulatedPlatform page, SimulatedUrl url, Consumer<Response> answered) {
    this.page = page;
    this.url = url;
    this.answered = answered;
  }

  void send() {
    SimulatedSignalingServer server = page.simulation().serverAt(url.authority());
    if (server == null) {
      page.schedule(LOOKUP_FAILURE, () -> finish(null));
      return;
    }
    SimulatedNetwork network = page.simulation().network();
    up = network.newPipe(page, server, () -> network.isUp(page, server));
    down = network.newPipe(server, page, () -> network.isUp(page, server));
    up.send(
        Packet.of(
            REQUEST_BYTES,
            () -> {
              arrived = true;
              server.handleRequest(this);
            }));
    page.schedule(
        CONNECT_TIMEOUT,
        () -> {
          if (!arrived) {
            finish(null);
          }
        });
  }

  SimulatedUrl url() {
    return url;
  }

  /** The server answers. */
  void respond(int status, String body) {
    down.send(
        Packet.of(
            REQUEST_BYTES + body.length(),
            () -> finish(new SimulatedResponse(page, status, body))));
  }

  /** The server does not take the connection, or has died. */
  void refuse() {
    down.send(Packet.of(REQUEST_BYTES, () -> finish(null)));
  }

  private void finish(Response response) {
    if (done || page.isGone()) {
      return;
    }
    done = true;
    if (up != null) {
      up.close();
      down.close();
    }
    page.trace("response " + (response == null ? "none" : response.getStatus()));
    answered.accept(response);
    page.simulation().loop().runMicrotasks();
  }
}
