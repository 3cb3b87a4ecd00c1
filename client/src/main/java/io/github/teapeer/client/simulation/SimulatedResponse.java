package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.fetch.Response;
import io.github.teapeer.jso.value.JavaValue;
import org.teavm.jso.JSObject;

/** The response to a fetch. */
final class SimulatedResponse implements Response {
  private final SimulatedPlatform page;
  private final int status;
  private final String body;
  private boolean bodyUsed;

  SimulatedResponse(SimulatedPlatform page, int status, String body) {
    this.page = page;
    this.status = status;
    this.body = body;
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
  public Promise<JSObject> text() {
    SimulatedPromise<JSObject> text = page.newPromise();
    if (bodyUsed) {
      text.reject(DomException.typeError("The body has been read already"));
    } else {
      bodyUsed = true;
      page.queueTask(() -> text.fulfill(JavaValue.of(body)));
    }
    return text;
  }
}
