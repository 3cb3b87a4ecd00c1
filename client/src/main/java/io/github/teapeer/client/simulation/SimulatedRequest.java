package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.fetch.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A request on its way to a server and back. The response is given as a whole, or streamed: {@link
 * #begin}, {@link #write}, and {@link #end} or {@link #reset}.
 */
final class SimulatedRequest {
  /** How long a connection that cannot be made is tried, in microseconds. */
  static final long CONNECT_TIMEOUT = 30_000 * EventLoop.MILLISECOND;

  /** How long it takes to find out that there is no such server, in microseconds. */
  static final long LOOKUP_FAILURE = 50 * EventLoop.MILLISECOND;

  private static final int REQUEST_BYTES = 500;

  private final SimulatedPlatform page;
  private final String method;
  private final SimulatedUrl url;
  private final String body;
  private final Consumer<Response> answered;
  private Pipe up;
  private Pipe down;
  private SimulatedResponse streamed;
  private Runnable hungUp = () -> {};
  private boolean arrived;
  private boolean hasAnswer;
  private boolean done;

  /** Makes a request; its answer, or null for none, is given to a consumer in a task. */
  SimulatedRequest(
      SimulatedPlatform page,
      String method,
      SimulatedUrl url,
      String body,
      Consumer<Response> answered) {
    this.page = page;
    this.method = method;
    this.url = url;
    this.body = body;
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
            REQUEST_BYTES + (body == null ? 0 : body.length()),
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

  String method() {
    return method;
  }

  SimulatedUrl url() {
    return url;
  }

  /** What was posted, or null. */
  String body() {
    return body;
  }

  /** Whether the page still waits for the answer, or for more of it. */
  boolean isOpen() {
    return !done;
  }

  /** The server answers. */
  void respond(int status, String text) {
    down.send(
        Packet.of(
            REQUEST_BYTES + text.length(),
            () -> finish(SimulatedResponse.whole(page, status, text))));
  }

  /** The server does not take the connection, or has died. */
  void refuse() {
    down.send(Packet.of(REQUEST_BYTES, () -> finish(null)));
  }

  /** The server wants to be told when the page does not want more of the answer. */
  void onHangUp(Runnable listener) {
    hungUp = listener;
  }

  /** The server begins an answer of status 200 that it will go on with. */
  void begin() {
    down.send(
        Packet.of(
            REQUEST_BYTES,
            () -> {
              if (!done && !page.isGone()) {
                streamed = SimulatedResponse.streamed(page);
                answer(streamed);
              }
            }));
  }

  /** The server goes on: the text arrives in pieces that mind neither lines nor characters. */
  void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int start = 0; start < bytes.length; ) {
      int length = Math.min(bytes.length - start, 1 + page.chance().nextInt(bytes.length));
      byte[] piece = Arrays.copyOfRange(bytes, start, start + length);
      start += length;
      down.send(
          Packet.of(
              length,
              () -> {
                if (!done && !page.isGone()) {
                  streamed.receive(piece);
                }
              }));
    }
  }

  /** The server has said all. */
  void end() {
    down.send(
        Packet.of(
            1,
            () -> {
              if (!done && !page.isGone()) {
                close();
                streamed.end();
              }
            }));
  }

  /** The server's process died. */
  void reset() {
    down.abort(Packet.of(1, this::fail));
  }

  /** The page does not want the answer any more, or its process has died. */
  void hangUp() {
    if (!done) {
      if (up != null) {
        up.abort(Packet.of(1, () -> hungUp.run()));
        down.close();
      }
      done = true;
      page.forget(this);
      if (streamed != null) {
        streamed.fail(DomException.abort());
      }
    }
  }

  /** The page's address is another one now: nothing gets through any more. */
  void networkChanged() {
    if (up != null) {
      up.close();
      down.close();
    }
    page.queueTask(this::fail);
  }

  private void fail() {
    if (streamed == null) {
      finish(null);
    } else if (!done && !page.isGone()) {
      close();
      streamed.fail(DomException.typeError("network error"));
    }
  }

  private void finish(Response response) {
    if (!done && !page.isGone()) {
      close();
      answer(response);
    }
  }

  private void close() {
    done = true;
    page.forget(this);
    if (up != null) {
      up.close();
      down.close();
    }
  }

  private void answer(Response response) {
    if (!hasAnswer) {
      hasAnswer = true;
      page.trace("response " + (response == null ? "none" : response.getStatus()));
      answered.accept(response);
      page.simulation().loop().runMicrotasks();
    }
  }
}
