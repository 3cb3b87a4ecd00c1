package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.server.ServerKind;

/** Who connects to whom, and through which server. */
public record Setting(Side caller, Side callee, ServerKind server) {
  /** Whether one of the two uses that library. */
  public boolean has(Library library) {
    return caller.library() == library || callee.library() == library;
  }

  @Override
  public String toString() {
    return caller + " to " + callee + ", " + server;
  }
}
