package io.github.teapeer.client.simulation;

/** What STUN or TURN servers do for a page that is configured to use them. */
public enum IceServers {
  /** They tell the page's address, and relay. */
  SERVING,
  /** They cannot be reached, which Chromium tells as error 701. */
  SILENT,
  /** They refuse the credential, which Chromium tells as error 401. */
  REFUSING
}
