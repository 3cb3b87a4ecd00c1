package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.teavm.jso.JSObject;

/**
 * Runs the asynchronous operations of a peer connection one after the other. Those of a connection
 * that is closed meanwhile are never settled.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#dfn-operations-chain">WebRTC, operations chain</a>
 */
final class OperationsChain {
  private static final int LONGEST_OPERATION = 2000;

  private final SimulatedPlatform page;
  private final SimulatedPeerConnection connection;
  private final Deque<Runnable> operations = new ArrayDeque<>();

  OperationsChain(SimulatedPlatform page, SimulatedPeerConnection connection) {
    this.page = page;
    this.connection = connection;
  }

  boolean isEmpty() {
    return operations.isEmpty();
  }

  /** Runs steps when it is their turn; what they throw rejects the promise. */
  <T extends JSObject> Promise<T> chain(String name, Supplier<T> steps) {
    SimulatedPromise<T> promise = page.newPromise();
    if (connection.isClosed()) {
      promise.reject(DomException.invalidState("The RTCPeerConnection is closed"));
      return promise;
    }
    operations.add(() -> perform(name, steps, promise));
    if (operations.size() == 1) {
      start();
    }
    return promise;
  }

  private void start() {
    long duration = 1L + page.chance().nextInt(LONGEST_OPERATION);
    page.schedule(
        duration,
        () -> {
          if (!connection.isClosed()) {
            operations.peek().run();
          }
        });
  }

  private <T extends JSObject> void perform(
      String name, Supplier<T> steps, SimulatedPromise<T> promise) {
    try {
      T value = steps.get();
      page.trace(connection.label() + " " + name);
      promise.fulfill(value);
    } catch (DomException refused) {
      page.trace(connection.label() + " " + name + " rejected: " + refused);
      promise.reject(refused);
    }
    // The next operation starts in the reaction to the promise, after the page's reactions.
    page.afterScript(this::next);
  }

  private void next() {
    operations.poll();
    if (!operations.isEmpty()) {
      start();
    } else {
      connection.operationsDone();
    }
  }
}
