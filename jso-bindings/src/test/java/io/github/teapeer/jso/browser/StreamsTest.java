package io.github.teapeer.jso.browser;

import static io.github.teapeer.jso.browser.Await.fulfilled;
import static io.github.teapeer.jso.browser.Await.rejected;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.dom.AbortController;
import io.github.teapeer.jso.dom.DOMException;
import io.github.teapeer.jso.streams.ByteLengthQueuingStrategy;
import io.github.teapeer.jso.streams.CountQueuingStrategy;
import io.github.teapeer.jso.streams.QueuingStrategy;
import io.github.teapeer.jso.streams.QueuingStrategyInit;
import io.github.teapeer.jso.streams.ReadableStream;
import io.github.teapeer.jso.streams.ReadableStreamDefaultReader;
import io.github.teapeer.jso.streams.ReadableWritablePair;
import io.github.teapeer.jso.streams.StreamPipeOptions;
import io.github.teapeer.jso.streams.TransformStream;
import io.github.teapeer.jso.streams.Transformer;
import io.github.teapeer.jso.streams.UnderlyingSink;
import io.github.teapeer.jso.streams.UnderlyingSource;
import io.github.teapeer.jso.streams.WritableStream;
import io.github.teapeer.jso.streams.WritableStreamDefaultWriter;
import io.github.teapeer.jso.value.Values;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.teavm.jso.JSObject;
import org.teavm.junit.SkipJVM;
import org.teavm.junit.TeaVMTestRunner;

@RunWith(TeaVMTestRunner.class)
@SkipJVM
public class StreamsTest {
  private final StringBuilder log = new StringBuilder();

  /** A stream of the texts 1 to {@code last}. */
  private static ReadableStream counting(int last) {
    int[] next = {1};
    UnderlyingSource source = UnderlyingSource.create();
    source.setPull(
        controller -> {
          if (next[0] > last) {
            controller.close();
          } else {
            controller.enqueue(Values.of(String.valueOf(next[0]++)));
          }
          return null;
        });
    return ReadableStream.create(source, null);
  }

  /** Logs what is written. */
  private UnderlyingSink logging() {
    UnderlyingSink sink = UnderlyingSink.create();
    sink.setWrite(
        (chunk, controller) -> {
          log.append(Values.asString(chunk)).append(';');
          return Promise.resolve(null);
        });
    sink.setClose(
        () -> {
          log.append("closed");
          return null;
        });
    sink.setAbort(
        reason -> {
          log.append("aborted");
          return null;
        });
    return sink;
  }

  private static Transformer doubling() {
    Transformer transformer = Transformer.create();
    transformer.setTransform(
        (chunk, controller) -> {
          controller.enqueue(chunk);
          controller.enqueue(chunk);
          return null;
        });
    transformer.setFlush(
        controller -> {
          controller.enqueue(Values.of("end"));
          return null;
        });
    return transformer;
  }

  @Test
  public void chunksArePipedThroughATransformation() {
    WritableStream destination = WritableStream.create(logging(), null);
    ReadableStream doubled = counting(3).pipeThrough(TransformStream.create(doubling()));
    fulfilled(doubled.pipeTo(destination));
    assertEquals("1;1;2;2;3;3;end;closed", log.toString());
  }

  @Test
  public void aPairOfStreamsIsATransformation() {
    TransformStream passing = TransformStream.create(null);
    ReadableWritablePair pair =
        ReadableWritablePair.of(passing.getReadable(), passing.getWritable());
    StreamPipeOptions options = StreamPipeOptions.create();
    options.setPreventClose(true);
    WritableStream destination = WritableStream.create(logging(), null);
    fulfilled(counting(2).pipeThrough(pair).pipeTo(destination, options));
    fulfilled(destination.getWriter().write(Values.of("more")));
    assertEquals("1;2;more;", log.toString());
  }

  @Test
  public void aPipeIsStoppedByASignal() {
    AbortController controller = AbortController.create();
    StreamPipeOptions options = StreamPipeOptions.create();
    options.setSignal(controller.getSignal());
    UnderlyingSource silent = UnderlyingSource.create();
    boolean[] cancelled = new boolean[1];
    silent.setCancel(
        reason -> {
          cancelled[0] = true;
          return null;
        });
    Promise<JSObject> piped =
        ReadableStream.create(silent, null).pipeTo(WritableStream.create(logging(), null), options);
    controller.abort();
    assertEquals("AbortError", rejected(piped).getName());
    assertTrue(cancelled[0]);
    assertEquals("aborted", log.toString());
  }

  @Test
  public void aStreamIsSplitInTwo() {
    Sequence<ReadableStream> branches = counting(1).tee();
    for (int i = 0; i < branches.getLength(); i++) {
      assertFalse(branches.get(i).isLocked());
      ReadableStreamDefaultReader reader = branches.get(i).getReader();
      assertTrue(branches.get(i).isLocked());
      assertEquals("1", Values.asString(fulfilled(reader.read()).getValue()));
      assertTrue(fulfilled(reader.read()).isDone());
      fulfilled(reader.getClosed());
      reader.releaseLock();
    }
  }

  @Test
  public void aSourceThatFailsIsReported() {
    UnderlyingSource source = UnderlyingSource.create();
    source.setStart(
        controller -> {
          controller.error(DOMException.create("cold", "NetworkError"));
          return null;
        });
    ReadableStream stream = ReadableStream.create(source, null);
    assertEquals("NetworkError", rejected(stream.getReader().read()).getName());
  }

  @Test
  public void aQueueIsMeasuredByAStrategy() {
    QueuingStrategy byLength = QueuingStrategy.of(5, chunk -> Values.asString(chunk).length());
    UnderlyingSink never = UnderlyingSink.create();
    never.setWrite((chunk, controller) -> Promise.create((resolve, reject) -> {}));
    WritableStreamDefaultWriter writer = WritableStream.create(never, byLength).getWriter();
    assertEquals(5, writer.getDesiredSize(), 0);
    fulfilled(writer.getReady());
    Promise<JSObject> written = writer.write(Values.of("abc"));
    assertEquals(2, writer.getDesiredSize(), 0);
    fulfilled(Promise.resolve(null));
    Promise<JSObject> aborted = writer.abort(DOMException.create("enough", "DataError"));
    assertTrue(Double.isNaN(writer.getDesiredSize()) || writer.getDesiredSize() <= 2);
    assertFalse(Values.isNull(written));
    assertFalse(Values.isNull(aborted));
    assertEquals("DataError", rejected(writer.getReady()).getName());

    QueuingStrategyInit four = QueuingStrategyInit.create();
    four.setHighWaterMark(4);
    assertEquals(4, CountQueuingStrategy.create(four).getHighWaterMark(), 0);
    assertEquals(
        4,
        WritableStream.create(null, ByteLengthQueuingStrategy.create(four))
            .getWriter()
            .getDesiredSize(),
        0);
  }

  @Test
  public void aSinkMakesItsStreamFail() {
    UnderlyingSink sink = UnderlyingSink.create();
    sink.setWrite(
        (chunk, controller) -> {
          controller.error(DOMException.create("full", "QuotaExceededError"));
          return null;
        });
    WritableStreamDefaultWriter writer = WritableStream.create(sink, null).getWriter();
    Promise<JSObject> closed = writer.getClosed();
    writer.write(Values.of("x"));
    assertEquals("QuotaExceededError", rejected(closed).getName());
  }
}
