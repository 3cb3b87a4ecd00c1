package io.github.teapeer.selenium.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A DataConnection in a page. The methods follow those of the JavaScript object. */
public final class PageDataConnection extends PageConnection {
  PageDataConnection(TestPage page, String name) {
    super(page, name);
  }

  /**
   * Sends one value.
   *
   * @throws PageCommandException when {@code send} throws
   */
  public void send(Value value) {
    page().run("send", Map.of("name", name(), "value", value.recipe()));
  }

  /**
   * Sends the values one after the other, without waiting for anything in between.
   *
   * @return for each value what {@code send} threw, empty when it did not
   */
  public List<Optional<String>> sendAll(List<Value> values) {
    List<Object> recipes = values.stream().map(Value::recipe).toList();
    List<?> failures = (List<?>) page().run("sendAll", Map.of("name", name(), "values", recipes));
    return failures.stream().map(failure -> Optional.ofNullable((String) failure)).toList();
  }

  /** Waits for {@code data} as its next event, and returns what came. */
  public Description takeData() {
    return take("data").arguments().get(0);
  }

  /** Closes it on both sides once everything sent has been delivered. */
  public void closeAfterFlush() {
    invoke("close", Map.of("flush", true));
  }
}
