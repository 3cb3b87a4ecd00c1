package io.github.teapeer.selenium.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PageCall;
import io.github.teapeer.selenium.page.Value;
import java.util.Map;

/** The two ends of a call that has been answered, with fake cameras and microphones. */
public record CallPair(PeerPair pair, PageCall outgoing, PageCall incoming) {
  /** Enough to tell a moving picture from a first frame that froze. */
  private static final int FRAMES = 10;

  private static final int PACKETS = 20;

  /** Calls, answers, and returns when both ends have their stream. */
  public static CallPair establish(PeerPair pair) {
    Value metadata = Value.object(Map.of("topic", Value.string("tea")));
    PageCall outgoing = pair.caller().call(pair.calleeId(), Map.of("metadata", metadata.recipe()));
    PageCall incoming = pair.callee().takeCall();
    assertThat(incoming.property("metadata")).isEqualTo(metadata.description());
    assertThat(incoming.property("type")).isEqualTo(Value.string("media").description());
    assertThat(outgoing.property("open")).isEqualTo(Value.bool(false).description());
    incoming.answer();
    takeStream(outgoing);
    takeStream(incoming);
    assertThat(outgoing.property("open")).isEqualTo(Value.bool(true).description());
    assertThat(incoming.property("open")).isEqualTo(Value.bool(true).description());
    return new CallPair(pair, outgoing, incoming);
  }

  private static void takeStream(PageCall end) {
    for (int i = 0; i < OldPeers.streamEvents(end.page().library()); i++) {
      assertThat(end.takeStream()).isEqualTo("audio and video");
    }
  }

  /** Waits until picture and sound go on at both ends. */
  public void checkAdvances() {
    outgoing.awaitFrames(FRAMES);
    incoming.awaitFrames(FRAMES);
    outgoing.awaitAudioPackets(PACKETS);
    incoming.awaitAudioPackets(PACKETS);
  }

  /** Waits until both ends are told that the call is over. */
  public void checkClosed() {
    checkClosed(outgoing);
    checkClosed(incoming);
    checkForgotten();
  }

  /** Waits until one end is told that the call is over. */
  public void checkClosed(PageCall end) {
    end.take("close");
    assertThat(end.property("open")).isEqualTo(Value.bool(false).description());
  }

  private void checkForgotten() {
    if (outgoing.page().library() != Library.PEERJS_0_3_14) {
      assertThat(pair.caller().connectionCount()).isZero();
    }
    if (incoming.page().library() != Library.PEERJS_0_3_14) {
      assertThat(pair.callee().connectionCount()).isZero();
    }
  }
}
