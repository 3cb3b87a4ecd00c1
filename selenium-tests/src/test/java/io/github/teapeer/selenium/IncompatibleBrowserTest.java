package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.page.Value;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Debian's WebKitGTK has WebSocket and getUserMedia, but is built without RTCPeerConnection. */
@ParameterizedClass
@EnumSource(
    value = Library.class,
    names = {"OURS", "PEERJS_1_5_5"})
@ExtendWith(StageExtension.class)
class IncompatibleBrowserTest {
  @Parameter Library library;

  @Test
  void aPeerInABrowserWithoutWebRtcReportsItAndEnds(Stage stage) {
    TestPage page = stage.load(BrowserKind.WEBKIT, 0, library);
    int port = stage.server(ServerKind.NPM_PEER_1_0_2).port();
    PagePeer peer = page.createPeer("peer", "anybody", Map.of("port", port));
    assertThat(peer.takeError())
        .isEqualTo(
            Value.error("browser-incompatible", "The current browser does not support WebRTC")
                .description());
    peer.take("disconnected");
    peer.take("close");
    assertThat(peer.property("destroyed")).isEqualTo(Value.bool(true).description());
    assertThat(stage.server(ServerKind.NPM_PEER_1_0_2).peers()).doesNotContain("anybody");
    page.events().assertExhausted();
  }

  @Test
  void supportsSaysThatNothingIsSupported(Stage stage) {
    TestPage page = stage.load(BrowserKind.WEBKIT, 0, library);
    for (String feature : new String[] {"webRTC", "audioVideo", "data", "binaryBlob", "reliable"}) {
      assertThat(page.global("peerjs", "util", "supports", feature))
          .as(feature)
          .isEqualTo(Value.bool(false).description());
    }
    page.events().assertExhausted();
  }
}
