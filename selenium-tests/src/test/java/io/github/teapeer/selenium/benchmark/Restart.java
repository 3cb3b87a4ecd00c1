package io.github.teapeer.selenium.benchmark;

/** What becomes of clients whose server is killed and started again. */
final class Restart {
  private Restart() {}

  /**
   * Kills a server, starts another one in its place, and has everybody come back with the id and
   * the token of before.
   *
   * @return how long it takes until all are in again, once the server listens, in milliseconds
   */
  static double milliseconds(MeasuredServer.Kind kind, int clients) {
    int port;
    try (MeasuredServer server = MeasuredServer.start(kind, MeasuredServer.Setup.DEFAULT)) {
      port = server.port();
      try (Swarm first = new Swarm(port, "back-", clients)) {
        first.relay(0.2, 10);
        server.kill();
      }
    }
    MeasuredServer.Setup again = MeasuredServer.Setup.DEFAULT.withPort(port);
    try (MeasuredServer server = MeasuredServer.start(kind, again)) {
      long start = System.nanoTime();
      try (Swarm back = new Swarm(server.port(), "back-", clients)) {
        double millis = (System.nanoTime() - start) / 1e6;
        if (back.relay(0.2, 10).perSecond() == 0) {
          throw new IllegalStateException("They are back, and do not reach each other");
        }
        return millis;
      }
    }
  }
}
