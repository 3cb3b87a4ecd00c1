package io.github.teapeer.selenium.machine;

/** The network that the browsers of this run live in. */
public enum TestNetwork {
  /**
   * A namespace of the run's own with one address that is not loopback, made by {@code
   * build-support/namespace/bin/java}.
   */
  NAMESPACE("10.9.0.1"),

  /** This machine's network: browsers are told to gather loopback candidates as well. */
  HOST("127.0.0.1");

  private final String address;

  TestNetwork(String address) {
    this.address = address;
  }

  /** An address that browsers take for one of a network. */
  public String address() {
    return address;
  }

  /** What the wrapper that started this JVM reported; {@link #HOST} when there was no wrapper. */
  public static TestNetwork current() {
    return "namespace".equals(System.getenv("TEAPEER_TEST_NETWORK")) ? NAMESPACE : HOST;
  }
}
