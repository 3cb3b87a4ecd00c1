package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.page.PageCall;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.stage.PeerPair;
import io.github.teapeer.selenium.stage.Setting;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What calls between two of our peers can do beyond PeerJS. */
@ParameterizedClass
@MethodSource("io.github.teapeer.selenium.stage.Settings#ours")
@ExtendWith(StageExtension.class)
class CallControlTest {
  private static final int FRAMES = 5;
  private static final int SCREEN_WIDTH = 96;

  @Parameter Setting setting;

  private static PageCall answered(PeerPair pair, PageCall outgoing) {
    PageCall incoming = pair.callee().takeCall();
    incoming.answer();
    assertThat(outgoing.takeStream()).isEqualTo("audio and video");
    return incoming;
  }

  private static void close(PageCall closing, PageCall other) {
    closing.close();
    closing.take("close");
    other.take("close");
    assertThat(closing.outcome("closed")).isEqualTo("fulfilled");
    assertThat(other.outcome("closed")).isEqualTo("fulfilled");
  }

  @Test
  void aCallMayOnlyReceive(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall outgoing =
          pair.caller()
              .callToReceive(pair.calleeId(), Map.of("receive", List.of("audio", "video")));
      PageCall incoming = answered(pair, outgoing);
      outgoing.awaitFrames(FRAMES);
      outgoing.awaitAudioPackets(FRAMES);
      assertThat(outgoing.tracks())
          .map(String::valueOf)
          .containsExactlyInAnyOrder("audio in 1", "video in 1");
      assertThat(outgoing.outcome("ready")).isEqualTo("fulfilled");
      assertThat(incoming.outcome("ready")).isEqualTo("fulfilled");
      close(outgoing, incoming);
    }
  }

  @Test
  void aCallIsRejectedWithAReason(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall outgoing = pair.caller().call(pair.calleeId(), Map.of());
      PageCall incoming = pair.callee().takeCall();
      incoming.reject("busy");
      incoming.take("close");
      assertThat(outgoing.take("rejected").arguments().get(0))
          .isEqualTo(Value.string("busy").description());
      outgoing.take("close");
      assertThat(outgoing.outcome("ready")).isEqualTo("connection-closed");
      assertThat(pair.caller().connectionCount()).isZero();
      assertThat(pair.callee().connectionCount()).isZero();
    }
  }

  @Test
  void aCallerThatHangsUpIsSeenBeforeTheAnswer(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall outgoing = pair.caller().call(pair.calleeId(), Map.of());
      PageCall incoming = pair.callee().takeCall();
      outgoing.close();
      outgoing.take("close");
      incoming.take("close");
      assertThat(pair.callee().connectionCount()).isZero();
    }
  }

  @Test
  void aCallThatIsAbortedNeverRingsAndOneThatTakesTooLongStopsRinging(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall outgoing = pair.caller().callAndAbort(pair.calleeId());
      outgoing.take("error");
      outgoing.take("close");
      assertThat(outgoing.outcome("ready")).isEqualTo("aborted");
      PageCall second = pair.caller().call(pair.calleeId(), Map.of("timeout", 3000));
      PageCall incoming = pair.callee().takeCall();
      second.take("error");
      second.take("close");
      pair.caller().takeError();
      assertThat(second.outcome("ready")).isEqualTo("timeout");
      incoming.take("close");
    }
  }

  @Test
  void hangingUpAtOnceIsSeenAtOnce(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall outgoing = pair.caller().call(pair.calleeId(), Map.of());
      PageCall incoming = answered(pair, outgoing);
      incoming.takeStream();
      close(incoming, outgoing);
    }
  }

  @Test
  void aTrackIsReplaced(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall outgoing = pair.caller().call(pair.calleeId(), Map.of());
      PageCall incoming = answered(pair, outgoing);
      incoming.takeStream();
      incoming.awaitFrames(FRAMES);
      assertThat(outgoing.showScreen()).isEqualTo("fulfilled");
      incoming.awaitPictureWidth(SCREEN_WIDTH);
      incoming.awaitFrames(FRAMES);
      close(outgoing, incoming);
    }
  }

  @Test
  void tracksAreAddedAndRemoved(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall outgoing = pair.caller().call(pair.calleeId(), Map.of());
      PageCall incoming = answered(pair, outgoing);
      incoming.takeStream();
      assertThat(outgoing.addScreen()).isEqualTo("fulfilled");
      assertThat(incoming.takeStream()).isEqualTo("video");
      incoming.awaitPictureWidth(SCREEN_WIDTH);
      incoming.awaitFrames(FRAMES);
      assertThat(outgoing.removeCamera()).isEqualTo("fulfilled");
      incoming.awaitFrames(FRAMES);
      assertThat(incoming.addScreen()).isEqualTo("fulfilled");
      assertThat(outgoing.takeStream()).isEqualTo("video");
      outgoing.awaitFrames(FRAMES);
      assertThat(incoming.tracks()).hasSize(3);
      assertThat(outgoing.tracks()).hasSize(3);
      close(incoming, outgoing);
    }
  }

  @Test
  void bothSidesChangeAtOnce(Stage stage) {
    try (PeerPair pair = PeerPair.open(stage, setting)) {
      PageCall outgoing = pair.caller().call(pair.calleeId(), Map.of());
      PageCall incoming = answered(pair, outgoing);
      incoming.takeStream();
      CompletableFuture<String> theirs = CompletableFuture.supplyAsync(incoming::addScreen);
      assertThat(outgoing.addScreen()).isEqualTo("fulfilled");
      assertThat(theirs.join()).isEqualTo("fulfilled");
      assertThat(incoming.takeStream()).isEqualTo("video");
      assertThat(outgoing.takeStream()).isEqualTo("video");
      incoming.awaitFrames(FRAMES);
      outgoing.awaitFrames(FRAMES);
      assertThat(incoming.tracks()).hasSize(3);
      assertThat(outgoing.tracks()).hasSize(3);
      close(outgoing, incoming);
    }
  }
}
