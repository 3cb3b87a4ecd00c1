package io.github.teapeer.client.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The network of a simulated world. Between each two hosts there is a link that delays packets, may
 * lose them, and carries a limited number of bytes a second.
 *
 * <p>A link that is partitioned carries nothing, and tells nobody: sockets stay open and what was
 * sent over them arrives after the link has healed, as TCP would have it; peer connections notice
 * after a while, as ICE would.
 */
public final class SimulatedNetwork {
  private final Simulation simulation;
  private final SplittableRandom random;
  private final Map<String, Link> links = new HashMap<>();
  private final Set<SimulatedHost> isolated = new HashSet<>();
  private final Set<SimulatedHost> dead = new HashSet<>();
  private final Set<Pipe> pipes = new LinkedHashSet<>();
  private final List<Runnable> changeListeners = new ArrayList<>();
  private LinkConditions conditions = LinkConditions.DEFAULT;
  private boolean changeQueued;

  SimulatedNetwork(Simulation simulation, SplittableRandom random) {
    this.simulation = simulation;
    this.random = random;
  }

  /**
   * Sets what all links are like, also those that do not carry anything yet.
   *
   * @param newConditions {@link LinkConditions#DEFAULT} by default
   */
  public void setConditions(LinkConditions newConditions) {
    conditions = newConditions;
    links.values().forEach(link -> link.setConditions(newConditions));
  }

  /**
   * Sets what one link is like.
   *
   * @param one a page or server
   * @param other a page or server
   * @param newConditions what it is like
   */
  public void setConditions(SimulatedHost one, SimulatedHost other, LinkConditions newConditions) {
    link(one, other).setConditions(newConditions);
  }

  /**
   * Cuts a link, in both directions.
   *
   * @param one a page or server
   * @param other a page or server
   */
  public void partition(SimulatedHost one, SimulatedHost other) {
    simulation.trace("network", "cut between " + one.name() + " and " + other.name());
    link(one, other).setPartitioned(true);
    changed();
  }

  /**
   * Mends a link that was cut.
   *
   * @param one a page or server
   * @param other a page or server
   */
  public void heal(SimulatedHost one, SimulatedHost other) {
    simulation.trace("network", "mended between " + one.name() + " and " + other.name());
    link(one, other).setPartitioned(false);
    changed();
  }

  /**
   * Puts symmetric NATs between two pages: peer connections find a way through a relay alone.
   *
   * @param one a page
   * @param other a page
   */
  public void separate(SimulatedHost one, SimulatedHost other) {
    simulation.trace("network", "NATs between " + one.name() + " and " + other.name());
    link(one, other).setSeparated();
    changed();
  }

  /** Whether there are symmetric NATs between two hosts. */
  boolean isSeparated(SimulatedHost one, SimulatedHost other) {
    return link(one, other).isSeparated();
  }

  /**
   * Cuts all links of a host.
   *
   * @param host a page or server
   */
  public void isolate(SimulatedHost host) {
    simulation.trace("network", "cut around " + host.name());
    isolated.add(host);
    changed();
  }

  /** Mends everything that was cut. */
  public void healAll() {
    simulation.trace("network", "mended");
    isolated.clear();
    links.values().forEach(link -> link.setPartitioned(false));
    changed();
  }

  /**
   * Tells whether two hosts can reach each other.
   *
   * @param one a page or server
   * @param other a page or server
   * @return false where the link is cut or one of them has no power
   */
  public boolean isUp(SimulatedHost one, SimulatedHost other) {
    if (dead.contains(one) || dead.contains(other)) {
      return false;
    }
    return one == other
        || !(isolated.contains(one)
            || isolated.contains(other)
            || link(one, other).isPartitioned());
  }

  /** Nothing reaches or leaves a host any more, ever. */
  void kill(SimulatedHost host) {
    dead.add(host);
    changed();
  }

  Link link(SimulatedHost one, SimulatedHost other) {
    boolean inOrder = one.name().compareTo(other.name()) <= 0;
    String key = inOrder ? one.name() + "\n" + other.name() : other.name() + "\n" + one.name();
    return links.computeIfAbsent(
        key, created -> new Link(simulation.loop(), random.split(), conditions));
  }

  /** Makes a stream of packets from one host to another. */
  Pipe newPipe(SimulatedHost from, SimulatedHost to, Pipe.Route route) {
    int direction = from.name().compareTo(to.name()) <= 0 ? 0 : 1;
    Pipe pipe = new Pipe(this, simulation.loop(), link(from, to), direction, route);
    pipes.add(pipe);
    return pipe;
  }

  void remove(Pipe pipe) {
    pipes.remove(pipe);
  }

  /** Is told whenever hosts may have become reachable or unreachable. */
  void onChange(Runnable listener) {
    changeListeners.add(listener);
  }

  /** Something about who reaches whom has changed. */
  void changed() {
    if (changeQueued) {
      return;
    }
    changeQueued = true;
    simulation
        .loop()
        .queue(
            () -> {
              changeQueued = false;
              new ArrayList<>(pipes).forEach(Pipe::resume);
              changeListeners.forEach(Runnable::run);
            });
  }
}
