/**
 * Measures the client in browsers, beside PeerJS and a bare channel; run on its own, not as a test.
 */
package io.github.teapeer.selenium.benchmark;
