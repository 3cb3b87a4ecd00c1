package io.github.teapeer.selenium.page;

import java.util.Map;
import java.util.Optional;

/** A Peer in a page. The methods follow those of the JavaScript object. */
public final class PagePeer extends PageObject {
  private int connectionsMade;

  PagePeer(TestPage page, String name) {
    super(page, name);
  }

  /** Waits for {@code open} as its next event, and returns the id that came with it. */
  public String takeOpen() {
    return take("open").arguments().get(0).text();
  }

  /** Waits for {@code connection} as its next event. */
  public PageDataConnection takeConnection() {
    return new PageDataConnection(page(), take("connection").arguments().get(0).text());
  }

  /** Waits for {@code call} as its next event. */
  public PageCall takeCall() {
    return new PageCall(page(), take("call").arguments().get(0).text());
  }

  /**
   * Connects to the peer of that id.
   *
   * @param options of {@code connect}; {@code metadata} is given as a {@link Value}'s recipe
   * @return empty when the peer refused and returned undefined
   */
  public Optional<PageDataConnection> tryConnect(String id, Map<String, ?> options) {
    String connection = name() + "/out-" + ++connectionsMade;
    boolean made =
        (boolean)
            page()
                .run(
                    "connect",
                    Map.of("peer", name(), "name", connection, "id", id, "options", options));
    return made ? Optional.of(new PageDataConnection(page(), connection)) : Optional.empty();
  }

  /** Connects to the peer of that id, which must not be refused. */
  public PageDataConnection connect(String id, Map<String, ?> options) {
    return tryConnect(id, options)
        .orElseThrow(() -> new AssertionError(this + " returned undefined from connect"));
  }

  /**
   * Calls the peer of that id with the stream of this browser's camera and microphone.
   *
   * @param options of {@code call}; {@code metadata} is given as a {@link Value}'s recipe
   */
  public PageCall call(String id, Map<String, ?> options) {
    String call = name() + "/out-" + ++connectionsMade;
    page().run("call", Map.of("peer", name(), "name", call, "id", id, "options", options));
    return new PageCall(page(), call);
  }

  /**
   * Calls the peer of that id without sending anything.
   *
   * @param options of {@code call}
   */
  public PageCall callToReceive(String id, Map<String, ?> options) {
    String call = name() + "/out-" + ++connectionsMade;
    page().run("callToReceive", Map.of("peer", name(), "name", call, "id", id, "options", options));
    return new PageCall(page(), call);
  }

  /** Connects to the peer of that id, and aborts that at once. */
  public PageDataConnection connectAndAbort(String id) {
    return new PageDataConnection(page(), makeAndAbort("connect", id));
  }

  /** Calls the peer of that id, and aborts that at once. */
  public PageCall callAndAbort(String id) {
    return new PageCall(page(), makeAndAbort("call", id));
  }

  private String makeAndAbort(String method, String id) {
    String made = name() + "/out-" + ++connectionsMade;
    page().run("abort", Map.of("peer", name(), "name", made, "id", id, "method", method));
    return made;
  }

  /**
   * What {@code connect} or {@code call} throws for options.
   *
   * @return the error's name, empty where it throws none
   */
  public Optional<String> refusal(String method, Map<String, ?> options) {
    return Optional.ofNullable(
        (String)
            page().run("refusal", Map.of("peer", name(), "method", method, "options", options)));
  }

  /** How many connections are left in its {@code connections}. */
  public int connectionCount() {
    return ((Number) page().run("connectionCount", Map.of("name", name()))).intValue();
  }

  /** Leaves the server; connections stay. */
  public void disconnect() {
    invoke("disconnect");
  }

  /** Waits for the next message that the server sends it. */
  public void awaitServerMessage() {
    page().run("nextServerMessage", Map.of("name", name()));
  }

  /** Comes back to the server. */
  public void reconnect() {
    invoke("reconnect");
  }

  /** Ends the peer and all its connections. */
  public void destroy() {
    invoke("destroy");
  }
}
