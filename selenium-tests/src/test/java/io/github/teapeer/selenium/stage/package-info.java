/** What the tests play on: the shared browsers and servers, and the settings they go through. */
package io.github.teapeer.selenium.stage;
