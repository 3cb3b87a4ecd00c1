package io.github.teapeer.selenium.browser;

import io.github.teapeer.selenium.machine.Place;
import java.net.URI;
import java.util.Optional;

/**
 * Where a browser runs, and what it is to trust.
 *
 * @param place where it runs
 * @param origin its pages' origin, trusted as if it had TLS; empty where they come from {@code
 *     localhost}, which browsers trust anyway
 */
record Site(Place place, Optional<URI> origin) {
  /** The network of this JVM. */
  static final Site HERE = new Site(Place.HERE, Optional.empty());
}
