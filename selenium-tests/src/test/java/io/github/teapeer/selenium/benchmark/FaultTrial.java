package io.github.teapeer.selenium.benchmark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a fault does to a server and to others who use it.
 *
 * @param before of others, 16 pairs with a message every 10 ms
 * @param during the same, while it goes on
 * @param memoryGrowth how much more memory the server had at most, in megabytes
 * @param letGo the percentage of those who did it that the server got rid of; NaN if it need not
 */
record FaultTrial(Swarm.Relayed before, Swarm.Relayed during, double memoryGrowth, double letGo) {
  private static final int PAIRS = 16;
  private static final int PAUSE_MS = 10;
  private static final int BEGINNING_S = 60;

  /**
   * Tries it.
   *
   * @param seconds how long it goes on
   * @param patience for how many seconds after that it is waited for those who did it to be let go
   * @throws IllegalStateException if the server ends, or lets nobody in afterwards
   */
  static FaultTrial of(MeasuredServer server, Fault fault, double seconds, double patience) {
    String name = "calm-" + fault + "-";
    try (Swarm others = new Swarm(server.port(), name, 2 * PAIRS)) {
      Swarm.Relayed before = others.relay(Math.min(1, seconds / 4), PAUSE_MS);
      double memory = server.usage().memory();
      server.usage().resetPeak();
      CompletableFuture<Attack> beginning =
          CompletableFuture.supplyAsync(() -> fault.begin(server.port()));
      Swarm.Relayed during;
      double letGo = Double.NaN;
      try {
        during = others.relay(seconds, PAUSE_MS);
      } finally {
        try (Attack attack = beginning.orTimeout(BEGINNING_S, TimeUnit.SECONDS).join()) {
          if (fault.isToBeEnded()) {
            letGo = attack.letGo();
            long deadline = System.nanoTime() + (long) (patience * 1e9);
            while (letGo < 100 && System.nanoTime() < deadline) {
              letGo = attack.letGo();
            }
          }
        }
      }
      if (!server.isAlive()) {
        throw new IllegalStateException("The server has ended:\n" + server.output());
      }
      double growth = server.usage().peakMemory() - memory;
      try (Swarm afterwards = new Swarm(server.port(), "after-" + name, 2)) {
        afterwards.relay(0.1, PAUSE_MS);
      }
      return new FaultTrial(before, during, growth, letGo);
    }
  }
}
