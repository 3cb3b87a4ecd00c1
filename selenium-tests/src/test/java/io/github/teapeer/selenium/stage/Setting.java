package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.server.ServerKind;

/** Who connects to whom, and through which server. */
public record Setting(Side caller, Side callee, ServerKind server) {
  @Override
  public String toString() {
    return caller + " to " + callee + ", " + server;
  }
}
