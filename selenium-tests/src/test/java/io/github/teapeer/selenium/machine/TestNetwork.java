package io.github.teapeer.selenium.machine;

/** The network that the browsers of this run live in. */
public enum TestNetwork {
  /**
   * A namespace of the run's own with one address that is not loopback, made by {@code
   * build-support/namespace/bin/java}.
   */
  NAMESPACE,

  /** This machine's network: browsers are told to gather loopback candidates as well. */
  HOST;

  /** What the wrapper that started this JVM reported; {@link #HOST} when there was no wrapper. */
  public static TestNetwork current() {
    return "namespace".equals(System.getenv("TEAPEER_TEST_NETWORK")) ? NAMESPACE : HOST;
  }
}
