package io.github.teapeer.client.peer;

/** Is told once how a connection is doing. */
public interface ReportConsumer {
  /**
   * Gets the report.
   *
   * @param report what is known
   */
  void accept(ConnectionReport report);
}
