package io.github.teapeer.jso.browser;

import static io.github.teapeer.jso.browser.Await.fulfilled;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.github.teapeer.jso.encoding.TextDecoder;
import io.github.teapeer.jso.encoding.TextDecoderOptions;
import io.github.teapeer.jso.encoding.TextEncoder;
import io.github.teapeer.jso.encoding.TextEncoderEncodeIntoResult;
import io.github.teapeer.jso.fetch.Fetch;
import io.github.teapeer.jso.file.Blob;
import io.github.teapeer.jso.file.BlobPropertyBag;
import io.github.teapeer.jso.file.File;
import io.github.teapeer.jso.file.FilePropertyBag;
import io.github.teapeer.jso.html.Navigator;
import io.github.teapeer.jso.streams.ReadableStreamDefaultReader;
import io.github.teapeer.jso.url.URL;
import io.github.teapeer.jso.url.URLSearchParams;
import io.github.teapeer.jso.value.Sequences;
import io.github.teapeer.jso.value.Values;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.junit.SkipJVM;
import org.teavm.junit.TeaVMTestRunner;

@RunWith(TeaVMTestRunner.class)
@SkipJVM
public class FilesTest {
  @JSBody(params = "length", script = "return new Uint8Array(length);")
  private static native JSObject bytes(int length);

  private static String decode(JSObject data) {
    return TextDecoder.create("utf-8", null).decode(data);
  }

  @Test
  public void aBlobIsCutAndReadInEveryWay() {
    BlobPropertyBag options = BlobPropertyBag.create();
    options.setType("text/plain");
    JSObject encoded = TextEncoder.create().encode("…");
    Blob blob = Blob.create(Sequences.of(Values.of("darjeeling"), encoded), options);
    assertEquals(13, blob.getSize(), 0);
    assertEquals("text/plain", blob.getType());

    Blob part = blob.slice(0, 4);
    assertEquals("", part.getType());
    assertEquals("darj", Values.asString(fulfilled(part.text())));
    assertEquals("text/html", blob.slice(1, -3, "text/html").getType());
    assertEquals("darj", decode(fulfilled(part.arrayBuffer())));
    ReadableStreamDefaultReader reader = part.stream().getReader();
    assertEquals("darj", decode(fulfilled(reader.read()).getValue()));
    assertTrue(fulfilled(reader.read()).isDone());
  }

  @Test
  public void aFileHasANameAndADate() {
    FilePropertyBag options = FilePropertyBag.create();
    options.setLastModified(1_000_000_000_000.0);
    options.setType("text/plain");
    File file = File.create(Sequences.ofStrings("leaf"), "tea.txt", options);
    assertEquals("tea.txt", file.getName());
    assertEquals(1_000_000_000_000.0, file.getLastModified(), 0);
    assertEquals("leaf", Values.asString(fulfilled(file.text())));
  }

  @Test
  public void aBlobHasAUrlUntilItIsRevoked() {
    String url = URL.createObjectURL(Blob.create(Sequences.ofStrings("cup"), null));
    assertEquals("cup", Values.asString(fulfilled(fulfilled(Fetch.fetch(url, null)).text())));
    URL.revokeObjectURL(url);
    Await.rejected(Fetch.fetch(url, null));
  }

  @Test
  public void aUrlIsTakenApartAndChanged() {
    URL url = URL.create("../cup?size=2#top", "http://tea.example:8080/pots/1");
    assertEquals("http://tea.example:8080/cup?size=2#top", url.getHref());
    assertEquals("8080", url.getPort());
    assertEquals("http://tea.example:8080", url.getOrigin());
    URLSearchParams parameters = url.getSearchParams();
    assertEquals("2", parameters.get("size"));
    assertNull(parameters.get("colour"));
    parameters.append("size", "3");
    assertEquals(2, parameters.getAll("size").getLength());
    url.setHash("");
    url.setProtocol("https:");
    assertEquals("https://tea.example:8080/cup?size=2&size=3", url.getHref());
    assertEquals("a=1&b=+", URLSearchParams.create("?a=1&b=%20").serialize());
    assertEquals("/x", URL.create("http://tea.example/x").getPathname());
  }

  @Test
  public void textIsEncodedIntoABuffer() {
    JSObject buffer = bytes(4);
    TextEncoderEncodeIntoResult result = TextEncoder.create().encodeInto("aé𝄞", buffer);
    assertEquals(2, result.getRead());
    assertEquals(3, result.getWritten());
    assertEquals("aé\0", decode(buffer));
    TextDecoderOptions options = TextDecoderOptions.create();
    options.setFatal(true);
    TextDecoder strict = TextDecoder.create("latin1", options);
    assertEquals("windows-1252", strict.getEncoding());
    assertTrue(strict.isFatal());
    assertFalse(strict.isIgnoreBOM());
  }

  @Test
  public void theNavigatorIsThatOfThePage() {
    Navigator navigator = Navigator.get();
    assertTrue(navigator.getUserAgent().startsWith("Mozilla/5.0"));
    assertTrue(navigator.getHardwareConcurrency() > 0);
    assertFalse(navigator.getLanguage().isEmpty());
    assertTrue(navigator.isOnLine());
  }
}
