package io.github.teapeer.selenium.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.demo.DemoServer;
import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;

/** Two visitors of the demo, in different browsers, each of them once as the host. */
@ParameterizedClass
@MethodSource("browsers")
@ExtendWith(StageExtension.class)
class DemoTest {
  /** Enough for two hundred chunks, and not a multiple of anything. */
  private static final int FILE_SIZE = 3_333_333;

  /** Enough to tell a moving picture from a first one that froze. */
  private static final int PICTURES = 10;

  /**
   * Who invites, and who comes.
   *
   * @param host the browser of the one who gives away a link
   * @param guest the browser of the one who opens it
   */
  record Browsers(BrowserKind host, BrowserKind guest) {}

  @Parameter Browsers browsers;

  private DemoServer demo;
  private DemoPage host;
  private DemoPage guest;

  static Stream<Browsers> browsers() {
    return Stream.of(
        new Browsers(BrowserKind.CHROMIUM, BrowserKind.FIREFOX),
        new Browsers(BrowserKind.FIREFOX, BrowserKind.CHROMIUM));
  }

  @BeforeEach
  void openBothPages(Stage stage) throws IOException {
    demo = DemoServer.start("localhost", 0);
    host = DemoPage.open(stage.browser(browsers.host(), 0), demo.url());
    guest = DemoPage.open(stage.browser(browsers.guest(), 1), host.shareLink());
    host.awaitConversationWith(guest.id());
    guest.awaitConversationWith(host.id());
  }

  @AfterEach
  void close() {
    try {
      host.assertNoFailures();
      guest.assertNoFailures();
    } finally {
      demo.close();
    }
  }

  @Test
  void whoeverOpensTheLinkCanChat() {
    guest.say("Is this the tea room?");
    host.awaitSaid("Is this the tea room?");
    host.say("It is. Ça va? 🫖");
    guest.awaitSaid("It is. Ça va? 🫖");
  }

  @Test
  void whatIsSaidIsShownAsTextWhateverIsInIt() {
    String markup = "<img src=nowhere onerror=alert(1)><b>bold</b>";
    guest.say(markup);
    host.awaitSaid(markup);
    assertThat(host.driver().executeScript("return document.querySelector('#log img, #log b')"))
        .isNull();
  }

  @Test
  void aFileArrivesAsItWas(@TempDir Path folder) throws Exception {
    long seed = System.nanoTime();
    byte[] content = new byte[FILE_SIZE];
    new Random(seed).nextBytes(content);
    Path file = Files.write(folder.resolve("Earl Grey & milk.bin"), content);
    guest
        .driver()
        .executeScript(
            """
            const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => make.call(URL, (window.received = blob));
            """);
    host.sendFile(file);
    guest.awaitFile("received");
    host.awaitFile("delivered");
    assertThat(guest.savedName()).isEqualTo("Earl Grey & milk.bin");
    assertThat(sha256OfReceived()).as("seed %d", seed).isEqualTo(sha256(content));
  }

  private Object sha256OfReceived() {
    return guest
        .driver()
        .executeAsyncScript(
            """
            const [done] = arguments;
            const hex = (byte) => byte.toString(16).padStart(2, '0');
            received.arrayBuffer()
              .then((bytes) => crypto.subtle.digest('SHA-256', bytes))
              .then((digest) => done([...new Uint8Array(digest)].map(hex).join('')), done);
            """);
  }

  private static String sha256(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  @Test
  void aVideoCallShowsMovingPicturesUntilSomebodyHangsUp() {
    call(host, guest);
    guest.click("hang-up");
    host.awaitHidden("call");
    guest.awaitHidden("call");
    call(guest, host);
    guest.click("hang-up");
    host.awaitHidden("call");
    guest.awaitHidden("call");
  }

  private static void call(DemoPage caller, DemoPage callee) {
    caller.click("start-call");
    callee.awaitShown("ringing");
    assertThat(callee.text("ringing-title")).isEqualTo(caller.id() + " is calling");
    callee.click("answer");
    caller.awaitPictures(PICTURES);
    callee.awaitPictures(PICTURES);
  }

  @Test
  void aDeclinedCallIsSaid() {
    host.click("start-call");
    guest.click("decline");
    host.awaitNote("Your call was declined");
    guest.awaitNote("You declined a call");
    host.awaitHidden("call");
    guest.awaitHidden("ringing");
  }

  @Test
  void aCallThatIsGivenUpStopsRinging() {
    guest.click("start-call");
    host.awaitShown("ringing");
    guest.click("hang-up");
    host.awaitNote("You missed a call");
    host.awaitHidden("ringing");
  }

  @Test
  void withoutACameraOneSendsAPlaceholderAndSeesTheOther() {
    host.driver()
        .executeScript("navigator.mediaDevices.enumerateDevices = () => Promise.resolve([]);");
    call(host, guest);
    host.awaitNotice("No camera and no microphone was found.");
    assertThat(host.driver().findElements(By.id("camera"))).noneMatch(WebElement::isDisplayed);
  }

  @Test
  void anIdThatNobodyHasIsSaidInWords() {
    host.connectTo("nobody-here");
    host.awaitNote(
        "Nobody is online with this id. Ids change when a page is reloaded: ask for a new link.");
    host.awaitTalkState("not connected");
  }

  @Test
  void anIdCanBeTypedInsteadOfOpeningTheLink() {
    guest.click("leave");
    host.awaitTalkState("not connected");
    host.connectTo(guest.id());
    host.awaitTalkState("connected");
    host.say("Back again");
    guest.awaitSaid("Back again");
  }

  @Test
  void aVisitorWhoLeavesIsSeenToHaveLeft(Stage stage) {
    stage.browser(browsers.guest(), 1).navigate(URI.create("about:blank"));
    host.awaitTalkState("not connected");
    guest = DemoPage.open(stage.browser(browsers.guest(), 1), host.shareLink());
    host.awaitConversationWith(guest.id());
  }

  @Test
  void theChatOutlivesTheServerAndThePageReturnsToTheNextOne() throws IOException {
    int port = demo.port();
    demo.close();
    host.awaitNotice("The connection to the server was lost.");
    host.say("Can you hear me?");
    guest.awaitSaid("Can you hear me?");
    String id = host.id();
    demo = DemoServer.start("localhost", port);
    reconnect(host);
    reconnect(guest);
    assertThat(host.id()).isEqualTo(id);
    guest.say("Loud and clear");
    host.awaitSaid("Loud and clear");
  }

  private static void reconnect(DemoPage page) {
    page.driver().findElement(By.cssSelector("#notices button")).click();
    page.awaitServerState("Online");
  }

  @Test
  void everythingFitsAPhone() {
    Dimension before = guest.driver().manage().window().getSize();
    guest.driver().manage().window().setSize(new Dimension(360, 740));
    try {
      guest.assertFitsItsWidth();
      host.say("donaudampfschifffahrtsgesellschaft".repeat(10));
      guest.awaitSaid("donaudampfschifffahrtsgesellschaft".repeat(10));
      guest.assertFitsItsWidth();
      call(host, guest);
      guest.assertFitsItsWidth();
    } finally {
      guest.driver().manage().window().setSize(before);
    }
  }
}
