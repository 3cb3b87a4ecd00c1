package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.selenium.server.ServerKind;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What waits for the channel goes on by the channel's events alone: while no timer elapses, several
 * times what a channel takes is sent and arrives.
 */
@ExtendWith(StageExtension.class)
class FlowControlTest {
  private static final int SENT = 8 << 20;

  /** The receiver's, which ends what stays incomplete. It does not elapse here. */
  private static final String AGE_LIMIT = "setTimeout 60000";

  private static final String CALL =
      "const done = arguments[arguments.length - 1]; const [name, ...args] = [...arguments].slice(0, -1);"
          + " flow[name](...args).then(done, error => done(String(error)));";

  @ParameterizedTest
  @CsvSource({
    "CHROMIUM, FIREFOX, binary",
    "CHROMIUM, FIREFOX, json",
    "CHROMIUM, FIREFOX, raw",
    "FIREFOX, CHROMIUM, binary",
    "FIREFOX, CHROMIUM, json",
    "FIREFOX, CHROMIUM, raw"
  })
  void whatWaitsNeedsNoTimer(BrowserKind from, BrowserKind to, String serialization, Stage stage) {
    TestPage sender = stage.load(from, 0, Library.OURS, "flow.html");
    TestPage receiver = stage.load(to, 1, Library.OURS, "flow.html");
    int port = stage.server(ServerKind.OURS).port();
    Object id = call(receiver, "open", port);
    call(sender, "open", port);
    call(sender, "connect", id, serialization);
    call(receiver, "connected");
    receiver.browser().driver().executeScript("window.all = flow.receive(arguments[0]);", SENT);
    Map<?, ?> sent = (Map<?, ?>) call(sender, "send");
    Map<?, ?> received =
        (Map<?, ?>) receiver.browser().driver().executeAsyncScript("all.then(arguments[0]);");
    assertThat(sent.get("failures")).isEqualTo(List.of()).isEqualTo(received.get("failures"));
    assertThat(sent.get("waited")).isEqualTo(true);
    assertThat((long) sent.get("lows")).isGreaterThanOrEqualTo(SENT / (1L << 20) / 2);
    assertThat(sent.get("left")).isEqualTo(0L);
    assertThat(received.get("received")).isEqualTo((long) SENT);
    assertThat((List<?>) sent.get("set")).as("timers of the sender").isEmpty();
    assertThat(received.get("set"))
        .as("timers of the receiver")
        .isEqualTo(serialization.equals("binary") ? List.of(AGE_LIMIT) : List.of());
  }

  private static Object call(TestPage page, Object... nameAndArguments) {
    return page.browser().driver().executeAsyncScript(CALL, nameAndArguments);
  }
}
