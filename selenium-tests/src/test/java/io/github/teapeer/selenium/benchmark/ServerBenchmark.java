package io.github.teapeer.selenium.benchmark;

import java.util.function.Supplier;

/** Compares this project's signalling server with the npm package {@code peer}. */
public final class ServerBenchmark {
  private static final int MESSAGE = 1500;
  private static final double SECONDS = 4;
  private static final int[] PAIRS = {1, 16, 128};
  private static final String OURS = "TeaPeer";
  private static final String NPM = "npm peer";

  private final int idleSockets;
  private final Results results = new Results(OURS, NPM);

  private ServerBenchmark(int idleSockets) {
    this.idleSockets = idleSockets;
  }

  /**
   * Measures, and prints a table.
   *
   * @param arguments the number of rounds, and of idle sockets; without them 3 and 5,000
   */
  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int idle = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
    ServerBenchmark benchmark = new ServerBenchmark(idle);
    for (int round = 0; round < rounds; round++) {
      benchmark.measure(OURS, MeasuredServer::ours);
      benchmark.measure(NPM, MeasuredServer::npm);
    }
    System.out.println(benchmark.results.table("Server, medians of %d rounds".formatted(rounds)));
  }

  private void measure(String contestant, Supplier<MeasuredServer> start) {
    try (MeasuredServer server = start.get()) {
      for (int pairs : PAIRS) {
        try (Swarm swarm = new Swarm(server.port(), 2 * pairs)) {
          swarm.relay(MESSAGE, SECONDS / 2); // warms up
          double processor = server.usage().processorMillis();
          Swarm.Relayed relayed = swarm.relay(MESSAGE, SECONDS);
          processor = server.usage().processorMillis() - processor;
          results.add(pairs + " pairs, messages a second", contestant, relayed.perSecond());
          results.add(
              pairs + " pairs, processor time a message, µs",
              contestant,
              processor * 1000 / (relayed.perSecond() * SECONDS));
          results.add(pairs + " pairs, p50, ms", contestant, relayed.p50());
          results.add(pairs + " pairs, p99, ms", contestant, relayed.p99());
        }
      }
      double before = server.usage().memory();
      try (Swarm swarm = new Swarm(server.port(), idleSockets)) {
        double kilobytes = (server.usage().memory() - before) * 1024 / swarm.size();
        results.add("memory of an idle socket, kB", contestant, kilobytes);
      }
    }
  }
}
