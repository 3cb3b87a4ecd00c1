package io.github.teapeer.client.simulation;

import io.github.teapeer.client.simulation.Packet.Delivery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One direction of a stream of packets between two hosts: a direction of a TCP connection, or of an
 * SCTP stream. While its route is down, what is sent reliably waits, and everything else is lost.
 */
final class Pipe {
  /** Says whether packets get through. */
  @FunctionalInterface
  interface Route {
    boolean isUp();
  }

  private final SimulatedNetwork network;
  private final EventLoop loop;
  private final Link link;
  private final int direction;
  private final Route route;
  private final Deque<Packet> outgoing = new ArrayDeque<>();
  private final Deque<Packet> inOrder = new ArrayDeque<>();
  private final List<Packet> stranded = new ArrayList<>();
  private long lastArrival;
  private int missedArrivals;
  private int underway;
  private EventLoop.Task writing;
  private boolean discarding;
  private boolean closed;

  Pipe(SimulatedNetwork network, EventLoop loop, Link link, int direction, Route route) {
    this.network = network;
    this.loop = loop;
    this.link = link;
    this.direction = direction;
    this.route = route;
  }

  /** Sends a packet; nothing happens where the pipe is closed. */
  void send(Packet packet) {
    if (closed || discarding) {
      return;
    }
    outgoing.add(packet);
    write();
  }

  /** Drops what has not been written yet and sends one last packet instead. */
  void abort(Packet last) {
    dropUnsent();
    send(last);
    discarding = true;
  }

  /** Drops what has not been written yet and takes nothing more; the rest still arrives. */
  void discardUnsent() {
    if (!discarding) {
      discarding = true;
      dropUnsent();
    }
  }

  /** Drops everything. */
  void close() {
    closed = true;
    dropUnsent();
    inOrder.clear();
    stranded.clear();
    network.remove(this);
  }

  private void dropUnsent() {
    outgoing.clear();
    if (writing != null) {
      writing.cancel();
      writing = null;
    }
  }

  /** The route may have come up: what waited goes on. */
  void resume() {
    if (closed || !route.isUp()) {
      return;
    }
    for (; missedArrivals > 0; missedArrivals--) {
      arriveInOrder(link.reliableDelay());
    }
    List<Packet> packets = List.copyOf(stranded);
    stranded.clear();
    packets.forEach(packet -> arriveAlone(packet, link.reliableDelay()));
    write();
  }

  private void write() {
    if (closed || writing != null || outgoing.isEmpty()) {
      return;
    }
    Packet packet = outgoing.peek();
    boolean blocked = packet.delivery().barrier() && underway > 0;
    if (blocked || (packet.delivery().isReliable() && !route.isUp())) {
      return;
    }
    writing = loop.schedule(link.reserve(direction, packet.bytes()), this::written);
  }

  private void written() {
    writing = null;
    Packet packet = outgoing.poll();
    underway++;
    travel(packet);
    packet.left().run();
    write();
  }

  private void travel(Packet packet) {
    Delivery delivery = packet.delivery();
    long delay = link.delay();
    boolean lost = false;
    if (delivery.isReliable()) {
      delay = link.reliableDelay();
    } else {
      lost = delivery.lifetime() > 0 && delay > delivery.lifetime();
      for (int attempt = 1; link.isLost() && !lost; attempt++) {
        lost = attempt >= Math.max(1, delivery.attempts());
      }
    }
    if (lost) {
      loop.schedule(delay, () -> finished(null));
    } else if (delivery.ordered() || !inOrder.isEmpty()) {
      // RFC 8832, section 6: until a channel is known to be open, all its messages are ordered.
      inOrder.add(packet);
      arriveInOrder(delay);
    } else {
      arriveAlone(packet, delay);
    }
  }

  private void arriveInOrder(long delay) {
    lastArrival = Math.max(lastArrival, loop.now() + delay);
    loop.schedule(
        lastArrival - loop.now(),
        () -> {
          if (closed) {
            return;
          }
          if (route.isUp()) {
            finished(inOrder.poll());
          } else if (inOrder.peek().delivery().isReliable()) {
            missedArrivals++;
          } else {
            inOrder.poll();
            finished(null);
          }
        });
  }

  private void arriveAlone(Packet packet, long delay) {
    loop.schedule(
        delay,
        () -> {
          if (closed) {
            return;
          }
          if (route.isUp()) {
            finished(packet);
          } else if (packet.delivery().isReliable()) {
            stranded.add(packet);
          } else {
            finished(null);
          }
        });
  }

  private void finished(Packet packet) {
    if (closed) {
      return;
    }
    underway--;
    if (packet != null) {
      packet.arrived().run();
    }
    write();
  }
}
