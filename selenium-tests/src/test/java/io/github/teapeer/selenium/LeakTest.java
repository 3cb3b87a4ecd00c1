package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.browser.DevTools;
import io.github.teapeer.selenium.machine.Await;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A page that connects, transfers and closes a thousand times holds no more than before. */
@ExtendWith(StageExtension.class)
class LeakTest {
  private static final int CYCLES = 1000;
  private static final int WARM_UP = 100;
  private static final int AT_ONCE = 10;

  /** How many connections one script call makes, which may take a minute. */
  private static final int PORTION = 100;

  private static final double MEGABYTE = 1 << 20;

  private RemoteWebDriver driver;
  private DevTools devTools;

  /** What a page holds when all garbage is gone. */
  private record Held(double heap, int peerConnections, int channels, int listeners) {}

  @Test
  void nothingIsLeftOfAThousandConnections(Stage stage) {
    TestPage page = stage.load(BrowserKind.CHROMIUM, 0, Library.OURS, "cycles.html");
    driver = page.browser().driver();
    devTools = page.browser().devTools();
    run("cycles.open(%d)".formatted(stage.server(ServerKind.OURS).port()));
    cycle(0, WARM_UP);
    Held before = measure();
    for (int from = WARM_UP; from < WARM_UP + CYCLES; from += PORTION) {
      cycle(from, from + PORTION);
    }
    Held after = measure();
    assertThat(after.peerConnections()).isZero();
    assertThat(after.channels()).isZero();
    assertThat(after.listeners()).isEqualTo(before.listeners());
    assertThat(after.heap()).isCloseTo(before.heap(), within(MEGABYTE));
    run("cycles.end()");
    assertThat(run("cycles.timers()")).isEqualTo(0L);
  }

  private void cycle(int from, int end) {
    try {
      assertThat(run("cycles.run(%d, %d, %d)".formatted(from, end, AT_ONCE))).isNull();
    } catch (ScriptTimeoutException e) {
      throw new AssertionError("The page hangs with " + run("cycles.held()"), e);
    }
  }

  /** Runs something of the page that may be a promise. */
  private Object run(String expression) {
    return driver.executeAsyncScript(
        "const done = arguments[0]; Promise.resolve(%s).then(done, e => done(String(e)));"
            .formatted(expression));
  }

  /**
   * Measures when the page holds no more than it must: candidates that came after the end of their
   * connection are kept for up to half a minute, in case that it is being offered.
   */
  private Held measure() {
    Await.until("heartbeats alone", () -> run("cycles.timers()").equals(2L));
    assertThat(run("cycles.held()"))
        .isEqualTo(
            Map.of(
                "steps",
                Map.of(),
                "connections",
                "0 and 0",
                "expected",
                0L,
                "failures",
                List.of()));
    devTools.execute("HeapProfiler.collectGarbage", Map.of());
    int connections = count("RTCPeerConnection");
    int channels = count("RTCDataChannel");
    devTools.execute("HeapProfiler.collectGarbage", Map.of());
    return new Held(
        number(devTools.execute("Runtime.getHeapUsage", Map.of()).get("usedSize")),
        connections,
        channels,
        (int) number(devTools.execute("Memory.getDOMCounters", Map.of()).get("jsEventListeners")));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** How many objects of a class there are, after the garbage is gone. */
  private int count(String type) {
    String prototype = objectId("Runtime.evaluate", Map.of("expression", type + ".prototype"));
    String objects =
        objectId(
            "Runtime.queryObjects",
            Map.of("prototypeObjectId", prototype, "objectGroup", "counted"));
    Map<?, ?> length =
        devTools.execute(
            "Runtime.callFunctionOn",
            Map.of(
                "objectId",
                objects,
                "functionDeclaration",
                "function() { return this.length; }",
                "returnByValue",
                true));
    devTools.execute("Runtime.releaseObjectGroup", Map.of("objectGroup", "counted"));
    devTools.execute("Runtime.releaseObject", Map.of("objectId", prototype));
    return (int) number(((Map<?, ?>) length.get("result")).get("value"));
  }

  private String objectId(String command, Map<String, ?> parameters) {
    Map<String, Object> result = devTools.execute(command, parameters);
    Map<?, ?> object = (Map<?, ?>) result.get(result.containsKey("objects") ? "objects" : "result");
    return (String) object.get("objectId");
  }
}
