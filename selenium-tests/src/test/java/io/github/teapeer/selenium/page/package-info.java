/**
 * Pages that load a PeerJS library with a plain script tag, and the Java side that tells them what
 * to do and reads what happened in them.
 */
package io.github.teapeer.selenium.page;
