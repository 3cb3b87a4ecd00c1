package io.github.teapeer.selenium.page;

import java.util.List;
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

  /** Declines, with a reason. */
  public void reject(String reason) {
    invoke("reject", reason);
  }

  /** Sends a small moving picture instead of the camera's; what came of it. */
  public String showScreen() {
    return change("showScreen");
  }

  /** Sends a small moving picture beside the camera's; what came of it. */
  public String addScreen() {
    return change("addScreen");
  }

  /** Sends the camera's picture no more; what came of it. */
  public String removeCamera() {
    return change("removeCamera");
  }

  private String change(String command) {
    return (String) page().run(command, Map.of("name", name()));
  }

  /** The tracks that have come, of which kind and in how many streams: "video in 1". */
  public List<?> tracks() {
    return (List<?>) page().run("tracks", Map.of("name", name()));
  }

  /** Waits until the picture that is shown here has that width. */
  public void awaitPictureWidth(int width) {
    page().run("pictureIsWide", Map.of("name", name(), "width", width));
  }
}
