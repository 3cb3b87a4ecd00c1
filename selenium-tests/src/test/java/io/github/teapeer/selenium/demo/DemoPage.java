package io.github.teapeer.selenium.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.browser.BrowserSession;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The demo's page in a browser, with the hands and eyes of a visitor: clicks, keys, and what is to
 * be seen. What is waited for has to come within {@link #PATIENCE}.
 */
final class DemoPage {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Collects what a page must never have to say. */
  private static final String RECORD_FAILURES =
      """
      window.failures = [];
      addEventListener('error', (event) => failures.push('error: ' + event.message));
      addEventListener('unhandledrejection', (event) => failures.push('rejection: ' + event.reason));
      addEventListener('securitypolicyviolation', (event) =>
        failures.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
      const print = console.error;
      console.error = (...words) => {
        failures.push('console: ' + words.join(' '));
        print.apply(console, words);
      };
      """;

  private final RemoteWebDriver driver;

  private DemoPage(RemoteWebDriver driver) {
    this.driver = driver;
  }

  /** Opens the page, and returns when it is on the server. */
  static DemoPage open(BrowserSession browser, URI address) {
    // Only leaving the page for another one makes a link to its own address load it anew.
    browser.navigate(URI.create("about:blank"));
    browser.navigate(address);
    DemoPage page = new DemoPage(browser.driver());
    page.driver.executeScript(RECORD_FAILURES);
    page.awaitServerState("Online");
    return page;
  }

  void awaitServerState(String state) {
    await("server state " + state, () -> text("server-state").equals(state));
  }

  RemoteWebDriver driver() {
    return driver;
  }

  /** The visitor's own id, which a small window hides behind a heading. */
  String id() {
    return element("own-id").getDomProperty("textContent");
  }

  URI shareLink() {
    return URI.create(element("share-link").getDomProperty("value"));
  }

  /** Types somebody's id and presses Enter. */
  void connectTo(String id) {
    // In a small window, the form makes room for the conversation.
    if (!element("peer-id").isDisplayed()) {
      driver.findElement(By.cssSelector("#invite summary")).click();
    }
    element("peer-id").sendKeys(id, Keys.ENTER);
  }

  /** Waits for a conversation with that peer, shown and open. */
  void awaitConversationWith(String id) {
    await("a conversation with " + id, () -> text("talk-title").equals(id));
    awaitTalkState("connected");
  }

  void awaitTalkState(String state) {
    await("a conversation that is " + state, () -> text("talk-state").equals(state));
  }

  /** Types a text and presses Enter. */
  void say(String text) {
    element("chat-text").sendKeys(text, Keys.ENTER);
  }

  /** Waits until the other side has said just that. */
  void awaitSaid(String text) {
    await("\"" + text + "\" from the other side", () -> said("theirs").contains(text));
  }

  /** Waits until the page itself remarks that in the conversation. */
  void awaitNote(String text) {
    await("the note \"" + text + "\"", () -> said("note").contains(text));
  }

  private List<String> said(String author) {
    return driver.findElements(By.cssSelector("#log ." + author + " .text")).stream()
        .map(WebElement::getText)
        .toList();
  }

  /** Chooses a file to send. */
  void sendFile(Path file) {
    element("file").sendKeys(file.toString());
  }

  /** Waits until the last file has come to that, such as {@code delivered}. */
  void awaitFile(String outcome) {
    await("a file " + outcome, () -> textOf("#log li:last-of-type .file").contains(outcome));
  }

  /** The name under which the received file would be saved. */
  String savedName() {
    return driver.findElement(By.cssSelector("#log .file a")).getDomAttribute("download");
  }

  void click(String id) {
    WebElement element = element(id);
    await(id + " that can be clicked", () -> element.isDisplayed() && element.isEnabled());
    element.click();
  }

  void awaitShown(String id) {
    await(id + " in sight", () -> element(id).isDisplayed());
  }

  void awaitHidden(String id) {
    await(id + " out of sight", () -> !element(id).isDisplayed());
  }

  /** Waits for a notice with that in it. */
  void awaitNotice(String text) {
    await("the notice \"" + text + "\"", () -> text("notices").contains(text));
  }

  /** Waits until so many more pictures of the other side have been shown. */
  void awaitPictures(int count) {
    awaitShown("remote-video");
    Object shown =
        driver.executeAsyncScript(
            """
            const [count, done] = arguments;
            const video = document.getElementById('remote-video');
            let shown = 0;
            const look = () => (++shown < count ? video.requestVideoFrameCallback(look) : done(shown));
            video.requestVideoFrameCallback(look);
            """,
            count);
    assertThat(shown).isEqualTo((long) count);
  }

  /** Checks that nothing reaches over the edge of the window. */
  void assertFitsItsWidth() {
    assertThat(driver.executeScript("return document.documentElement.scrollWidth - innerWidth;"))
        .as("pixels over the edge")
        .satisfies(pixels -> assertThat((Long) pixels).isLessThanOrEqualTo(0));
  }

  /** Checks that neither scripts nor the policy had anything to complain of. */
  void assertNoFailures() {
    assertThat(driver.executeScript("return window.failures;")).isEqualTo(List.of());
  }

  String text(String id) {
    return textOf("#" + id);
  }

  private String textOf(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  private WebElement element(String id) {
    return driver.findElement(By.id(id));
  }

  private void await(String what, Supplier<Boolean> condition) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .ignoring(NoSuchElementException.class)
        .withMessage(() -> "No " + what + "; the page shows:\n" + textOf("body"))
        .until(ignored -> condition.get());
  }
}
