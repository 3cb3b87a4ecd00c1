package io.github.teapeer.selenium.benchmark;

import io.github.teapeer.selenium.benchmark.MeasuredServer.Kind;
import io.github.teapeer.selenium.benchmark.MeasuredServer.Setup;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Compares this project's signalling server with the npm package {@code peer}. */
public final class ServerBenchmark {
  /** How long each has its turn: not so long that the machine is another one for the next. */
  private static final double SECONDS = 1;

  private static final double WARM_UP_SECONDS = 4;

  /** How many turns a round has. */
  private static final int TURNS = 5;

  private static final double FAULT_SECONDS = 8;
  private static final int[] PAIRS = {1, 16, 128};

  /** Connected before idle sockets are counted, so that what is loaded for the first one is not. */
  private static final int FIRST = 500;

  private static final int CLIENTS = 1_000;

  /** Timeouts that are over before a fault is. */
  private static final Setup IMPATIENT =
      new Setup(0, Duration.ofSeconds(4), List.of("--request_timeout=4000"));

  private ServerBenchmark() {}

  /**
   * Measures, and prints tables.
   *
   * @param arguments the number of rounds, of idle sockets and of rounds with faults; without them
   *     5, 19,000 and 1
   */
  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    int idle = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 19_000;
    int faultRounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    Results speed = results();
    Results sockets = results();
    relay(rounds * TURNS, speed);
    System.out.println(speed.table("Messages, medians of %d turns".formatted(rounds * TURNS)));
    for (int round = 0; round < rounds; round++) {
      for (Kind kind : Kind.values()) {
        rest(kind, idle, sockets);
      }
    }
    System.out.println(sockets.table("Sockets, medians of %d rounds".formatted(rounds)));
    Results faults = results();
    for (int round = 0; round < faultRounds; round++) {
      for (Fault fault : Fault.values()) {
        for (Kind kind : Kind.values()) {
          if (fault.concerns(kind)) {
            suffer(kind, fault, faults);
          }
        }
      }
      for (Kind kind : Kind.values()) {
        String title = "killed and started again: %,d clients back, ms".formatted(CLIENTS);
        faults.add(title, kind.title(), Restart.milliseconds(kind, CLIENTS));
      }
    }
    System.out.println(faults.table("Faults, medians of %d rounds".formatted(faultRounds)));
  }

  private static Results results() {
    return new Results(Kind.OURS.title(), Kind.NPM.title());
  }

  /** Both servers run all the time, and have their turns. */
  private static void relay(int turns, Results results) {
    try (MeasuredServer ours = MeasuredServer.start(Kind.OURS, Setup.UNHURRIED);
        MeasuredServer npm = MeasuredServer.start(Kind.NPM, Setup.UNHURRIED)) {
      for (int pairs : PAIRS) {
        try (Swarm ofOurs = new Swarm(ours.port(), "load-", 2 * pairs);
            Swarm ofNpm = new Swarm(npm.port(), "load-", 2 * pairs)) {
          ofOurs.relay(WARM_UP_SECONDS);
          ofNpm.relay(WARM_UP_SECONDS);
          for (int turn = 0; turn < turns; turn++) {
            relay(Kind.OURS, ours, ofOurs, results);
            relay(Kind.NPM, npm, ofNpm, results);
          }
        }
      }
    }
  }

  private static void relay(Kind kind, MeasuredServer server, Swarm swarm, Results results) {
    double processor = server.usage().processorMillis();
    Swarm.Relayed relayed = swarm.relay(SECONDS);
    processor = server.usage().processorMillis() - processor;
    String title = swarm.size() == 2 ? "1 pair" : swarm.size() / 2 + " pairs";
    results.add(title + ", messages a second", kind.title(), relayed.perSecond());
    results.add(
        title + ", processor time a message, µs",
        kind.title(),
        processor * 1000 / (relayed.perSecond() * SECONDS));
    results.add(title + ", p50, ms", kind.title(), relayed.p50());
    results.add(title + ", p99, ms", kind.title(), relayed.p99());
  }

  private static void rest(Kind kind, int idle, Results results) {
    try (MeasuredServer server = MeasuredServer.start(kind, Setup.DEFAULT);
        Swarm swarm = new Swarm(server.port(), "idle-", FIRST)) {
      double before = server.usage().memory();
      long start = System.nanoTime();
      swarm.add(server.port(), idle - FIRST);
      double seconds = (System.nanoTime() - start) / 1e9;
      double memory = server.usage().memory();
      results.add("idle sockets", kind.title(), swarm.size());
      results.add("sockets opened a second", kind.title(), (idle - FIRST) / seconds);
      results.add(
          "memory of a socket, kB", kind.title(), (memory - before) * 1024 / (idle - FIRST));
      results.add("memory of the process, MB", kind.title(), memory);
    }
  }

  private static void suffer(Kind kind, Fault fault, Results results) {
    String title = fault.title();
    try (MeasuredServer server = MeasuredServer.start(kind, IMPATIENT)) {
      FaultTrial trial = FaultTrial.of(server, fault, FAULT_SECONDS, 0);
      results.add(title + ": p99 before, ms", kind.title(), trial.before().p99());
      results.add(title + ": p99, ms", kind.title(), trial.during().p99());
      results.add(title + ": longest, ms", kind.title(), trial.during().longest());
      results.add(title + ": memory, MB", kind.title(), trial.memoryGrowth());
      if (fault.isToBeEnded()) {
        results.add(title + ": let go, %", kind.title(), trial.letGo());
      }
      results.add(title + ": survived, %", kind.title(), 100);
    } catch (IllegalStateException | UncheckedIOException | CompletionException e) {
      results.add(title + ": survived, %", kind.title(), 0);
      System.out.printf("%s did not get over %s: %s%n", kind.title(), title, e.getMessage());
    }
  }
}
