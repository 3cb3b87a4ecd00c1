package io.github.teapeer.client.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * A world of pages, a network and signalling servers, for tests: everything that the client needs
 * of its platform, in virtual time and in one thread. All chance comes from one seed, so that a
 * world that failed can be replayed exactly.
 *
 * <pre>{@code
 * Simulation simulation = new Simulation(seed);
 * SimulatedPlatform alice = simulation.newPage("alice");
 * // … give alice to a Peer …
 * simulation.runUntil(() -> opened, 5000);
 * simulation.network().partition(alice, simulation.server());
 * simulation.runFor(60_000);
 * alice.assertNothingOpen();
 * }</pre>
 *
 * <p>Nothing happens while no {@code run} method runs. Callbacks are called by these methods only,
 * never within the call that asked for them. An exception that escapes from a callback ends the run
 * with a {@link SimulationFailure}, and so does a world that does not come to rest.
 */
public final class Simulation {
  /** How many tasks a single call of a {@code run} method may take, unless told otherwise. */
  public static final long DEFAULT_STEP_LIMIT = 2_000_000;

  private static final int TRACE_LINES_IN_MESSAGE = 25;

  private final long seed;
  private final SplittableRandom root;
  private final RandomGenerator choices;
  private final EventLoop loop = new EventLoop();
  private final Trace trace = new Trace(loop);
  private final SimulatedNetwork network;
  private final IceFabric iceFabric = new IceFabric();
  private final Map<String, SimulatedPlatform> pages = new LinkedHashMap<>();
  private final Map<String, SimulatedSignalingServer> servers = new HashMap<>();
  private final SimulatedSignalingServer server;
  private long stepLimit = DEFAULT_STEP_LIMIT;
  private int identities;

  /**
   * Makes a world with one signalling server, at {@code 0.peerjs.com} port 443, and no pages.
   *
   * @param seed where all chance comes from
   */
  public Simulation(long seed) {
    this.seed = seed;
    root = new SplittableRandom(seed);
    choices = root.split();
    network = new SimulatedNetwork(this, root.split());
    network.onChange(iceFabric::evaluate);
    server = newServer("0.peerjs.com", 443, ServerOptions.DEFAULT);
  }

  /**
   * The seed.
   *
   * @return what this world was made with
   */
  public long seed() {
    return seed;
  }

  /**
   * Chance for the test's own choices; they do not disturb those of the world.
   *
   * @return a generator that depends on the seed alone
   */
  public RandomGenerator random() {
    return choices;
  }

  /**
   * The network.
   *
   * @return what connects the pages and servers
   */
  public SimulatedNetwork network() {
    return network;
  }

  /**
   * The signalling server that a Peer uses by default.
   *
   * @return the server at {@code 0.peerjs.com}
   */
  public SimulatedSignalingServer server() {
    return server;
  }

  /**
   * Starts another signalling server.
   *
   * @param host its host name
   * @param port its port; TLS is accepted on every port
   * @param options how it behaves
   * @return the server
   * @throws IllegalArgumentException if there is one already
   */
  public SimulatedSignalingServer newServer(String host, int port, ServerOptions options) {
    SimulatedSignalingServer added =
        new SimulatedSignalingServer(this, host + ":" + port, options, root.split());
    if (servers.putIfAbsent(added.name(), added) != null) {
      throw new IllegalArgumentException("There is a server at " + added.name() + " already");
    }
    return added;
  }

  /**
   * Opens a page: a place where a Peer can live, with a network address of its own.
   *
   * @param name its name in traces and messages
   * @return the page
   * @throws IllegalArgumentException if there is one of this name already
   */
  public SimulatedPlatform newPage(String name) {
    SimulatedPlatform page = new SimulatedPlatform(this, name, pages.size() + 1, root.split());
    if (pages.putIfAbsent(name, page) != null) {
      throw new IllegalArgumentException("There is a page " + name + " already");
    }
    return page;
  }

  /**
   * The pages.
   *
   * @return all pages that were opened, in that order, also those that have gone
   */
  public List<SimulatedPlatform> pages() {
    return new ArrayList<>(pages.values());
  }

  /**
   * The virtual time.
   *
   * @return milliseconds since the world began
   */
  public long now() {
    return loop.now() / EventLoop.MILLISECOND;
  }

  /**
   * Bounds what a single call of a {@code run} method may do, so that a world in which two parties
   * answer each other forever fails instead of hanging.
   *
   * @param steps the number of tasks; {@link #DEFAULT_STEP_LIMIT} by default
   */
  public void setStepLimit(long steps) {
    stepLimit = steps;
  }

  /**
   * Runs until nothing is left to happen. A Peer that is connected to its server sends heartbeats
   * forever: destroy it first, or use {@link #runFor}.
   *
   * @throws SimulationFailure if a callback fails or the world does not come to rest
   */
  public void run() {
    run(Long.MAX_VALUE, () -> false);
  }

  /**
   * Lets time pass.
   *
   * @param milliseconds how much
   * @throws SimulationFailure if a callback fails
   */
  public void runFor(long milliseconds) {
    long end = loop.now() + milliseconds * EventLoop.MILLISECOND;
    run(end, () -> false);
    loop.advanceTo(end);
  }

  /**
   * Runs until a condition is met, which is looked at after every task.
   *
   * @param condition what is waited for
   * @param milliseconds how long at most
   * @throws SimulationFailure if it is not met in time, or a callback fails
   */
  public void runUntil(BooleanSupplier condition, long milliseconds) {
    if (!run(loop.now() + milliseconds * EventLoop.MILLISECOND, condition)) {
      throw failure("The condition was not met within " + milliseconds + " ms", null);
    }
  }

  private boolean run(long end, BooleanSupplier condition) {
    if (loop.isRunning()) {
      throw new IllegalStateException("A callback cannot run the simulation that calls it");
    }
    loop.allowSteps(stepLimit);
    try {
      while (!condition.getAsBoolean()) {
        if (loop.nextTime() > end || loop.nextTime() == Long.MAX_VALUE) {
          return false;
        }
        loop.step();
      }
      return true;
    } catch (EventLoop.LivelockException livelock) {
      throw failure("The world did not come to rest within " + stepLimit + " steps", livelock);
    }
  }

  /**
   * What happened so far: every message, event and state, a line each, with its time and the page
   * or server that saw it. Two worlds of the same seed in which the same was done have the same
   * trace.
   *
   * @return the last 20,000 lines
   */
  public List<String> trace() {
    return trace.lines();
  }

  /**
   * A digest of the whole trace.
   *
   * @return a number that differs, in all likelihood, where two traces do
   */
  public long fingerprint() {
    return trace.digest();
  }

  @Override
  public String toString() {
    return "Simulation of seed " + seed + " at " + now() + " ms";
  }

  SimulationFailure failure(String message, Throwable cause) {
    String recent = String.join("\n  ", trace.lastLines(TRACE_LINES_IN_MESSAGE));
    return new SimulationFailure(
        seed, message + " (seed " + seed + ", at " + now() + " ms). Last:\n  " + recent, cause);
  }

  EventLoop loop() {
    return loop;
  }

  void trace(String who, String what) {
    trace.add(who, what);
  }

  IceFabric iceFabric() {
    return iceFabric;
  }

  /** The server at an address, or null. */
  SimulatedSignalingServer serverAt(String authority) {
    return servers.get(authority);
  }

  /** A number that nothing else in this world has. */
  int nextIdentity() {
    return ++identities;
  }
}
