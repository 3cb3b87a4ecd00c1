package io.github.teapeer.selenium.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.selenium.benchmark.MeasuredServer.Kind;
import io.github.teapeer.selenium.benchmark.MeasuredServer.Setup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@link ServerBenchmark} does at length, for a second or two each, with bounds that a busy
 * machine keeps, too.
 */
class ServerUnderFaultTest {
  private static final double SECONDS = 1.5;
  private static final double PATIENCE = 15;

  /** For what a machine may be busy with besides; what is hurt waits for as long as it is. */
  private static final double LONGEST_MS = 1_000;

  private static final double MEGABYTES = 500;

  private static MeasuredServer server;

  @BeforeAll
  static void start() {
    server =
        MeasuredServer.start(
            Kind.OURS, new Setup(0, Duration.ofSeconds(1), List.of("--request_timeout=1000")));
    try (Swarm swarm = new Swarm(server.port(), "warm-", 32)) {
      assertThat(swarm.relay(1).perSecond()).isPositive();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void othersAreNotHurtByIt(Fault fault) {
    double patience = fault.endsByStalling() ? 0 : PATIENCE;
    FaultTrial trial = FaultTrial.of(server, fault, SECONDS, patience);

    assertThat(trial.during().longest()).isLessThan(LONGEST_MS);
    assertThat(trial.memoryGrowth()).isLessThan(MEGABYTES);
    if (fault.isToBeEnded() && !fault.endsByStalling()) {
      assertThat(trial.letGo()).isEqualTo(100);
    }
    assertThat(server.output()).doesNotContain("Exception");
  }

  @Test
  void clientsComeBackToAServerThatWasKilledAndStartedAgain() {
    assertThat(Restart.milliseconds(Kind.OURS, 200)).isLessThan(10_000);
  }

  @Test
  void threeThousandIdleSocketsTakeUpLittleAndDoNotSlowOthersDown() {
    try (MeasuredServer rested = MeasuredServer.start(Kind.OURS, Setup.UNHURRIED);
        Swarm idle = new Swarm(rested.port(), "idle-", 1_000);
        Swarm busy = new Swarm(rested.port(), "busy-", 32)) {
      double before = rested.usage().memory();
      idle.add(rested.port(), 2_000);
      assertThat((rested.usage().memory() - before) * 1024 / 2_000).isLessThan(30);
      assertThat(busy.relay(1).perSecond()).isGreaterThan(1_000);
    }
  }
}
