package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.fetch.Response;
import io.github.teapeer.jso.streams.ReadableStream;
import io.github.teapeer.jso.value.JavaValue;
import java.nio.charset.StandardCharsets;
import org.teavm.jso.JSObject;

/** The response to a fetch. */
final class SimulatedResponse implements Response {
  private final SimulatedPlatform page;
  private final int status;
  private final String text;
  private final SimulatedBody body;
  private boolean bodyUsed;

  private SimulatedResponse(SimulatedPlatform page, int status, String text) {
    this.page = page;
    this.status = status;
    this.text = text;
    body = new SimulatedBody(page);
  }

  /** A response that is there as a whole. */
  static SimulatedResponse whole(SimulatedPlatform page, int status, String text) {
    SimulatedResponse response = new SimulatedResponse(page, status, text);
    response.receive(text.getBytes(StandardCharsets.UTF_8));
    response.end();
    return response;
  }

  /** A response of status 200 whose body comes piece by piece. */
  static SimulatedResponse streamed(SimulatedPlatform page) {
    return new SimulatedResponse(page, 200, null);
  }

  void receive(byte[] piece) {
    body.receive(piece);
  }

  void end() {
    body.end();
  }

  void fail(JSObject reason) {
    body.fail(reason);
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  @Override
  public ReadableStream getBody() {
    return body;
  }

  @Override
  public Promise<JSObject> text() {
    SimulatedPromise<JSObject> promise = page.newPromise();
    if (bodyUsed || body.isLocked()) {
      promise.reject(DomException.typeError("The body has been read already"));
    } else if (text == null) {
      throw new UnsupportedOperationException("The text of a streamed response");
    } else {
      bodyUsed = true;
      page.queueTask(() -> promise.fulfill(JavaValue.of(text)));
    }
    return promise;
  }
}
