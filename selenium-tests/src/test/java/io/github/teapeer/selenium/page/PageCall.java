package io.github.teapeer.selenium.page;

import java.util.Map;

/** A MediaConnection in a page, whose stream the page plays as soon as it comes. */
public final class PageCall extends PageConnection {
  PageCall(TestPage page, String name) {
    super(page, name);
  }

  /** Answers with the stream of this browser's camera and microphone. */
  public void answer() {
    page().run("answer", Map.of("name", name()));
  }

  /** Waits for {@code stream} as its next event, and returns its tracks: "audio and video". */
  public String takeStream() {
    return take("stream").arguments().get(0).text();
  }

  /** Waits until this many more frames of the other side have been shown here. */
  public void awaitFrames(int count) {
    page().run("framesAdvance", Map.of("name", name(), "count", count));
  }

  /** Waits until this many more packets of sound have arrived here. */
  public void awaitAudioPackets(int count) {
    page().run("audioAdvances", Map.of("name", name(), "count", count));
  }
}
