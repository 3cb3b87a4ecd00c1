package io.github.teapeer.client.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedEventTargetTest {
  private final Simulation simulation = new Simulation(1);
  private final SimulatedMediaStreamTrack target = simulation.newPage("page").newTrack("audio");
  private final List<String> calls = new ArrayList<>();

  private EventHandler<Event> handler(String name) {
    return event -> calls.add(name);
  }

  private void fire() {
    target.queueEvent("ended");
    simulation.run();
  }

  @Test
  void listenersAreCalledInTheOrderInWhichTheyWereAdded() {
    target.addEventListener("ended", handler("first"));
    target.setOnended(handler("second"));
    target.addEventListener("ended", handler("third"));
    fire();
    assertThat(calls).containsExactly("first", "second", "third");
  }

  @Test
  void anAttributeKeepsItsPlaceWhenItChangesAndLosesItWhenItIsNull() {
    target.setOnended(handler("old"));
    target.addEventListener("ended", handler("listener"));
    target.setOnended(handler("new"));
    fire();
    target.setOnended(null);
    target.setOnended(handler("newest"));
    fire();
    assertThat(calls).containsExactly("new", "listener", "listener", "newest");
  }

  @Test
  void aListenerThatIsAddedTwiceIsCalledOnceAndCanBeRemoved() {
    EventHandler<Event> twice = handler("once");
    target.addEventListener("ended", twice);
    target.addEventListener("ended", twice);
    fire();
    target.removeEventListener("ended", twice);
    target.removeEventListener("unknown", twice);
    fire();
    assertThat(calls).containsExactly("once");
  }

  @Test
  void aListenerThatAnotherOneRemovesIsNotCalled() {
    EventHandler<Event> removed = handler("removed");
    target.addEventListener("ended", (Event event) -> target.removeEventListener("ended", removed));
    target.addEventListener("ended", removed);
    fire();
    assertThat(calls).isEmpty();
  }

  @Test
  void aListenerThatIsAddedDuringAnEventWaitsForTheNext() {
    EventHandler<Event> added = handler("added");
    target.addEventListener("ended", (Event event) -> target.addEventListener("ended", added));
    fire();
    assertThat(calls).isEmpty();
    fire();
    assertThat(calls).containsExactly("added");
  }

  @Test
  void noEventIsDispatchedOutsideOfATask() {
    target.setOnended(handler("called"));
    assertThatThrownBy(() -> target.dispatch(new SimulatedEvent("ended")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(calls).isEmpty();
  }
}
