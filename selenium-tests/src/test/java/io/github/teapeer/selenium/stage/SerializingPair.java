package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.page.PageDataConnection;
import io.github.teapeer.selenium.page.PagePeer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.server.ServerKind;
import java.util.List;
import java.util.Map;

/**
 * Two open peers with serializers, in two browsers. {@link #close()} checks that the test has taken
 * every event of both pages.
 */
public final class SerializingPair implements AutoCloseable {
  private static final String PAGE = "serializers.html";

  private final List<TestPage> pages;
  private final PagePeer caller;
  private final PagePeer callee;
  private final String calleeId;

  private SerializingPair(Stage stage, SerializingSide from, SerializingSide to) {
    Map<String, Object> options = Map.of("port", stage.server(ServerKind.OURS).port());
    pages =
        List.of(
            stage.load(from.side().browser(), 0, from.side().library(), PAGE),
            stage.load(to.side().browser(), 1, to.side().library(), PAGE));
    caller = pages.get(0).createSerializingPeer(from.kind(), "caller", options);
    callee = pages.get(1).createSerializingPeer(to.kind(), "callee", options);
    caller.takeOpen();
    calleeId = callee.takeOpen();
  }

  /** Loads both pages, and returns when both peers are open. */
  public static SerializingPair open(Stage stage, SerializingSide caller, SerializingSide callee) {
    return new SerializingPair(stage, caller, callee);
  }

  /** The peer that connects. */
  public PagePeer caller() {
    return caller;
  }

  /** The peer that is connected to. */
  public PagePeer callee() {
    return callee;
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
    pages.forEach(page -> page.events().assertExhausted());
  }
}
