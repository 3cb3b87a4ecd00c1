package io.github.teapeer.selenium.page;

import io.github.teapeer.selenium.machine.Await;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A peer or connection that lives in a page, known there by its name. */
abstract sealed class PageObject permits PagePeer, PageConnection {
  private final TestPage page;
  private final String name;

  PageObject(TestPage page, String name) {
    this.page = page;
    this.name = name;
  }

  /** The page it lives in. */
  public TestPage page() {
    return page;
  }

  String name() {
    return name;
  }

  /** What one of its properties is. */
  public Description property(String property) {
    return Description.fromJson(page.run("property", Map.of("name", name, "property", property)));
  }

  /** The types of its members of those names: JavaScript's {@code typeof}, and "null" for null. */
  public List<String> members(String... names) {
    return Answers.texts(page.run("members", Map.of("name", name, "members", List.of(names))));
  }

  /** What it has raised so far of the events that depend on timing, with their first arguments. */
  public List<String> notes() {
    return Answers.texts(page.run("notes", Map.of("name", name)));
  }

  /** Waits until it has raised such an event. */
  public void awaitNote(String event) {
    Await.until(event + " of " + this, () -> notes().stream().anyMatch(n -> n.startsWith(event)));
  }

  /** Uses its event emitter in every way, and returns what came of it as one line of JSON. */
  public String useEmitter() {
    return CompactJson.write(page.run("emitter", Map.of("name", name)));
  }

  /**
   * Waits for its next event, which must be the one named.
   *
   * @throws AssertionError when another comes first, or none within forty seconds
   */
  public Event take(String event) {
    return page.events().take(name, event);
  }

  /**
   * Waits for an event, and takes it with those that came before.
   *
   * @param mayPrecede the names of events that may come before, as often as they like
   * @return all of them, the one of that name last
   */
  public List<Event> takeAfterAny(String event, String... mayPrecede) {
    return page.events().takeAfterAny(name, event, Set.of(mayPrecede));
  }

  /** Waits for its next event, which must be an error, and returns the error's description. */
  public Description takeError() {
    return take("error").arguments().get(0);
  }

  void invoke(String method, Object... arguments) {
    page.run("invoke", Map.of("name", name, "method", method, "args", List.of(arguments)));
  }

  @Override
  public String toString() {
    return name + " (" + page + ")";
  }
}
