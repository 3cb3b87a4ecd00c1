/**
 * Drives Firefox without geckodriver: an ordinary {@code RemoteWebDriver} whose HTTP requests are
 * carried out, in this JVM, as commands on Firefox's Marionette port. That is the translation
 * geckodriver does.
 *
 * @see <a href="https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html">The
 *     Marionette protocol</a>
 */
package io.github.teapeer.selenium.marionette;
