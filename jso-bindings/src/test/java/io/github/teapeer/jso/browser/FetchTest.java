package io.github.teapeer.jso.browser;

import static io.github.teapeer.jso.browser.Await.fulfilled;
import static io.github.teapeer.jso.browser.Await.next;
import static io.github.teapeer.jso.browser.Await.rejected;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.dom.AbortController;
import io.github.teapeer.jso.dom.AbortSignal;
import io.github.teapeer.jso.dom.DOMException;
import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventInit;
import io.github.teapeer.jso.encoding.TextDecodeOptions;
import io.github.teapeer.jso.encoding.TextDecoder;
import io.github.teapeer.jso.fetch.Fetch;
import io.github.teapeer.jso.fetch.Headers;
import io.github.teapeer.jso.fetch.Request;
import io.github.teapeer.jso.fetch.RequestInit;
import io.github.teapeer.jso.fetch.Response;
import io.github.teapeer.jso.fetch.ResponseInit;
import io.github.teapeer.jso.streams.ReadableStreamDefaultReader;
import io.github.teapeer.jso.streams.ReadableStreamReadResult;
import io.github.teapeer.jso.value.Sequences;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.websocket.CloseEvent;
import io.github.teapeer.jso.websocket.WebSocket;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.junit.SkipJVM;
import org.teavm.junit.TeaVMTestRunner;

@RunWith(TeaVMTestRunner.class)
@SkipJVM
public class FetchTest {
  @JSBody(script = "return location.host;")
  private static native String host();

  @Test
  public void aBodyIsReadPieceByPiece() {
    Response response = fulfilled(Fetch.fetch("/frame.js", null));
    assertEquals(200, response.getStatus());
    assertTrue(response.isOk());
    assertTrue(response.getUrl().endsWith("/frame.js"));
    assertEquals("basic", response.getType());
    assertFalse(response.isRedirected());
    String type = response.getHeaders().get("Content-Type");
    assertTrue(type, type.startsWith("application/javascript"));
    assertNull(response.getHeaders().get("X-None"));
    String whole = Values.asString(fulfilled(response.cloneResponse().text()));

    TextDecoder decoder = TextDecoder.create();
    TextDecodeOptions more = TextDecodeOptions.create();
    more.setStream(true);
    StringBuilder text = new StringBuilder();
    ReadableStreamDefaultReader reader = response.getBody().getReader();
    ReadableStreamReadResult result = fulfilled(reader.read());
    while (!result.isDone()) {
      text.append(decoder.decode(result.getValue(), more));
      result = fulfilled(reader.read());
    }
    assertNull(result.getValue());
    assertTrue(response.isBodyUsed());
    assertTrue(whole.length() > 1000);
    assertEquals(whole, text.toString());
  }

  @Test
  public void aFetchIsAborted() {
    AbortController controller = AbortController.create();
    RequestInit init = RequestInit.create();
    init.setSignal(controller.getSignal());
    Promise<Response> response = Fetch.fetch("/frame.js", init);
    assertFalse(controller.getSignal().isAborted());
    Promise<Event> aborted = next(controller.getSignal(), "abort");
    controller.abort();

    assertEquals("AbortError", rejected(response).getName());
    assertTrue(controller.getSignal().isAborted());
    assertEquals("abort", fulfilled(aborted).getType());
  }

  @Test
  public void anAbortHasAReason() {
    AbortController controller = AbortController.create();
    DOMException reason = DOMException.create("no more tea", "DataError");
    AbortSignal any = AbortSignal.any(Sequences.of(controller.getSignal()));
    controller.abort(reason);
    assertTrue(any.isAborted());
    RequestInit init = RequestInit.create();
    init.setSignal(any);
    DOMException rejection = rejected(Fetch.fetch("/frame.js", init));
    assertEquals("DataError", rejection.getName());
    assertEquals("no more tea", rejection.getMessage());
    assertTrue(AbortSignal.abort(null).isAborted());
    fulfilled(next(AbortSignal.timeout(1), "abort"));
  }

  @Test
  public void aRequestIsWhatItWasMadeOf() {
    Headers headers = Headers.create();
    headers.set("X-Tea", "green");
    headers.append("x-tea", "black");
    RequestInit init = RequestInit.create();
    init.setMethod("POST");
    init.setHeaders(headers);
    init.setBody(Values.of("leaf"));
    init.setMode("same-origin");
    init.setCredentials("omit");
    init.setReferrerPolicy("no-referrer");
    init.setKeepalive(true);
    Request request = Request.create("/x", init);

    assertEquals("POST", request.getMethod());
    assertEquals("http://" + host() + "/x", request.getUrl());
    assertEquals("green, black", request.getHeaders().get("X-TEA"));
    assertTrue(request.getHeaders().has("x-tea"));
    assertEquals("same-origin", request.getMode());
    assertEquals("omit", request.getCredentials());
    assertEquals("no-referrer", request.getReferrerPolicy());
    assertTrue(request.isKeepalive());
    StringBuilder names = new StringBuilder();
    request.getHeaders().forEach((value, name) -> names.append(name).append(';'));
    assertEquals("content-type;x-tea;", names.toString());
    assertEquals("leaf", Values.asString(fulfilled(request.cloneRequest().text())));
    assertEquals(4, fulfilled(request.blob()).getSize(), 0);
    assertEquals(200, fulfilled(Fetch.fetch(Request.create("/frame.js", null))).getStatus());
  }

  @Test
  public void aResponseIsMade() {
    ResponseInit init = ResponseInit.create();
    init.setStatus(418);
    init.setStatusText("I'm a teapot");
    Response response = Response.create(Values.of("{\"tea\": 1}"), init);
    assertEquals(418, response.getStatus());
    assertEquals("I'm a teapot", response.getStatusText());
    assertFalse(response.isOk());
    JSObject json = fulfilled(response.json());
    assertEquals(1, Values.getInt(json, "tea", 0));
    assertNull(Response.create(null, null).getBody());
  }

  @Test
  public void aSocketThatIsRefusedClosesWithoutAHandshake() {
    WebSocket socket = WebSocket.create("ws://" + host() + "/nothing-here", new String[] {"tea"});
    assertEquals(WebSocket.CONNECTING, socket.getReadyState());
    assertEquals("ws://" + host() + "/nothing-here", socket.getUrl());
    assertEquals("blob", socket.getBinaryType());
    socket.setBinaryType("arraybuffer");
    assertEquals("arraybuffer", socket.getBinaryType());
    Promise<Event> failed = next(socket, "error");
    Promise<CloseEvent> closed = next(socket, "close");
    fulfilled(failed);
    CloseEvent event = fulfilled(closed);
    assertEquals(1006, event.getCode());
    assertFalse(event.isWasClean());
    assertEquals(WebSocket.CLOSED, socket.getReadyState());
    assertEquals("", socket.getProtocol());
  }

  @Test
  public void anEventIsDispatchedAndPrevented() {
    EventInit init = EventInit.create();
    init.setCancelable(true);
    Event event = Event.create("abort", init);
    AbortSignal target = AbortController.create().getSignal();
    String[] heard = new String[1];
    target.addEventListener(
        "abort",
        (Event seen) -> {
          heard[0] = seen.getType();
          seen.preventDefault();
        });
    assertFalse(target.dispatchEvent(event));
    assertEquals("abort", heard[0]);
    assertTrue(event.isDefaultPrevented());
    assertFalse(event.isTrusted());
    assertFalse(event.isBubbles());
    assertNull(event.getCurrentTarget());
  }
}
