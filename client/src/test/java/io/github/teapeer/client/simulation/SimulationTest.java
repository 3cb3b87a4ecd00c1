package io.github.teapeer.client.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.webrtc.RTCDataChannel;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

class SimulationTest {
  private final Simulation simulation = new Simulation(42);
  private final SimulatedPlatform page = simulation.newPage("page");

  @Test
  void timersElapseInTheOrderOfTheirTimes() {
    List<String> elapsed = new ArrayList<>();
    page.setTimeout(() -> elapsed.add("late at " + simulation.now()), 200);
    page.setTimeout(() -> elapsed.add("early at " + simulation.now()), 100);
    simulation.run();
    assertThat(elapsed).containsExactly("early at 100", "late at 200");
  }

  @Test
  void timersOfTheSameTimeElapseInTheOrderInWhichTheyWereSet() {
    List<Integer> elapsed = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      page.setTimeout(() -> elapsed.add(number), 50);
    }
    simulation.run();
    assertThat(elapsed).isSorted().hasSize(100);
  }

  @Test
  void aTimerThatWasClearedDoesNotElapse() {
    List<String> elapsed = new ArrayList<>();
    int timer = page.setTimeout(() -> elapsed.add("cleared"), 100);
    page.clearTimeout(timer);
    simulation.run();
    assertThat(elapsed).isEmpty();
    assertThat(page.openResources().isEmpty()).isTrue();
  }

  @Test
  void microtasksRunBeforeTheNextTimer() {
    List<String> order = new ArrayList<>();
    page.setTimeout(
        () -> {
          SimulatedPromise<JSObject> promise = page.newPromise();
          promise.then(value -> order.add("microtask"), reason -> {});
          promise.fulfill(null);
          order.add("timer");
        },
        10);
    page.setTimeout(() -> order.add("next timer"), 10);
    simulation.run();
    assertThat(order).containsExactly("timer", "microtask", "next timer");
  }

  @Test
  void aReactionIsNotCalledWithinTheCallThatAskedForIt() {
    List<String> reactions = new ArrayList<>();
    SimulatedPromise<JSObject> promise = page.newPromise();
    promise.fulfill(null);
    promise.then(value -> reactions.add("called"), reason -> {});
    assertThat(reactions).isEmpty();
    simulation.run();
    assertThat(reactions).containsExactly("called");
  }

  @Test
  void anExceptionThatEscapesFromACallbackEndsTheRunAndNamesTheSeed() {
    page.setTimeout(
        () -> {
          throw new IllegalArgumentException("on purpose");
        },
        10);
    assertThatThrownBy(simulation::run)
        .isInstanceOf(SimulationFailure.class)
        .hasMessageContaining("page page")
        .hasMessageContaining("on purpose")
        .hasMessageContaining("seed 42")
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUncaughtHandlerTakesExceptionsInstead() {
    List<Throwable> uncaught = new ArrayList<>();
    page.setUncaughtHandler(uncaught::add);
    page.setTimeout(
        () -> {
          throw new IllegalArgumentException("on purpose");
        },
        10);
    simulation.run();
    assertThat(uncaught).singleElement().isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRejectionThatNobodyHandlesEndsTheRun() {
    page.newPromise().reject(JavaValue.of("reason"));
    assertThatThrownBy(simulation::run)
        .isInstanceOf(SimulationFailure.class)
        .hasMessageContaining("not handled: reason");
  }

  @Test
  void aRejectionThatIsHandledInTimeIsNoFailure() {
    List<JSObject> reasons = new ArrayList<>();
    SimulatedPromise<JSObject> promise = page.newPromise();
    promise.reject(JavaValue.of("reason"));
    promise.then(value -> {}, reasons::add);
    simulation.run();
    assertThat(reasons).containsExactly(JavaValue.of("reason"));
  }

  @Test
  void aConditionThatIsNotMetInTimeFails() {
    assertThatThrownBy(() -> simulation.runUntil(() -> false, 500))
        .isInstanceOf(SimulationFailure.class)
        .hasMessageContaining("not met within 500 ms");
  }

  @Test
  void runForLetsTimePassThoughNothingHappens() {
    simulation.runFor(1234);
    assertThat(simulation.now()).isEqualTo(1234);
  }

  @Test
  void aWorldThatDoesNotComeToRestFails() {
    simulation.setStepLimit(1000);
    reschedule();
    assertThatThrownBy(simulation::run)
        .isInstanceOf(SimulationFailure.class)
        .hasMessageContaining("1000 steps");
  }

  private void reschedule() {
    page.setTimeout(this::reschedule, 10);
  }

  @Test
  void microtasksThatNeverEndFail() {
    simulation.setStepLimit(1000);
    page.setTimeout(this::reactForEver, 1);
    assertThatThrownBy(simulation::run).isInstanceOf(SimulationFailure.class);
  }

  private void reactForEver() {
    SimulatedPromise<JSObject> promise = page.newPromise();
    promise.then(value -> reactForEver(), reason -> {});
    promise.fulfill(null);
  }

  @Test
  void aCallbackCannotRunTheSimulation() {
    page.setTimeout(simulation::run, 1);
    assertThatThrownBy(simulation::run).hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void nothingIsCalledOnAPageThatHasGone() {
    List<String> elapsed = new ArrayList<>();
    page.setTimeout(() -> elapsed.add("too late"), 100);
    page.setTimeout(page::killTab, 50);
    simulation.run();
    assertThat(elapsed).isEmpty();
  }

  @Test
  void pagesHaveNamesOfTheirOwn() {
    assertThatThrownBy(() -> simulation.newPage("page"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tokensAreUnique() {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      tokens.add(page.randomToken());
    }
    assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> token.matches("[a-z0-9]{14,}"));
  }

  @Test
  void theSameSeedGivesTheSameTrace() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(scenario(seed).trace()).isEqualTo(scenario(seed).trace());
      assertThat(scenario(seed).fingerprint()).isEqualTo(scenario(seed).fingerprint());
    }
  }

  @Test
  void anotherSeedGivesAnotherTrace() {
    assertThat(scenario(1).fingerprint()).isNotEqualTo(scenario(2).fingerprint());
  }

  private static Simulation scenario(long seed) {
    Simulation world = new Simulation(seed);
    world.network().setConditions(LinkConditions.POOR);
    RtcPair pair = new RtcPair(world);
    RTCDataChannelInit options = RTCDataChannelInit.create();
    options.setOrdered(world.random().nextBoolean());
    List<RTCDataChannel> ends = pair.open(options);
    for (int i = 0; i < 50; i++) {
      ends.get(0).send(JavaValue.of("message " + i));
    }
    world.runFor(2000);
    world.network().partition(pair.leftPage, pair.rightPage);
    world.runFor(world.random().nextInt(20_000));
    world.network().healAll();
    world.runFor(20_000);
    pair.left.close();
    world.run();
    return world;
  }
}
