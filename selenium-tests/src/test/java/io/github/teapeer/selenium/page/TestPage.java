package io.github.teapeer.selenium.page;

import io.github.teapeer.selenium.browser.BrowserSession;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openqa.selenium.json.Json;

/**
 * A test page loaded in a browser. Usable until the browser loads another page.
 *
 * <p>Commands are carried out by {@code harness.js}; a failing one throws {@link
 * PageCommandException}.
 */
public final class TestPage {
  private static final Json JSON = new Json();
  private static final String RUN =
      "harness.run(arguments[0], arguments[1], arguments[arguments.length - 1]);";

  private final BrowserSession browser;
  private final Library library;
  private final EventLog events = new EventLog(this);

  private TestPage(BrowserSession browser, Library library) {
    this.browser = browser;
    this.library = library;
  }

  /**
   * Loads the page in the browser, leaving what the browser showed before.
   *
   * @param library the one that the page loads at that address
   */
  public static TestPage load(BrowserSession browser, Library library, URI address) {
    browser.navigate(address);
    return new TestPage(browser, library);
  }

  /** The browser that shows it. */
  public BrowserSession browser() {
    return browser;
  }

  /** The library that it loaded. */
  public Library library() {
    return library;
  }

  /** What has happened in it. */
  public EventLog events() {
    return events;
  }

  /**
   * Takes the next of the things that no page may show.
   *
   * @param kind {@code error}, {@code unhandledrejection}, {@code console.error} or {@code
   *     securitypolicyviolation}
   * @return what it said
   */
  public String takeFailure(String kind) {
    return events.take(Event.PAGE, kind).arguments().get(0).text();
  }

  /**
   * Takes all such things so far that say something, if there are any: faults of a published
   * library that show by chance.
   *
   * @param kind as of {@link #takeFailure}
   */
  public void takeAnyFailures(String kind, String words) {
    events.takeAny(Event.PAGE, kind, words);
  }

  /**
   * Creates a peer.
   *
   * @param name what the test calls it, unique in this page
   * @param id its id, or null to be given one by the server
   * @param options added to those that keep the peer inside the test network
   */
  public PagePeer createPeer(String name, String id, Map<String, ?> options) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("name", name);
    arguments.put("id", id);
    arguments.put("options", options);
    run("createPeer", arguments);
    return new PagePeer(this, name);
  }

  /**
   * Creates a peer with serializers, in a page that loads {@code serializers.js}.
   *
   * @param kind which, as that file tells
   * @param name what the test calls it, unique in this page
   * @param options added to those that keep the peer inside the test network
   */
  public PagePeer createSerializingPeer(String kind, String name, Map<String, ?> options) {
    run(
        "createSerializingPeer",
        Map.of("kind", kind, "name", name, "id", UUID.randomUUID(), "options", options));
    return new PagePeer(this, name);
  }

  /** A peer and the connection that it was asked for before it was open. */
  public record EarlyConnection(PagePeer peer, PageDataConnection connection) {}

  /**
   * Creates a peer without an id of its own and connects at once, before it can be open.
   *
   * @param name what the test calls it, unique in this page
   * @param id the id to connect to
   * @param options added to those that keep the peer inside the test network
   */
  public EarlyConnection createPeerAndConnect(String name, String id, Map<String, ?> options) {
    String connection = name + "/early";
    run(
        "createPeerAndConnect",
        Map.of("peer", name, "name", connection, "id", id, "options", options));
    return new EarlyConnection(new PagePeer(this, name), new PageDataConnection(this, connection));
  }

  /**
   * The description of a global value, for example {@code util}, {@code supports}.
   *
   * @param path the names to follow from the global object
   */
  public Description global(String... path) {
    return Description.fromJson(run("global", Map.of("path", List.of(path))));
  }

  /** The types of a global object's members, as {@code typeof} has them. */
  public List<String> globalMembers(List<String> path, List<String> names) {
    return Answers.texts(run("globalMembers", Map.of("path", path, "members", names)));
  }

  /** A peer's options, less those that are not plain data, as one line of JSON. */
  public String optionsOfPeer(Map<String, ?> options) {
    return CompactJson.write(run("optionsOfPeer", Map.of("options", options)));
  }

  /**
   * What is logged when a peer is made with an id that is not valid.
   *
   * @param debug the level of logging
   * @param where the logging function is given as {@code option}, or to {@code util}
   */
  public String logOfInvalidId(int debug, String where) {
    return (String) run("logOfInvalidId", Map.of("debug", debug, "where", where));
  }

  /** What comes of members of {@code util} that the page replaces. */
  public String replaceUtil(Map<String, ?> options) {
    return (String) run("replaceUtil", Map.of("options", options));
  }

  /** From now on, keeps with what options the library asks the browser for offers. */
  public void watchOffers() {
    run("watchOffers", Map.of());
  }

  /** The options of all offers since, as one line of JSON. */
  public String offersSeen() {
    return CompactJson.write(run("offersSeen", Map.of()));
  }

  /** What the functions of {@code util} answer, as one line of JSON. */
  public String useUtil() {
    return CompactJson.write(run("useUtil", Map.of()));
  }

  /** The text of a Blob, read by {@code util.blobToArrayBuffer}. */
  public String readBlobWithUtil(String text) {
    return (String) run("blobAsBuffer", Map.of("text", text));
  }

  /** Whether {@code emit("error")} of a peer to which nobody listens says that it was heard. */
  public boolean emitUnheardError(String id, Map<String, ?> options) {
    return (boolean) run("emitUnheardError", Map.of("id", id, "options", options));
  }

  Object run(String command, Map<String, ?> arguments) {
    Object answer = browser.driver().executeAsyncScript(RUN, command, JSON.toJson(arguments));
    Map<String, Object> outcome = JSON.toType((String) answer, Json.MAP_TYPE);
    if (outcome.containsKey("failure")) {
      throw new PageCommandException(
          (String) outcome.get("failure"), (String) outcome.get("stack"));
    }
    return outcome.get("result");
  }

  @Override
  public String toString() {
    return library + " in " + browser.kind();
  }
}
