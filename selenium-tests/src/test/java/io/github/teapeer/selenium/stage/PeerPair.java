package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Two open peers in two browsers, at the same server. {@link #close()} checks that the test has
 * taken every event of both pages.
 */
public final class PeerPair implements AutoCloseable {
  private static final String CALLER = "caller";
  private static final String CALLEE = "callee";

  private static final URI ELSEWHERE = URI.create("about:blank");

  private final Setting setting;
  private final Map<String, Object> options;
  private final TestPage callerPage;
  private final TestPage calleePage;
  private final PagePeer caller;
  private final PagePeer callee;
  private final String callerId;
  private final String calleeId;
  private boolean callerPageLeft;

  private PeerPair(Stage stage, Setting setting, Map<String, ?> further) {
    this.setting = setting;
    options = new LinkedHashMap<>(further);
    options.put("port", stage.server(setting.server()).port());
    String run = UUID.randomUUID().toString();
    callerPage = stage.load(setting.caller(), 0);
    calleePage = stage.load(setting.callee(), 1);
    caller = callerPage.createPeer(CALLER, CALLER + "-" + run, options);
    callee = calleePage.createPeer(CALLEE, CALLEE + "-" + run, options);
    callerId = caller.takeOpen();
    calleeId = callee.takeOpen();
  }

  /** Loads both pages, and returns when both peers are open. */
  public static PeerPair open(Stage stage, Setting setting) {
    return open(stage, setting, Map.of());
  }

  /** The same, with further options of both peers. */
  public static PeerPair open(Stage stage, Setting setting, Map<String, ?> options) {
    return new PeerPair(stage, setting, options);
  }

  /** The peer that connects. */
  public PagePeer caller() {
    return caller;
  }

  /** The peer that is connected to. */
  public PagePeer callee() {
    return callee;
  }

  /** The page of the peer that connects. */
  public TestPage callerPage() {
    return callerPage;
  }

  /** The page of the peer that is connected to. */
  public TestPage calleePage() {
    return calleePage;
  }

  /** The caller's id. */
  public String callerId() {
    return callerId;
  }

  /** The callee's id. */
  public String calleeId() {
    return calleeId;
  }

  /** The options of a further peer in one of the pages, at the same server. */
  public Map<String, Object> peerOptions() {
    return Collections.unmodifiableMap(options);
  }

  /** The caller's browser goes to another page, which ends the caller. */
  public void leaveCallerPage() {
    callerPage.events().assertExhausted();
    callerPage.browser().navigate(ELSEWHERE);
    callerPageLeft = true;
  }

  /** Connects the two, and returns when both ends are open. */
  public DataPair connect(Map<String, ?> options) {
    PageDataConnection outgoing = caller.connect(calleeId, options);
    PageDataConnection incoming = callee.takeConnection();
    outgoing.take("open");
    incoming.take("open");
    return new DataPair(outgoing, incoming);
  }

  @Override
  public void close() {
    try {
      if (!callerPageLeft) {
        callerPage.events().assertExhausted();
      }
    } finally {
      calleePage.events().assertExhausted();
    }
  }

  @Override
  public String toString() {
    return setting.toString();
  }
}
