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

  /**
   * Sends an object whose member {@code value} is found out by a getter, which sends something
   * itself.
   *
   * @param inner what the getter sends
   * @param outer what it gives
   */
  public void sendWithinGetter(Value inner, Value outer) {
    page()
        .run(
            "sendWithinGetter",
            Map.of("name", name(), "inner", inner.recipe(), "outer", outer.recipe()));
  }

  /** Waits for {@code data} as its next event, and returns what came. */
  public Description takeData() {
    return take("data").arguments().get(0);
  }

  /**
   * Begins something that takes time, and does not wait for it.
   *
   * @param what one of the functions in {@code transfers.js}
   */
  public void begin(String what, Map<String, ?> arguments) {
    page().run("begin", Map.of("name", name(), "what", what, "args", arguments));
  }

  /** Waits for what was begun; what came of it, as one line of JSON. */
  public String finish(String what) {
    return CompactJson.write(page().run("finish", Map.of("name", name(), "what", what)));
  }

  /** Begins something, and waits for what comes of it. */
  public String perform(String what, Map<String, ?> arguments) {
    begin(what, arguments);
    return finish(what);
  }

  /** Closes it on both sides once everything sent has been delivered. */
  public void closeAfterFlush() {
    invoke("close", Map.of("flush", true));
  }
}
